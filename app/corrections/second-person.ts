import type { PaymentStatus } from '~/orders/statuses'
import type { PaymentWish } from './wishes'

export const secondPersonReasons = ['amount', 'brought_back'] as const
export type SecondPersonReason = (typeof secondPersonReasons)[number]

/**
 * Why two people are needed for a change, if they are (`design.md` §4).
 * @param limit the desk's limit in yen; at or above it a second person approves
 */
export function secondPersonFor(
  order: { amount: number; paymentStatus: PaymentStatus },
  paymentWish: PaymentWish,
  limit: number,
): SecondPersonReason[] {
  const reasons: SecondPersonReason[] = []
  if (order.amount >= limit) reasons.push('amount')
  const leavesCancelled =
    order.paymentStatus === 'cancelled' && !['cancelled', 'unchanged'].includes(paymentWish)
  if (leavesCancelled) reasons.push('brought_back')
  return reasons
}
