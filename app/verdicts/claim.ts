import type { AssessInput, Case } from './facts'
import type { Findings } from './findings'

/** The claim against the evidence (`verdicts.md`, "Claim against wish and evidence"). */
export function judgeClaim({ request, answer }: Case, findings: Findings) {
  const { claim } = request
  if (claim === 'other' || answer === 'unknown' || claim === answer) return
  if (claim === 'cancelled' && (answer === 'captured' || answer === 'authorized')) {
    findings.add('claim_cancelled_not_so', { answer })
  } else if (claim === 'captured' && (answer === 'cancelled' || answer === 'authorized')) {
    findings.add('claim_captured_not_so', { answer })
  } else {
    findings.add('claim_differs', { claim, answer })
  }
}

/** What can be said of the request before any order is known: while it is being filed. */
export function judgeRequest({ request }: Pick<AssessInput, 'request'>, findings: Findings) {
  const { claim, paymentWish } = request
  const contradicts =
    (claim === 'cancelled' && paymentWish === 'captured') ||
    (claim === 'captured' && paymentWish === 'cancelled')
  if (contradicts) findings.add('claim_contradicts_wish', { claim, payment: paymentWish })
  if (claim === 'other') findings.add('claim_in_words', {})
}
