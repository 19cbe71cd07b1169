import { type Answer, amountChangeFailed, answerOf, cancellationFailed } from '~/kuroneko/answers'
import type { PaymentStatus, ShippingStatus } from '../statuses'
import { type Claim, type PaymentWish, type ShippingWish, unchanged } from '../wishes'

/** What an order shows and what Kuroneko says of it. A row of each table fits. */
export type Sides = {
  order: { paymentStatus: PaymentStatus; amount: number }
  evidence: {
    outcome: 'answered' | 'not_found' | 'unknown'
    statusInfo: number | null
    amount: number | null
  }
}

/**
 * The answers that contradict what the platform shows. What only says less than the platform does (no transaction for an
 * order that was never paid, authorised still for one that ran out) is no difference.
 */
const contradicting: Record<PaymentStatus, readonly Answer[]> = {
  authorized: ['captured', 'cancelled', 'failed', 'open', 'not_found'],
  captured: ['authorized', 'cancelled', 'failed', 'open', 'not_found'],
  cancelled: ['authorized', 'captured'],
  authorization_expired: ['captured', 'cancelled'],
  failed: ['authorized', 'captured', 'cancelled'],
  incomplete: ['authorized', 'captured', 'cancelled'],
}

/** Answers after which Kuroneko's amount is the one that was or will be charged. */
const sameAmount: readonly Answer[] = ['authorized', 'captured']

/**
 * How the two differ: by status, or by the amount alone. Null where they agree, and where Kuroneko gave no usable answer,
 * which says nothing.
 */
export function differenceOf({ order, evidence }: Sides): 'status' | 'amount' | null {
  const answer = answerOf(evidence)
  if (answer === 'unknown') return null
  const { paymentStatus } = order
  if (contradicting[paymentStatus].includes(answer)) return 'status'
  if (paymentStatus === 'cancelled' && operationFailed(evidence.statusInfo)) return 'status'
  const comparable = paymentStatus === answer && sameAmount.includes(answer)
  return comparable && amountsDiffer(order, evidence) ? 'amount' : null
}

/** 16 and 17: an order that shows as cancelled may still be charged. */
function operationFailed(statusInfo: number | null): boolean {
  return statusInfo === cancellationFailed || statusInfo === amountChangeFailed
}

export function amountsDiffer(order: { amount: number }, evidence: { amount: number | null }): boolean {
  return evidence.amount !== null && evidence.amount !== order.amount
}

export type ReadyWish = { paymentStatus: PaymentWish; shippingStatus: ShippingWish; kuronekoStatus: Claim }

/**
 * The request that mends a drift: exactly where the decision tables have nothing against the wish (`verdicts.md`). Null
 * where no cosmetic change would be right.
 * @param daysLeft whole days until the order can no longer be captured, see `capture-period.ts`
 */
export function readyWish(
  sides: Sides & { order: { deliveries: { status: ShippingStatus }[] } },
  daysLeft: number,
): ReadyWish | null {
  const { order, evidence } = sides
  if (differenceOf(sides) !== 'status') return null
  const answer = answerOf(evidence)
  if (answer === 'cancelled') {
    const open = order.deliveries.some(({ status }) => status !== 'cancelled' && status !== 'returned')
    return wish('cancelled', open ? 'cancelled' : unchanged)
  }
  if (amountsDiffer(order, evidence)) return null
  if (answer === 'captured' && order.paymentStatus !== 'cancelled') return wish('captured', unchanged)
  const takenBack = order.paymentStatus === 'failed' || order.paymentStatus === 'incomplete'
  return answer === 'authorized' && takenBack && daysLeft >= 0 ? wish('authorized', unchanged) : null
}

function wish(status: 'authorized' | 'captured' | 'cancelled', shippingStatus: ShippingWish): ReadyWish {
  return { paymentStatus: status, shippingStatus, kuronekoStatus: status }
}

/** What a drift without a ready wish calls for. */
export const driftAdvice = [
  'buyer_stays_charged',
  'authorised_there',
  'captured_here_authorised_there',
  'authorisation_too_late',
  'failed_there',
  'not_found_there',
  'undecided_there',
  'amounts_differ',
] as const
export type DriftAdvice = (typeof driftAdvice)[number]

/** Why there is no ready wish; call it only where there is none. */
export function adviceFor({ order, evidence }: Sides): DriftAdvice {
  const { paymentStatus } = order
  switch (answerOf(evidence)) {
    case 'captured':
      return paymentStatus === 'cancelled' ? 'buyer_stays_charged' : 'amounts_differ'
    case 'authorized':
      if (paymentStatus === 'cancelled') return 'authorised_there'
      if (paymentStatus === 'captured') return 'captured_here_authorised_there'
      return amountsDiffer(order, evidence) ? 'amounts_differ' : 'authorisation_too_late'
    case 'failed':
      return 'failed_there'
    case 'not_found':
      return 'not_found_there'
    default:
      return 'undecided_there'
  }
}
