import type { Prisma } from '~/platform/prisma/client'
import { type Desk, permits, shopScope } from '~/staff/desk.server'
import type { EventAction } from './events'
import type { HistoryEvent } from './history-event'
import { eventFields, readEvents } from './read.server'

export const historyPage = 100

const orderFields = {
  id: true,
  number: true,
  amount: true,
  eventSeq: true,
  shop: { select: { code: true, name: true } },
} satisfies Prisma.OrderSelect

export type HistoryOrder = Prisma.OrderGetPayload<{ select: typeof orderFields }>
export type OrderHistory =
  | { kind: 'history'; order: HistoryOrder; events: HistoryEvent[]; older: number | null }
  /** Several shops have an order with this number. */
  | { kind: 'choice'; orders: HistoryOrder[] }

type HistoryPage = { shop?: string | undefined; before?: number | undefined; most?: number }

/**
 * One order's history, newest first. Null when there is no such order that this person may see.
 * @param number as the order has it
 * @param page `shop` is a shop's code; `before` the place in the chain from which to go back; `most` events at a time
 */
export async function orderHistory(
  desk: Desk,
  number: string,
  { shop, before, most = historyPage }: HistoryPage = {},
): Promise<OrderHistory | null> {
  if (!permits(desk, 'audit.see')) return null
  const orders = await desk.db.order.findMany({
    where: { number, ...shopScope(desk.actor), ...(shop && { shop: { code: shop } }) },
    select: orderFields,
    orderBy: { shop: { code: 'asc' } },
    take: 100,
  })
  const [order] = orders
  if (!order) return null
  if (orders.length > 1) return { kind: 'choice', orders }
  const rows = await desk.db.orderEvent.findMany({
    where: { chainId: order.id, ...(before && { seq: { lt: before } }) },
    orderBy: { seq: 'desc' },
    take: most + 1,
    select: eventFields,
  })
  const events = await readEvents(desk, rows.slice(0, most))
  const older = rows.length > most ? (events.at(-1)?.seq ?? null) : null
  return { kind: 'history', order, events, older }
}

/**
 * The newest events of one request, newest first: on its order's chain, and on its own from before it was matched. The
 * match itself stands on both chains and is told once.
 */
export async function requestHistory(desk: Desk, reference: string): Promise<HistoryEvent[]> {
  if (!permits(desk, 'audit.see')) return []
  const request = await desk.db.correctionRequest.findFirst({
    where: { reference, ...shopScope(desk.actor) },
    select: { id: true, orderId: true },
  })
  if (!request) return []
  const rows = await desk.db.orderEvent.findMany({
    where: { requestId: request.id, ...(request.orderId && { NOT: ownCopyOfMatch(request.id) }) },
    orderBy: { id: 'desc' },
    take: historyPage,
    select: eventFields,
  })
  return readEvents(desk, rows)
}

function ownCopyOfMatch(requestId: string) {
  return { chainId: requestId, action: 'correction.matched' satisfies EventAction }
}
