import { changesNothing } from '~/orders/change'
import { unchanged } from '~/orders/wishes'
import type { Case } from './facts'
import type { Findings } from './findings'
import { isWishable } from './payment-tables'

/** Whether the wish is one at all (`verdicts.md`, "Payment status"). */
export function judgeWish({ now, after, request }: Case, findings: Findings) {
  if (changesNothing(now, after)) findings.add('nothing_would_change', {})
  const { paymentWish } = request
  if (paymentWish !== unchanged && !isWishable(paymentWish)) {
    findings.add('status_not_wishable', { payment: paymentWish })
  }
}
