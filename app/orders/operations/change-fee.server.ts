import type { Desk } from '~/staff/desk.server'
import { recordOnOrder, shownBy } from '../record.server'
import type { FeeChange } from './amount'
import { operateOn, refused } from './operate.server'

/**
 * Corrects the fee of an order whose method was changed, which that had set to 0 (the manual, 決済方法変更). The amount
 * follows; lines, stock and statuses stay, and Kuroneko has no part in this payment any more.
 */
export function changeFee(desk: Desk, orderId: string, { fee, version }: FeeChange) {
  return operateOn(
    desk,
    orderId,
    'change_fee',
    async ({ tx, order, event }) => {
      if (fee === order.fee) return refused('nothing_changed')
      const amount = order.amount - order.fee + fee
      await tx.order.update({ where: { id: order.id }, data: { fee, amount } })
      const shown = shownBy(order)
      const details = {
        fee_before: order.fee,
        fee_after: fee,
        amount_before: order.amount,
        amount_after: amount,
      }
      const changed = { ...order, fee, amount }
      await recordOnOrder(tx, changed, [event(details, { before: shown, after: shown })], shown)
      return { ok: true as const }
    },
    version,
  )
}
