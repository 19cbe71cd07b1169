import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { eventText, wordsDigest } from '~/audit/text.server'
import { mth, path } from '../seal/reference-tree'

/**
 * A small log whose bytes never change, and proofs of it put together by hand: from RFC 6962, C2SP signed-note and
 * C2SP tlog-proof, with Node's own cryptography. `docs/audit-log.md` shows one of them.
 */

const salt = '000102030405060708090a0b0c0d0e0f'
export const reason = 'クロネコ側で実売上後のキャンセルに成功したため\n返品の連絡は受け取り済みです'
const order = '019aa6c0-0000-7000-8000-000000000001'
const shop = '019aa6c0-0000-7000-8000-000000000002'
const request = '019aa6c0-0000-7000-8000-000000000003'
const person = { id: '019aa6c0-0000-7000-8000-000000000004', role: 'merchant' }
const agent = { id: '019aa6c0-0000-7000-8000-000000000005', role: 'agent' }
const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 0, minute))
const captured = { payment: 'captured', deliveries: ['shipped'] } as const
const cancelled = { payment: 'cancelled', deliveries: ['cancelled'] } as const
const shown = ({ payment, deliveries }: typeof captured | typeof cancelled) => ({
  payment,
  deliveries: [...deliveries],
})
const about = { shopId: shop, orderId: order, outcome: 'done', via: 'web' } as const
const filed = { requestId: request, reference: 'MT-2026-000123' }

const events = [
  { ...about, action: 'order.received', at: at(0), actor: null, via: 'platform', requestId: null },
  { ...about, ...filed, action: 'correction.filed', at: at(12), actor: person, words: reason },
  { ...about, ...filed, action: 'correction.claimed', at: at(15), actor: agent },
  {
    ...about,
    ...filed,
    action: 'order.corrected',
    at: at(21),
    actor: agent,
    before: shown(captured),
    after: shown(cancelled),
    digest: 'd'.repeat(64),
    details: { verdict: 'go', evidence_outcome: 'answered', status_info: 40, evidence_amount: 8640 },
  },
  { ...about, ...filed, action: 'correction.approved', at: at(21), actor: agent },
] as const

/** The events' exact texts, in the order of their leaves. */
export const texts: string[] = []
let prev = '0'.repeat(64)
for (const [nth, event] of events.entries()) {
  const words = 'words' in event ? wordsDigest(salt, event.words) : null
  const place = {
    chain: order,
    seq: nth + 1,
    prev,
    id: `019aa6c0-0000-7000-8000-0000000001${String(nth).padStart(2, '0')}`,
    wordsDigest: words,
    about: { number: 'P251104000311888021', amount: 8640 },
  }
  const text = eventText(place, event)
  texts.push(text)
  prev = createHash('sha256').update(text).digest('hex')
}

/** The leaves of the events that words and the correction itself stand at. */
export const filing = 1
export const correction = 3

/** A key made of 32 equal bytes, under a name. */
export function aKey(name: string, byte: number, type: 0x01 | 0x04 = 0x01) {
  const pkcs8 = Buffer.concat([
    Buffer.from('302e020100300506032b657004220420', 'hex'),
    Buffer.alloc(32, byte),
  ])
  const privateKey = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
  const typed = Buffer.concat([Buffer.of(type), spki.subarray(-32)])
  const id = createHash('sha256').update(`${name}\n`).update(typed).digest().subarray(0, 4)
  const line = (...parts: Buffer[]) => `— ${name} ${Buffer.concat([id, ...parts]).toString('base64')}`
  return {
    vkey: `${name}+${id.toString('hex')}+${typed.toString('base64')}`,
    signs: (text: string) => line(sign(null, Buffer.from(text), privateKey)),
    /** As a witness, at a time in seconds. */
    sees(text: string, seconds: number) {
      const time = Buffer.alloc(8)
      time.writeBigUInt64BE(BigInt(seconds))
      return line(time, sign(null, Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`), privateKey))
    },
  }
}

export const origin = 'desk.example/audit'
export const logKey = aKey(origin, 7)
export const nextKey = aKey(origin, 8)
export const witnessKey = aKey('witness.example/w1', 9, 0x04)
/** When the witness saw the tree. */
export const seenAt = 1_795_482_000

const leaves = texts.map((text) => Buffer.from(text))

/** What the log signs: the tree over all of the events. */
export const checkpoint = `${origin}\n${leaves.length}\n${Buffer.from(mth(leaves)).toString('base64')}\n`

type Parts = {
  event: string
  words: { salt: string; words: string } | null
  index: number
  path: Uint8Array[]
  lines: string[]
}

/** The parts of the proof of one event, to be changed and put together. */
export function partsOf(index: number): Parts {
  return {
    event: texts[index] ?? '',
    words: index === filing ? { salt, words: reason } : null,
    index,
    path: path(index, leaves),
    lines: [logKey.signs(checkpoint)],
  }
}

/** A proof as a file. The keys of `extra` stand in the order that RFC 8785 asks for. */
export function proofOf(index: number, more: Partial<Parts> = {}): string {
  const { event, words, index: leaf, path: hashes, lines } = { ...partsOf(index), ...more }
  const extra = JSON.stringify({ event, format: 'mitame-event@v1', words })
  return `c2sp.org/tlog-proof@v1
extra ${Buffer.from(extra).toString('base64')}
index ${leaf}
${hashes.map((hash) => `${Buffer.from(hash).toString('base64')}\n`).join('')}
${checkpoint}
${lines.map((line) => `${line}\n`).join('')}`
}
