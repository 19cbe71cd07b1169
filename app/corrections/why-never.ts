import type { OrderOrigin, PaymentMethod } from '~/orders/codes'
import { unchanged } from '~/orders/wishes'
import { applyWish, changesNothing, type Statuses } from './change'
import type { PaymentWish, ShippingWish } from './wishes'

export type Never =
  | { field: 'orderNumber'; code: 'not_kuroneko' }
  | { field: 'paymentStatus'; code: 'nothing_changes' }
  | { field: 'shippingStatus'; code: 'contradiction' }

/** Whether an order was paid by card through Kuroneko, which alone this desk is about. */
export function isAtKuroneko(order: { paymentMethod: PaymentMethod; origin: OrderOrigin }): boolean {
  return order.paymentMethod === 'kuroneko_card' && order.origin !== 'imported'
}

/**
 * Why a wish could never be applied to an order, whatever Kuroneko says; nobody may override it.
 * @param wish null while it is incomplete
 */
export function whyNever(
  order: { shown: Statuses; atKuroneko: boolean },
  wish: { paymentWish: PaymentWish; shippingWish: ShippingWish } | null,
): Never | null {
  if (!order.atKuroneko) return { field: 'orderNumber', code: 'not_kuroneko' }
  if (!wish) return null
  if (changesNothing(order.shown, applyWish(order.shown, wish))) {
    return { field: 'paymentStatus', code: 'nothing_changes' }
  }
  const stays = wish.paymentWish !== 'cancelled' && wish.paymentWish !== unchanged
  return stays && wish.shippingWish === 'cancelled'
    ? { field: 'shippingStatus', code: 'contradiction' }
    : null
}
