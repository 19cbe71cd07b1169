import { hash, randomBytes } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { NewEvent } from './events'

/** `prev` of a chain's first event. */
export const genesis = '0'.repeat(64)

/** @param content text counts as UTF-8 */
export function sha256(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex')
}

/** A text's leaf in the tree (RFC 6962): SHA-256(0x00 ‖ text), hex. */
export function leafHash(text: string): string {
  return hash('sha256', `\0${text}`, 'hex')
}

/** Where ids and salts get their chance from; a made-up history passes one that repeats. */
export type RandomBytes = (size: number) => Buffer

/** A fresh salt for a person's words: 16 random bytes, hex. */
export function newSalt(random: RandomBytes = randomBytes): string {
  return random(16).toString('hex')
}

/** What the chain holds in place of a person's words. */
export function wordsDigest(salt: string, words: string): string {
  return sha256(`${salt}\n${words}`)
}

/** The JSON Canonicalization Scheme (RFC 8785): one text for one value, whatever wrote it. */
export function canonical(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new Error('a value without a canonical text')
  return text
}

/** The order that an event's chain is about, as it was then; amount in yen. */
export type AboutOrder = { number: string; amount: number }

export type Place = {
  chain: string
  seq: number
  prev: string
  id: string
  wordsDigest: string | null
  about: AboutOrder | null
}

/**
 * The exact text that is hashed and stored for an event: RFC 8785 JSON of the fields below, absent ones as null.
 * `v` is the format's number; a later format gets another one, and old events keep theirs. Format 1 had neither
 * `number` nor `amount`.
 */
export function eventText(place: Place, event: NewEvent): string {
  return canonical({
    v: 2,
    chain: place.chain,
    seq: place.seq,
    prev: place.prev,
    id: place.id,
    at: event.at.toISOString(),
    action: event.action,
    outcome: event.outcome,
    refusal: event.refusal ?? null,
    actor: event.actor,
    via: event.via,
    shop: event.shopId,
    order: event.orderId,
    number: place.about?.number ?? null,
    amount: place.about?.amount ?? null,
    request: event.requestId,
    reference: event.reference ?? null,
    before: event.before ?? null,
    after: event.after ?? null,
    digest: event.digest ?? null,
    words: place.wordsDigest,
    details: event.details ?? null,
  })
}
