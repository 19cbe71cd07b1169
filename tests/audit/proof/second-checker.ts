import { createHash, createPublicKey, verify } from 'node:crypto'

/**
 * A second checker, written from docs/audit-log.md alone, with Node's own cryptography and nothing of the product. It
 * throws at the first step that fails.
 */

export type SecondOpinion = { event: Record<string, unknown>; words: string | null; size: number }

const sha256 = (...parts: (Uint8Array | string)[]) =>
  parts
    .reduce<ReturnType<typeof createHash>>((hash, part) => hash.update(part), createHash('sha256'))
    .digest()

function refuse(why: string): never {
  throw new Error(why)
}

function base64(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : refuse('Base64')
}

function utf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
}

function decimal(text: string): number {
  return /^(0|[1-9][0-9]{0,14})$/.test(text) ? Number(text) : refuse('a number')
}

/** RFC 8785, for what these objects hold: texts, whole numbers, true, false, null, lists and objects. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`
}

function canonicalObject(text: string, fields: string[]): Record<string, unknown> {
  const value = JSON.parse(text)
  if (canonical(value) !== text) refuse('canonical JSON')
  if (Object.keys(value).sort().join() !== fields.toSorted().join()) refuse('its fields')
  return value
}

const fields =
  'v id chain seq prev at action outcome refusal actor via shop order request reference before after digest words details'.split(
    ' ',
  )

export function secondCheck(file: Uint8Array, vkeys: string[]): SecondOpinion {
  const text = utf8(file)
  // 1
  const parting = text.indexOf('\n\n')
  if (parting < 0) refuse('an empty line')
  const [first, extraLine = '', indexLine = '', ...path] = text.slice(0, parting).split('\n')
  const note = text.slice(parting + 2)
  if (first !== 'c2sp.org/tlog-proof@v1') refuse('the first line')
  if (!extraLine.startsWith('extra ') || !indexLine.startsWith('index ')) refuse('extra and index')
  // 2
  const extra = canonicalObject(utf8(base64(extraLine.slice(6))), ['event', 'format', 'words'])
  if (extra.format !== 'mitame-event@v1' || typeof extra.event !== 'string') refuse('the format')
  // 3
  const text3 = String(extra.event)
  const { v } = JSON.parse(text3)
  if (v !== 1 && v !== 2) refuse('v')
  const event = canonicalObject(text3, v === 1 ? fields : [...fields, 'number', 'amount'])
  // 4
  const leaf = sha256(Buffer.of(0), text3)
  // 5
  const ending = note.lastIndexOf('\n\n')
  if (ending < 0 || !note.endsWith('\n')) refuse('a note')
  const signed = note.slice(0, ending + 1)
  const signatures = note.slice(ending + 2, -1).split('\n')
  const [origin = '', sizeLine = '', rootLine = '', ...more] = signed.slice(0, -1).split('\n')
  if (more.includes('')) refuse('a checkpoint')
  const size = decimal(sizeLine)
  const root = base64(rootLine)
  // 6
  included(leaf, decimal(indexLine.slice(6)), size, path.map(base64), root)
  // 7
  signedByTrusted(signed, signatures, vkeys, origin)
  // 8
  return { event, words: disclosed(extra.words, event.words), size }
}

function included(leaf: Buffer, index: number, size: number, path: Buffer[], root: Buffer): void {
  if (index >= size) refuse('the index')
  let fn = index
  let sn = size - 1
  let r = leaf
  for (const p of path) {
    if (sn === 0 || p.length !== 32) refuse('the path')
    if (fn % 2 === 1 || fn === sn) {
      r = sha256(Buffer.of(1), p, r)
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)]
    } else r = sha256(Buffer.of(1), r, p)
    ;[fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)]
  }
  if (sn !== 0 || !r.equals(root)) refuse('the root')
}

function signedByTrusted(text: string, lines: string[], vkeys: string[], origin: string): void {
  let byTheLog = false
  for (const line of lines) {
    const [mark, name = '', encoded = '', ...more] = line.split(' ')
    if (mark !== '—' || name === '' || more.length > 0) refuse('a signature line')
    const bytes = base64(encoded)
    const id = bytes.subarray(0, 4).toString('hex')
    const vkey = vkeys.find((key) => key.startsWith(`${name}+${id}+`))
    if (!vkey) continue
    const key = base64(vkey.slice(name.length + 10))
    const ownId = sha256(`${name}\n`, key).subarray(0, 4).toString('hex')
    if (key.length !== 33 || ownId !== id) refuse('a key')
    const signature = bytes.subarray(4)
    const witness = key[0] === 4
    const time = witness ? signature.readBigUInt64BE(0) : null
    const message = witness ? `cosignature/v1\ntime ${time}\n${text}` : text
    if (!isSigned(message, witness ? signature.subarray(8) : signature, key.subarray(1)))
      refuse('a signature')
    if (!witness && name === origin) byTheLog = true
  }
  if (!byTheLog) refuse('no signature of the log')
}

function isSigned(message: string, signature: Uint8Array, publicKey: Uint8Array): boolean {
  // What stands before the 32 bytes of an Ed25519 key in DER (RFC 8410).
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), publicKey])
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' })
  return signature.length === 64 && verify(null, Buffer.from(message), key, signature)
}

function disclosed(given: unknown, digest: unknown): string | null {
  if (given === null) return null
  const { salt, words } = canonicalObject(canonical(given), ['salt', 'words'])
  if (typeof salt !== 'string' || typeof words !== 'string' || !/^[0-9a-f]{32}$/.test(salt)) refuse('words')
  return sha256(`${salt}\n${words}`).toString('hex') === digest ? words : refuse('the words')
}
