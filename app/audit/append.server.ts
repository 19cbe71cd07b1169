import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { Transaction } from '~/platform/database.server'
import type { NewEvent } from './events'
import {
  type AboutOrder,
  eventText,
  genesis,
  newSalt,
  type RandomBytes,
  sha256,
  wordsDigest,
} from './text.server'

/** Where a chain ends: the number of its events and the last one's hash (null while there is none). */
export type Head = { eventSeq: number; eventHash: string | null }

/**
 * A chain with what is to be appended to it. `id` is the order's; where there is no order, the request's, the shop's or
 * the desk's, and `about` is null.
 */
export type Growth = { id: string; about: AboutOrder | null; head: Head; events: NewEvent[] }

/**
 * Appends events to one chain, inside the transaction of the act they record.
 * The caller holds a lock on the row that carries the head and stores the head that comes back.
 */
export async function appendEvents(tx: Transaction, growth: Growth): Promise<Head> {
  const [grown] = await appendToChains(tx, [growth])
  return grown ?? growth.head
}

/**
 * The same for many chains at once, by two statements in all. The only function that inserts events.
 * @returns the new heads, in the order of `chains`
 */
export async function appendToChains(tx: Transaction, chains: Growth[]): Promise<Head[]> {
  const links = chains.map((chain) => link(chain))
  const rows = links.flatMap((grown) => grown.rows)
  const words = links.flatMap((grown) => grown.words)
  if (rows.length > 0) await insertEvents(tx, rows)
  if (words.length > 0) await insertWords(tx, words)
  return links.map((grown) => grown.head)
}

/** One statement whatever the number of rows, so that the database plans it once for all months' tables. */
async function insertEvents(tx: Transaction, rows: EventRow[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO order_event (id, chain_id, seq, prev_hash, hash, text, shop_id, order_id, request_id, action, outcome,
      actor_id, actor_role, amount, payment_before, payment_after, shipping_before, shipping_after,
      evidence_outcome, at)
    SELECT id, "chainId", seq, "prevHash", hash, text, "shopId", "orderId", "requestId", action, outcome,
      "actorId", "actorRole", amount, "paymentBefore", "paymentAfter", "shippingBefore", "shippingAfter",
      "evidenceOutcome", at
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS row (
      id uuid, "chainId" uuid, seq int, "prevHash" text, hash text, text text, "shopId" uuid, "orderId" uuid,
      "requestId" uuid, action text, outcome text, "actorId" uuid, "actorRole" text, amount int,
      "paymentBefore" payment_status, "paymentAfter" payment_status, "shippingBefore" shipping_status[],
      "shippingAfter" shipping_status[], "evidenceOutcome" text, at timestamptz)`
}

async function insertWords(tx: Transaction, words: WordsRow[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO order_event_words (event_id, shop_id, salt, words)
    SELECT "eventId", "shopId", salt, words
    FROM json_to_recordset(${JSON.stringify(words)}::json) AS row (
      "eventId" uuid, "shopId" uuid, salt text, words text)`
}

/**
 * An event's id: its time and its place in the chain, so that ids sort as events happened, and chance.
 * Everything that reads the log in order of time reads it by id.
 */
function eventId(at: Date, seq: number, random: RandomBytes): string {
  return uuidv7({ msecs: at.getTime(), seq, random: random(16) })
}

/** The rows that append events to one chain, and its new head. Writes nothing: `appendToChains` does. */
export function link({ id: chainId, about, head, events }: Growth, random: RandomBytes = randomBytes) {
  let seq = head.eventSeq
  let prev = head.eventHash ?? genesis
  const rows = []
  const words = []
  for (const event of events) {
    seq += 1
    const id = eventId(event.at, seq, random)
    const salt = newSalt(random)
    const place = {
      chain: chainId,
      seq,
      prev,
      id,
      wordsDigest: event.words ? wordsDigest(salt, event.words) : null,
      about,
    }
    const text = eventText(place, event)
    const hash = sha256(text)
    rows.push({ ...columns(event, about), id, chainId, seq, prevHash: prev, hash, text })
    if (event.words) words.push({ eventId: id, shopId: event.shopId, salt, words: event.words })
    prev = hash
  }
  return { rows, words, head: events.length > 0 ? { eventSeq: seq, eventHash: prev } : head }
}
type EventRow = ReturnType<typeof link>['rows'][number]
type WordsRow = ReturnType<typeof link>['words'][number]

/** The columns by which events are looked up; each repeats what the text says. */
export function columns(event: NewEvent, about: AboutOrder | null) {
  return {
    shopId: event.shopId,
    orderId: event.orderId,
    requestId: event.requestId,
    action: event.action,
    outcome: event.outcome,
    actorId: event.actor?.id ?? null,
    actorRole: event.actor?.role ?? 'system',
    amount: about?.amount ?? null,
    paymentBefore: event.before?.payment ?? null,
    paymentAfter: event.after?.payment ?? null,
    shippingBefore: event.before?.deliveries ?? [],
    shippingAfter: event.after?.deliveries ?? [],
    evidenceOutcome: evidenceOutcome(event.details),
    at: event.at,
  }
}

function evidenceOutcome(details: NewEvent['details']): string | null {
  const outcome = details?.evidence_outcome
  return typeof outcome === 'string' ? outcome : null
}
