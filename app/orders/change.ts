import type { PaymentStatus, ShippingStatus } from './statuses'
import { type PaymentWish, type ShippingWish, unchanged } from './wishes'

export type Statuses = { payment: PaymentStatus; deliveries: ShippingStatus[] }

/** What an order would show once the wish is applied; a shipping wish is for all of its deliveries. */
export function applyWish(
  now: Statuses,
  wish: { paymentWish: PaymentWish; shippingWish: ShippingWish },
): Statuses {
  const { paymentWish, shippingWish } = wish
  return {
    payment: paymentWish === unchanged ? now.payment : paymentWish,
    deliveries: now.deliveries.map((status) => (shippingWish === unchanged ? status : shippingWish)),
  }
}

export function changesNothing(before: Statuses, after: Statuses): boolean {
  return (
    before.payment === after.payment && before.deliveries.every((status, i) => status === after.deliveries[i])
  )
}
