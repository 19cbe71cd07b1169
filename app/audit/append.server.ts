import { v7 as uuidv7 } from 'uuid'
import type { Transaction } from '~/platform/database.server'
import type { NewEvent } from './events'
import { eventText, genesis, newSalt, sha256, wordsDigest } from './text.server'

/** Where a chain ends: the number of its events and the last one's hash (null while there is none). */
export type Head = { eventSeq: number; eventHash: string | null }

/**
 * Appends events to one chain, inside the transaction of the act they record. The only function that inserts events.
 * The caller holds a lock on the row that carries `head` and stores the head that comes back.
 * @param chainId the order's id; the request's or the shop's where there is no order
 */
export async function appendEvents(
  tx: Transaction,
  chainId: string,
  head: Head,
  events: NewEvent[],
): Promise<Head> {
  let seq = head.eventSeq
  let prev = head.eventHash ?? genesis
  const rows = []
  const words = []
  for (const event of events) {
    seq += 1
    const id = uuidv7()
    const salt = newSalt()
    const place = {
      chain: chainId,
      seq,
      prev,
      id,
      wordsDigest: event.words ? wordsDigest(salt, event.words) : null,
    }
    const text = eventText(place, event)
    const hash = sha256(text)
    rows.push({ ...columns(event), id, chainId, seq, prevHash: prev, hash, text })
    if (event.words) words.push({ eventId: id, salt, words: event.words })
    prev = hash
  }
  await tx.orderEvent.createMany({ data: rows })
  if (words.length > 0) await tx.orderEventWords.createMany({ data: words })
  return { eventSeq: seq, eventHash: prev }
}

/** The columns by which events are looked up; each repeats what the text says. */
export function columns(event: NewEvent) {
  return {
    shopId: event.shopId,
    orderId: event.orderId,
    requestId: event.requestId,
    action: event.action,
    outcome: event.outcome,
    actorId: event.actor?.id ?? null,
    actorRole: event.actor?.role ?? 'system',
    paymentBefore: event.before?.payment ?? null,
    paymentAfter: event.after?.payment ?? null,
    at: event.at,
  }
}
