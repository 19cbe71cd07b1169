import type { OrderLine } from '~/platform/prisma/client'
import type { Desk } from '~/staff/desk.server'
import { type Modification, totalOf } from './amount'
import { begin } from './begin.server'
import { recordModified } from './modified.server'
import { operateOn, refused } from './operate.server'
import { type StockChange, takeStock } from './stock.server'

/**
 * 注文内容変更: lines, quantities and fees of a 仮売上. What is wanted more is taken from the stock at once. Where the
 * amount changes it is sent to Kuroneko first; a change that leaves it needs no call (Kuroneko refuses the same amount).
 */
export function beginModify(desk: Desk, orderId: string, wanted: Modification, version?: number) {
  return operateOn(
    desk,
    orderId,
    'modify',
    async (operating) => {
      const { tx, order, event } = operating
      const lines = await tx.orderLine.findMany({ where: { orderId: order.id }, orderBy: { index: 'asc' } })
      const amount = totalOf(wanted)
      if (amount < 1) return refused('invalid')
      const changes = stockChanges(lines, wanted)
      if (!changes) return refused('invalid')
      if (changesNothing(lines, order, wanted)) return refused('nothing_changed')
      if (!(await takeStock(tx, changes))) return refused('out_of_stock')
      const input = { ...wanted, changes }
      const details = { amount_before: order.amount, amount_after: amount }
      if (amount === order.amount) {
        await recordModified(tx, order, input, event(details))
        return { ok: true as const, here: true as const }
      }
      const fields = { new_price: String(amount), old_price: String(order.amount) }
      return begin(operating, 'modify', [{ function: 'A07', fields }], { input, details })
    },
    version,
  )
}

/** Null where a product is named that the order does not have: only what was bought can be changed. */
function stockChanges(lines: OrderLine[], wanted: Modification): StockChange[] | null {
  const had = new Map<string, number>()
  for (const { productId, quantity } of lines)
    if (productId) had.set(productId, (had.get(productId) ?? 0) + quantity)
  const changes = new Map([...had].map(([productId, quantity]) => [productId, -quantity]))
  for (const { productId, quantity } of wanted.lines) {
    if (!productId) continue
    if (!had.has(productId)) return null
    changes.set(productId, (changes.get(productId) ?? 0) + quantity)
  }
  return [...changes].map(([productId, quantity]) => ({ productId, quantity }))
}

function changesNothing(
  lines: OrderLine[],
  order: { shippingFee: number; fee: number },
  wanted: Modification,
): boolean {
  const facts = (all: Modification['lines']) =>
    JSON.stringify(
      all.map(({ productId, name, unitPrice, quantity }) => [productId, name, unitPrice, quantity]),
    )
  return (
    facts(lines) === facts(wanted.lines) &&
    order.shippingFee === wanted.shippingFee &&
    order.fee === wanted.fee
  )
}
