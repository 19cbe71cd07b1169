import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/**
 * A witness written from C2SP tlog-witness, signed-note and tlog-cosignature and from RFC 9162 §2.1.4.2 alone, on
 * node:crypto: nothing of it is the product's.
 */

const sha256 = (...parts: Uint8Array[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const spki = Buffer.from('302a300506032b6570032100', 'hex')

function publicKeyOf(raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([spki, raw]), format: 'der', type: 'spki' })
}

type Head = { size: number; root: Buffer }
export type Witness = Awaited<ReturnType<typeof aWitness>>

/** Listens on a free port. @param logs the verifier keys of the logs it knows */
export async function aWitness(name: string, logs: () => string[]) {
  const secret = createPrivateKey({
    key: Buffer.concat([pkcs8, Buffer.alloc(32, name)]),
    format: 'der',
    type: 'pkcs8',
  })
  const raw = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(-32)
  const id = sha256(Buffer.from(`${name}\n`), Buffer.of(4), raw).subarray(0, 4)
  const heads = new Map<string, Head>()
  const asked: { old: number; status: number }[] = []
  const state = { now: Math.floor(Date.now() / 1000), down: false }

  const server = createServer(async (request, response) => {
    const body = await text(request)
    const answer = state.down || request.url !== '/w/add-checkpoint' ? refused(503) : add(body)
    asked.push({ old: Number(/^old (\d+)\n/.exec(body)?.[1]), status: answer.status })
    response.writeHead(answer.status, { 'content-type': answer.type }).end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  function add(body: string) {
    const split = body.indexOf('\n\n')
    const [oldLine = '', ...proofLines] = body.slice(0, split).split('\n')
    const note = body.slice(split + 2)
    const end = note.lastIndexOf('\n\n')
    const signed = note.slice(0, end + 1)
    const [origin = '', sizeLine = '', rootLine = ''] = signed.split('\n')
    const known = logs().filter((vkey) => vkey.startsWith(`${origin}+`))
    if (known.length === 0) return refused(404)
    if (!isSigned(signed, note.slice(end + 2), known)) return refused(403)
    const old = Number(oldLine.replace('old ', ''))
    const next = { size: Number(sizeLine), root: Buffer.from(rootLine, 'base64') }
    const seen = heads.get(origin) ?? { size: 0, root: sha256() }
    if (old > next.size) return refused(400)
    if (old !== seen.size) return { status: 409, type: 'text/x.tlog.size', body: `${seen.size}\n` }
    const proof = proofLines.map((line) => Buffer.from(line, 'base64'))
    if (!isContinued(seen, next, proof)) return refused(422)
    heads.set(origin, next)
    const time = Buffer.alloc(8)
    time.writeBigUInt64BE(BigInt(state.now))
    const signature = sign(null, Buffer.from(`cosignature/v1\ntime ${state.now}\n${signed}`), secret)
    const line = `— ${name} ${Buffer.concat([id, time, signature]).toString('base64')}\n`
    return { status: 200, type: 'text/plain', body: line }
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/w`,
    vkey: `${name}+${id.toString('hex')}+${Buffer.concat([Buffer.of(4), raw]).toString('base64')}`,
    name,
    heads,
    /** What it was asked, and how it answered. */
    asked,
    state,
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  }
}

const refused = (status: number) => ({ status, type: 'text/plain', body: '' })

function isSigned(signed: string, lines: string, vkeys: string[]): boolean {
  return vkeys.some((vkey) => {
    const [name = '', id = '', ...key] = vkey.split('+')
    const raw = Buffer.from(key.join('+'), 'base64').subarray(1)
    return lines.split('\n').some((line) => {
      if (!line.startsWith(`— ${name} `)) return false
      const bytes = Buffer.from(line.slice(`— ${name} `.length), 'base64')
      const isThisKey = bytes.subarray(0, 4).toString('hex') === id
      return isThisKey && verify(null, Buffer.from(signed), publicKeyOf(raw), bytes.subarray(4))
    })
  })
}

/** RFC 9162 §2.1.4.2. */
function isContinued(first: Head, second: Head, proof: Buffer[]): boolean {
  if (first.size === 0) return proof.length === 0
  if (first.size === second.size) return proof.length === 0 && first.root.equals(second.root)
  const path = (first.size & (first.size - 1)) === 0 ? [first.root, ...proof] : [...proof]
  let [fn, sn] = [first.size - 1, second.size - 1]
  while (fn & 1) [fn, sn] = [fn >> 1, sn >> 1]
  const start = path.shift()
  if (!start || proof.length === 0) return false
  let [fr, sr] = [start, start]
  for (const c of path) {
    if (sn === 0) return false
    if (fn & 1 || fn === sn) {
      fr = sha256(Buffer.of(1), c, fr)
      sr = sha256(Buffer.of(1), c, sr)
      while (!(fn & 1) && fn !== 0) [fn, sn] = [fn >> 1, sn >> 1]
    } else sr = sha256(Buffer.of(1), sr, c)
    ;[fn, sn] = [fn >> 1, sn >> 1]
  }
  return sn === 0 && fr.equals(first.root) && sr.equals(second.root)
}
