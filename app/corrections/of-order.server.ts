import type { Database, Transaction } from '~/platform/database.server'
import { type Desk, permits, shopScope } from '~/staff/desk.server'
import { openStates } from './life'

/** The reference of the request that is open on each of these orders; not all have one. */
export async function openReferences(
  db: Database | Transaction,
  orderIds: string[],
): Promise<Map<string, string>> {
  const open = await db.correctionRequest.findMany({
    where: { orderId: { in: orderIds }, state: { in: openStates } },
    select: { orderId: true, reference: true },
  })
  return new Map(open.flatMap(({ orderId, reference }) => (orderId ? [[orderId, reference] as const] : [])))
}

/** The open requests of an order, oldest first. */
export async function openRequestsOf(desk: Desk, orderId: string) {
  if (!permits(desk, 'requests.see')) return []
  return desk.db.correctionRequest.findMany({
    where: { ...shopScope(desk.actor), orderId, state: { in: openStates } },
    orderBy: { filedAt: 'asc' },
    select: { reference: true, state: true, paymentWish: true, shippingWish: true, filedAt: true },
  })
}

/** The order that a request is about, by number and shop's code. Null where none is matched or to be seen. */
export async function orderOfRequest(desk: Desk, reference: string) {
  if (!permits(desk, 'requests.see')) return null
  const request = await desk.db.correctionRequest.findFirst({
    where: { reference, ...shopScope(desk.actor) },
    select: { order: { select: { number: true, shop: { select: { code: true } } } } },
  })
  return request?.order ?? null
}
