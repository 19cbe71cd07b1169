import { appendEvents } from '~/audit/append.server'
import type { NewEvent, Shown } from '~/audit/events'
import type { Transaction } from '~/platform/database.server'
import type { Delivery, Order } from '~/platform/prisma/client'
import { settleByChange } from './drift/settle.server'
import type { PaymentStatus, ShippingStatus } from './statuses'

export type OrderWithDeliveries = Order & { deliveries: Delivery[] }

/** What the order shows now, as events tell it. */
export function shownBy(order: {
  paymentStatus: PaymentStatus
  deliveries: { status: ShippingStatus }[]
}): Shown {
  return { payment: order.paymentStatus, deliveries: order.deliveries.map((delivery) => delivery.status) }
}

/**
 * Locks an order's row until the transaction ends and reads it as it is under the lock. Null when there is none.
 * Everything that appends to an order's chain goes through this lock.
 */
export async function lockOrder(tx: Transaction, orderId: string): Promise<OrderWithDeliveries | null> {
  await tx.$queryRaw`SELECT 1 FROM "order" WHERE id = ${orderId}::uuid FOR UPDATE`
  return tx.order.findUnique({
    where: { id: orderId },
    include: { deliveries: { orderBy: { index: 'asc' } } },
  })
}

export type EventOnOrder = Omit<NewEvent, 'shopId' | 'orderId'>

/**
 * Appends events to a locked order's chain and, with `change`, sets what it shows; the version goes up by one then.
 * Deliveries not named in `change` stay; a drift that the change ends is closed with it. Returns the order as it stands afterwards.
 */
export async function recordOnOrder(
  tx: Transaction,
  order: OrderWithDeliveries,
  events: EventOnOrder[],
  change?: { payment: PaymentStatus; deliveries: ShippingStatus[] },
): Promise<OrderWithDeliveries> {
  const settled = change ? await settledBy(tx, order, events, change.payment) : []
  const placed = [...events, ...settled].map((event) => ({
    ...event,
    shopId: order.shopId,
    orderId: order.id,
  }))
  if (change) await setDeliveries(tx, order.deliveries, change.deliveries)
  const { id, number, amount } = order
  const head = await appendEvents(tx, { id, about: { number, amount }, head: order, events: placed })
  const written = await tx.order.updateMany({
    where: { id: order.id, version: order.version, eventSeq: order.eventSeq },
    data: change ? { ...head, paymentStatus: change.payment, version: order.version + 1 } : head,
  })
  if (written.count !== 1) throw new Error(`order ${order.id} was changed without its lock`)
  return {
    ...order,
    ...head,
    ...(change && {
      paymentStatus: change.payment,
      version: order.version + 1,
      deliveries: order.deliveries.map((delivery, i) => ({
        ...delivery,
        status: change.deliveries[i] ?? delivery.status,
      })),
    }),
  }
}

async function settledBy(
  tx: Transaction,
  order: OrderWithDeliveries,
  [because]: EventOnOrder[],
  paymentStatus: PaymentStatus,
): Promise<EventOnOrder[]> {
  if (!because) return []
  const settled = await settleByChange(tx, [{ ...order, paymentStatus, because }])
  return settled.get(order.id) ?? []
}

async function setDeliveries(tx: Transaction, now: Delivery[], wanted: ShippingStatus[]): Promise<void> {
  const moved = now.filter((delivery, i) => wanted[i] !== undefined && wanted[i] !== delivery.status)
  for (const status of new Set(moved.map((delivery) => wanted[now.indexOf(delivery)]))) {
    const ids = moved.filter((delivery) => wanted[now.indexOf(delivery)] === status).map(({ id }) => id)
    await tx.delivery.updateMany({ where: { id: { in: ids } }, data: { status } })
  }
}
