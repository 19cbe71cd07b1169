import { lastDayOf } from './evidence'
import type { Case } from './facts'
import type { Findings } from './findings'
import { saysLittle } from './reason'
import type { Follower } from './rules'

/** From when on the end of the 58 days is mentioned. */
const fewDays = 7

/** The table "Everything else" of `verdicts.md`, as far as it is about the order and what surrounds the request. */
export function judgeOrder(facts: Case, findings: Findings) {
  judgeNeighbourhood(facts, findings)
  const { order, settings, daysLeft } = facts
  if (order.paymentMethod !== 'kuroneko_card') {
    findings.add('not_kuroneko_card', { method: order.paymentMethod })
  }
  if (order.origin === 'imported') findings.add('imported_order', {})
  if (order.amount >= settings.secondPersonFrom) {
    findings.add('amount_at_limit', { limit: settings.secondPersonFrom })
  }
  if (order.paymentStatus === 'authorized' && daysLeft >= 0 && daysLeft < fewDays) {
    findings.add('capture_period_ending', { daysLeft, lastDay: lastDayOf(facts) })
  }
  if (saysLittle(facts)) findings.add('reason_says_little', {})
  findings.add('nothing_else_follows', { followers: followersOf(facts) })
}

function judgeNeighbourhood(facts: Case, findings: Findings) {
  const { match, openRequest, changedSinceFiling, reverts } = facts
  if (match && match.as !== 'exact') {
    const { as, typed, number } = match
    findings.add(as === 'normalised' ? 'number_normalised' : 'number_without_suffix', { typed, number })
  }
  if (openRequest != null) findings.add('another_open_request', { reference: openRequest })
  if (changedSinceFiling) {
    const { before, now } = changedSinceFiling
    findings.add('order_changed', { before, now })
  }
  if (reverts != null) findings.add('reverts_applied', { reference: reverts })
}

/** What the ordinary operation would have moved along with this change. The buyer hears of every one of them. */
function followersOf({ order, now, after }: Case): Follower[] {
  const paymentChanges = now.payment !== after.payment
  const deliveryChanges = now.deliveries.some((status, at) => status !== after.deliveries[at])
  const followers: Follower[] = []
  if (order.deliveries.some(({ stockState }) => stockState !== 'untracked')) followers.push('stock')
  if (paymentChanges) followers.push('points')
  followers.push('buyer_mail')
  if (deliveryChanges || after.payment === 'cancelled') followers.push('warehouse_mail')
  return followers
}
