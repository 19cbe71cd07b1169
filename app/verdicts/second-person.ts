import { cellOf } from './evidence'
import type { Case } from './facts'

export const secondPersonReasons = ['amount', 'brought_back', 'evidence', 'reverts'] as const
export type SecondPersonReason = (typeof secondPersonReasons)[number]

/**
 * Why two people are needed, if they are (`design.md` §4). That a blocking finding is overridden is one more reason,
 * which the one who overrides it adds.
 */
export function whySecondPerson(facts: Case): SecondPersonReason[] {
  return secondPersonReasons.filter((reason) => holds[reason](facts))
}

const holds: Record<SecondPersonReason, (facts: Case) => boolean> = {
  amount: ({ order, settings }) => order.amount >= settings.secondPersonFrom,
  brought_back: ({ now, after }) => now.payment === 'cancelled' && after.payment !== 'cancelled',
  evidence: (facts) => facts.answer === 'unknown' && cellOf(facts)?.cell.two === true,
  reverts: ({ reverts }) => reverts != null,
}
