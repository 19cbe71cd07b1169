import { Prisma } from '~/platform/prisma/client'
import { type Desk, permits, shopScope } from '~/staff/desk.server'
import type { EventAction } from './events'
import type { AskedWhen, HistoryEvent } from './history-event'
import { type EventWithWords, eventFields, readEvent, readEvents } from './read.server'

export const historyPage = 100

const orderFields = {
  id: true,
  number: true,
  amount: true,
  eventSeq: true,
  eventHash: true,
  shop: { select: { code: true, name: true } },
} satisfies Prisma.OrderSelect

export type HistoryOrder = Prisma.OrderGetPayload<{ select: typeof orderFields }>
export type FoundOrder =
  | { kind: 'one'; order: HistoryOrder }
  /** Several shops have an order with this number. */
  | { kind: 'choice'; orders: HistoryOrder[] }
export type OrderEvents = { events: HistoryEvent[]; older: number | null }
export type OrderHistory =
  | ({ kind: 'history'; order: HistoryOrder } & OrderEvents)
  | (FoundOrder & { kind: 'choice' })

export type EventsPage = {
  /** The place in the chain from which to go back. */
  before?: number | undefined
  /** Events at a time. */
  most?: number
  /** Only what changed what the order shows. */
  only?: 'status' | undefined
}

/**
 * The order whose history is asked for. Null when there is none that this person may see.
 * @param number as the order has it
 * @param shop a shop's code
 */
export async function findOrder(desk: Desk, number: string, shop?: string): Promise<FoundOrder | null> {
  if (!permits(desk, 'audit.see')) return null
  const orders = await desk.db.order.findMany({
    where: { number, ...shopScope(desk.actor), ...(shop && { shop: { code: shop } }) },
    select: orderFields,
    orderBy: { shop: { code: 'asc' } },
    take: 100,
  })
  const [order] = orders
  if (!order) return null
  return orders.length > 1 ? { kind: 'choice', orders } : { kind: 'one', order }
}

/** A page of an order's events, newest first; `older` is where the next page begins. */
export async function orderEvents(
  desk: Desk,
  order: Pick<HistoryOrder, 'id'>,
  { before, most = historyPage, only }: EventsPage = {},
): Promise<OrderEvents> {
  const conditions = [
    Prisma.sql`chain_id = ${order.id}::uuid`,
    ...(before ? [Prisma.sql`seq < ${before}`] : []),
    ...(only ? [Prisma.sql`outcome = 'done' AND payment_after IS NOT NULL`] : []),
  ]
  const rows = await desk.db.$queryRaw<EventWithWords[]>`
    SELECT e.id, e.seq, e.at, e.text, u.name AS "actorName", w.words
    FROM (
      SELECT * FROM order_event WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY seq DESC LIMIT ${most + 1}
    ) AS e
    LEFT JOIN "user" u ON u.id = e.actor_id
    LEFT JOIN order_event_words w ON w.event_id = e.id
    ORDER BY e.seq DESC`
  const events = rows.slice(0, most).map((row) => readEvent(desk, row))
  return { events, older: rows.length > most ? (events.at(-1)?.seq ?? null) : null }
}

/** One order's history, newest first. Null when there is no such order that this person may see. */
export async function orderHistory(
  desk: Desk,
  number: string,
  { shop, ...page }: EventsPage & { shop?: string | undefined } = {},
): Promise<OrderHistory | null> {
  const found = await findOrder(desk, number, shop)
  if (found?.kind !== 'one') return found
  return { kind: 'history', order: found.order, ...(await orderEvents(desk, found.order, page)) }
}

/** When Kuroneko was asked, by the id of the evidence that the events tell of. */
export async function askedWhen(
  desk: Desk,
  events: readonly HistoryEvent[],
): Promise<Record<string, AskedWhen>> {
  const ids = events.flatMap(({ told }) =>
    typeof told?.details.evidence === 'string' ? [told.details.evidence] : [],
  )
  const rows = await desk.db.evidence.findMany({
    where: { id: { in: ids }, kind: 'inquiry' },
    select: { id: true, askedAt: true, answeredAt: true },
  })
  return Object.fromEntries(rows.map(({ id, ...when }) => [id, when]))
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
