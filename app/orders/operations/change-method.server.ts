import type { Desk } from '~/staff/desk.server'
import { recordOnOrder, shownBy } from '../record.server'
import { type MethodChangeInput, methodRefusal } from './methods'
import { operateOn, refused } from './operate.server'
import { takeStockAgain } from './stock.server'

/**
 * 決済方法変更 of a cancelled order, by the manual's matrix. The new method's fee becomes 0 and the amount with it; the
 * person is told to check it. Deliveries stay キャンセル until they are set back.
 */
export function changeMethod(desk: Desk, orderId: string, { to, version }: MethodChangeInput) {
  return operateOn(
    desk,
    orderId,
    'change_method',
    async ({ tx, order, shop, event }) => {
      const refusal = methodRefusal(order.paymentMethod, to, shop.manualLink)
      if (refusal) return refused(refusal)
      const amount = order.amount - order.fee
      await tx.order.update({ where: { id: order.id }, data: { paymentMethod: to, fee: 0, amount } })
      const shown = shownBy(order)
      const details = { from: order.paymentMethod, to, fee_before: order.fee, fee_after: 0, amount }
      const changed = { ...order, paymentMethod: to, fee: 0, amount }
      await recordOnOrder(tx, changed, [event(details, { before: shown, after: shown })], shown)
      return { ok: true as const, feeBefore: order.fee }
    },
    version,
  )
}

/** Sets every cancelled delivery of an order whose method was changed back to 未配送; it holds its stock again. */
export function resetShipping(desk: Desk, orderId: string, version?: number) {
  return operateOn(
    desk,
    orderId,
    'reset_shipping',
    async ({ tx, order, event }) => {
      const before = shownBy(order)
      const deliveries = before.deliveries.map((status) => (status === 'cancelled' ? 'unshipped' : status))
      const after = { ...before, deliveries }
      if (!(await takeStockAgain(tx, order.id))) return refused('out_of_stock')
      await recordOnOrder(tx, order, [event(undefined, { before, after })], after)
      return { ok: true as const }
    },
    version,
  )
}
