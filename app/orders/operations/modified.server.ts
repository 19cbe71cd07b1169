import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import type { Transaction } from '~/platform/database.server'
import { type EventOnOrder, type OrderWithDeliveries, recordOnOrder, shownBy } from '../record.server'
import { modificationSchema, totalOf } from './amount'
import { give } from './stock.server'

/** A modification as its intent keeps it: what is wanted, and what that takes from the stock or gives back. */
export const keptModification = modificationSchema.extend({
  changes: z.array(z.object({ productId: z.uuid(), quantity: z.number().int() })),
})
export type KeptModification = z.output<typeof keptModification>

/** Gives a locked order its new lines, fees and amount, and the stock what is no longer wanted. */
export async function recordModified(
  tx: Transaction,
  order: OrderWithDeliveries,
  { changes, ...wanted }: KeptModification,
  event: EventOnOrder,
): Promise<OrderWithDeliveries> {
  const lines = wanted.lines.filter(({ quantity }) => quantity > 0)
  await tx.orderLine.deleteMany({ where: { orderId: order.id } })
  await tx.orderLine.createMany({
    data: lines.map((line, index) => ({ ...line, id: uuidv7(), orderId: order.id, index })),
  })
  const facts = { shippingFee: wanted.shippingFee, fee: wanted.fee, amount: totalOf(wanted) }
  await tx.order.update({ where: { id: order.id }, data: facts })
  await give(tx, fewer(changes))
  const shown = shownBy(order)
  return recordOnOrder(tx, { ...order, ...facts }, [{ ...event, before: shown, after: shown }], shown)
}

/** Gives back what was taken for a modification that did not come about. */
export async function giveUpModification(tx: Transaction, { changes }: KeptModification): Promise<void> {
  await give(
    tx,
    changes.filter(({ quantity }) => quantity > 0),
  )
}

function fewer(changes: KeptModification['changes']) {
  return changes
    .filter(({ quantity }) => quantity < 0)
    .map(({ productId, quantity }) => ({ productId, quantity: -quantity }))
}
