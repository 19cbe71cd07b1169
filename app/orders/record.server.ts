import { appendEvents } from '~/audit/append.server'
import type { NewEvent, Shown } from '~/audit/events'
import { columnsOf } from '~/platform/columns.server'
import type { Database, Transaction } from '~/platform/database.server'
import { type Delivery, type Order, Prisma } from '~/platform/prisma/client'
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
  const [order] = await tx.$queryRaw<Order[]>`
    SELECT ${orderColumns} FROM "order" WHERE id = ${orderId}::uuid FOR UPDATE`
  if (!order) return null
  // Only now, for deliveries change under the order's lock.
  const deliveries = await tx.$queryRaw<Delivery[]>`
    SELECT ${deliveryColumns} FROM delivery WHERE order_id = ${orderId}::uuid ORDER BY index`
  return { ...order, deliveries }
}

/** The order as it is at this moment, by one statement. Null when there is none. */
export async function readOrder(db: Database, orderId: string): Promise<OrderWithDeliveries | null> {
  const [order] = await db.$queryRaw<OrderWithDeliveries[]>`
    SELECT ${orderColumns}, (
      SELECT coalesce(json_agg(d), '[]') FROM (
        SELECT ${deliveryColumns} FROM delivery WHERE order_id = ${orderId}::uuid ORDER BY index
      ) AS d) AS deliveries
    FROM "order" WHERE id = ${orderId}::uuid`
  return order ?? null
}

const orderColumns = columnsOf(Prisma.OrderScalarFieldEnum)
const deliveryColumns = columnsOf(Prisma.DeliveryScalarFieldEnum)

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
  const payment = change?.payment ?? order.paymentStatus
  const version = change ? order.version + 1 : order.version
  const written = await tx.$executeRaw`
    UPDATE "order" SET event_seq = ${head.eventSeq}, event_hash = ${head.eventHash},
      payment_status = ${payment}::payment_status, version = ${version}, updated_at = now()
    WHERE id = ${id}::uuid AND version = ${order.version} AND event_seq = ${order.eventSeq}`
  if (written !== 1) throw new Error(`order ${id} was changed without its lock`)
  return {
    ...order,
    ...head,
    ...(change && {
      paymentStatus: payment,
      version,
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
  const moved = now.flatMap(({ id, status }, i) => {
    const to = wanted[i]
    return to === undefined || to === status ? [] : [{ id, to }]
  })
  if (moved.length === 0) return
  await tx.$executeRaw`
    UPDATE delivery SET status = moved.status
    FROM unnest(${moved.map(({ id }) => id)}::uuid[], ${moved.map(({ to }) => to)}::shipping_status[])
      AS moved (id, status)
    WHERE delivery.id = moved.id`
}
