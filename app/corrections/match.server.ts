import { appendEvents } from '~/audit/append.server'
import { matchNumbers, type OrderMatch } from '~/orders/match.server'
import { lockOrder, recordOnOrder } from '~/orders/record.server'
import type { Database, Transaction } from '~/platform/database.server'
import type { By } from '~/staff/desk.server'
import { openStates } from './life'
import { requestEvent } from './record.server'

/** Requests looked at in one go; a shop with more waiting has another problem. */
const most = 500

/**
 * Gives a shop's unmatched open requests their orders, once an import has brought them. A request's own chain ends with
 * the match, and its story goes on in the order's chain, which names where it came from.
 * @returns the references that found their order
 */
export async function matchWaiting(by: By & { db: Database }, shopId: string): Promise<string[]> {
  const waiting = await by.db.correctionRequest.findMany({
    where: { shopId, orderId: null, state: { in: openStates } },
    select: { id: true, reference: true, numberAsTyped: true },
    orderBy: { filedAt: 'asc' },
    take: most,
  })
  const typed = waiting.map(({ numberAsTyped }) => numberAsTyped)
  const found = waiting.length > 0 ? await matchNumbers(by.db, shopId, typed) : new Map<string, OrderMatch>()
  const matched: string[] = []
  for (const { id, reference, numberAsTyped } of waiting) {
    const hit = found.get(numberAsTyped)
    if (hit && (await by.db.$transaction((tx) => match(tx, by, id, hit)))) matched.push(reference)
  }
  return matched
}

/** False when somebody was quicker, or when the order has an open request already: then this one stays as it is. */
async function match(tx: Transaction, by: By, requestId: string, hit: OrderMatch): Promise<boolean> {
  const order = await lockOrder(tx, hit.orderId)
  await tx.$queryRaw`SELECT 1 FROM correction_request WHERE id = ${requestId}::uuid FOR UPDATE`
  const request = await tx.correctionRequest.findUniqueOrThrow({ where: { id: requestId } })
  if (!order || request.orderId || !openStates.includes(request.state)) return false
  const taken = await tx.correctionRequest.count({ where: { orderId: order.id, state: { in: openStates } } })
  if (taken > 0) return false
  const details = { state: request.state, match: hit.match }
  const own = requestEvent(by, { request }, 'correction.matched', { details })
  const head = await appendEvents(tx, {
    id: request.id,
    about: null,
    head: request,
    events: [{ ...own, shopId: request.shopId, orderId: null }],
  })
  const from = { chain: request.id, chain_seq: head.eventSeq, chain_hash: head.eventHash }
  await recordOnOrder(tx, order, [{ ...own, details: { ...details, ...from } }])
  await tx.correctionRequest.update({
    where: { id: request.id },
    data: {
      ...head,
      orderId: order.id,
      orderVersion: order.version,
      number: hit.number,
      numberMatch: hit.match,
      version: request.version + 1,
    },
  })
  return true
}
