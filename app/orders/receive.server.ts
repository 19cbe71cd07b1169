import { v7 as uuidv7 } from 'uuid'
import { appendToChains, type Head } from '~/audit/append.server'
import type { Transaction } from '~/platform/database.server'
import type { OrderOrigin, PaymentMethod, PaymentStatus, ShippingStatus } from '~/platform/prisma/enums'
import type { EventOnOrder } from './record.server'

export type NewDelivery = { status: ShippingStatus; slipNumber: string | null; carrier: string | null }

/** An order that the desk did not know yet, as it shows now, with the events that led there. */
export type NewOrder = {
  shopId: string
  number: string
  numberAsReceived: string
  orderedAt: Date
  paymentMethod: PaymentMethod
  paymentStatus: PaymentStatus
  amount: number
  fee: number
  kuronekoOrderNumber: string | null
  origin: OrderOrigin
  /** 1 for an order that was just received. */
  version: number
  deliveries: NewDelivery[]
  events: EventOnOrder[]
}

/** Inserts orders, their deliveries and the beginning of their chains, by a fixed number of statements. */
export async function receiveOrders(tx: Transaction, orders: NewOrder[]): Promise<void> {
  const placed = orders.map((order) => ({ ...order, id: uuidv7() }))
  await tx.order.createMany({ data: placed.map(({ deliveries: _, events: __, ...row }) => row) })
  await tx.delivery.createMany({
    data: placed.flatMap(({ id, deliveries }) =>
      deliveries.map((delivery, index) => ({ ...delivery, id: uuidv7(), orderId: id, index })),
    ),
  })
  const heads = await appendToChains(
    tx,
    placed.map(({ id, shopId, number, amount, events }) => ({
      id,
      about: { number, amount },
      head: { eventSeq: 0, eventHash: null },
      events: events.map((event) => ({ ...event, shopId, orderId: id })),
    })),
  )
  await storeHeads(tx, placed, heads)
}

/** Stores the heads of many orders' chains by one statement; the caller holds their locks, or has just made them. */
export async function storeHeads(tx: Transaction, orders: { id: string }[], heads: Head[]): Promise<void> {
  const ids = orders.map(({ id }) => id)
  const seqs = heads.map(({ eventSeq }) => eventSeq)
  const hashes = heads.map(({ eventHash }) => eventHash)
  await tx.$executeRaw`
    UPDATE "order" SET event_seq = head.seq, event_hash = head.hash
    FROM unnest(${ids}::uuid[], ${seqs}::int[], ${hashes}::text[]) AS head (id, seq, hash)
    WHERE "order".id = head.id`
}
