import { v7 as uuidv7 } from 'uuid'
import { appendToChains } from '~/audit/append.server'
import type { Transaction } from '~/platform/database.server'
import type { PaymentMethod, PaymentStatus } from '~/platform/prisma/enums'
import { settleByChange } from './drift/settle.server'
import type { NewDelivery } from './receive.server'
import type { EventOnOrder, OrderWithDeliveries } from './record.server'

/** An order as it is to stand, with the events that say so. Deliveries are told in order; none is ever taken away. */
export type Restated = {
  order: OrderWithDeliveries
  events: EventOnOrder[]
  to: {
    orderedAt: Date
    paymentMethod: PaymentMethod
    paymentStatus: PaymentStatus
    amount: number
    fee: number
    kuronekoOrderNumber: string | null
    deliveries: NewDelivery[]
  }
}

/** Locks the orders of one shop that have these numbers, in one order of locking, and reads them under the lock. */
export async function lockOrdersByNumber(
  tx: Transaction,
  shopId: string,
  numbers: string[],
): Promise<OrderWithDeliveries[]> {
  await tx.$queryRaw`
    SELECT 1 FROM "order" WHERE shop_id = ${shopId}::uuid AND number = ANY (${numbers}::text[])
    ORDER BY id FOR UPDATE`
  return findOrdersByNumber(tx, shopId, numbers)
}

/** The orders of one shop that have these numbers, with their deliveries in order. */
export function findOrdersByNumber(
  tx: Transaction,
  shopId: string,
  numbers: string[],
): Promise<OrderWithDeliveries[]> {
  return tx.order.findMany({
    where: { shopId, number: { in: numbers } },
    include: { deliveries: { orderBy: { index: 'asc' } } },
  })
}

/**
 * Restates many locked orders and appends their events, by a fixed number of statements. Each order's version goes up
 * by one. `recordOnOrder` is the same for one order whose statuses change.
 */
export async function restateOrders(tx: Transaction, restated: Restated[]): Promise<void> {
  if (restated.length === 0) return
  await restateDeliveries(tx, restated)
  const settled = await settleByChange(
    tx,
    restated.flatMap(({ order: { id, shopId }, to, events: [because] }) =>
      because ? [{ id, shopId, paymentStatus: to.paymentStatus, amount: to.amount, because }] : [],
    ),
  )
  const heads = await appendToChains(
    tx,
    restated.map(({ order, events, to }) => ({
      id: order.id,
      about: { number: order.number, amount: to.amount },
      head: order,
      events: [...events, ...(settled.get(order.id) ?? [])].map((event) => ({
        ...event,
        shopId: order.shopId,
        orderId: order.id,
      })),
    })),
  )
  const rows = restated.map(({ order, to: { deliveries: _, ...facts } }, i) => ({
    ...facts,
    id: order.id,
    version: order.version,
    seqBefore: order.eventSeq,
    ...heads[i],
  }))
  const written = await tx.$executeRaw`
    UPDATE "order" SET
      ordered_at = new."orderedAt", payment_method = new."paymentMethod", payment_status = new."paymentStatus",
      amount = new.amount, fee = new.fee, kuroneko_order_number = new."kuronekoOrderNumber",
      version = new.version + 1, event_seq = new."eventSeq", event_hash = new."eventHash", updated_at = now()
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS new (
      id uuid, version int, "seqBefore" int, "eventSeq" int, "eventHash" text, "orderedAt" timestamptz,
      "paymentMethod" payment_method, "paymentStatus" payment_status, amount int, fee int,
      "kuronekoOrderNumber" text)
    WHERE "order".id = new.id AND "order".version = new.version AND "order".event_seq = new."seqBefore"`
  if (written !== restated.length) throw new Error('orders were changed without their locks')
}

async function restateDeliveries(tx: Transaction, restated: Restated[]): Promise<void> {
  const told = restated.flatMap(({ order, to }) =>
    to.deliveries.map((delivery, index) => ({
      id: order.deliveries[index]?.id,
      orderId: order.id,
      index,
      ...delivery,
    })),
  )
  const known = told.filter(({ id }) => id)
  const further = told.filter(({ id }) => !id).map((delivery) => ({ ...delivery, id: uuidv7() }))
  await tx.$executeRaw`
    UPDATE delivery SET status = new.status, slip_number = new."slipNumber", carrier = new.carrier
    FROM jsonb_to_recordset(${JSON.stringify(known)}::jsonb) AS new (
      id uuid, status shipping_status, "slipNumber" text, carrier text)
    WHERE delivery.id = new.id`
  if (further.length > 0) await tx.delivery.createMany({ data: further })
}
