import { captureDays } from '~/orders/capture-period'
import { applyWish } from '~/orders/change'
import { daysBetween } from '~/platform/tokyo'
import { answerOf } from './answers'
import { judgeClaim, judgeRequest } from './claim'
import { judgeDeliveries } from './deliveries'
import { judgeAmount, judgeAnswer, judgeEvidence } from './evidence'
import type { AssessInput, Case, OrderFacts } from './facts'
import { type Finding, gatherFindings, isBlocking } from './findings'
import { judgeOrder } from './order'
import { type SecondPersonReason, whySecondPerson } from './second-person'
import { judgeWish } from './wish'

export type Verdict = 'go' | 'look' | 'no'

export type Assessment = {
  verdict: Verdict
  secondPerson: boolean
  secondPersonReasons: SecondPersonReason[]
  /** By weight, then in the order of the tables. */
  findings: Finding[]
}

/**
 * What the decision tables say of one request (`verdicts.md`). Pure, and quick enough to be asked at every keystroke.
 * Throws `RangeError` where a day is none of the calendar.
 */
export function assess(input: AssessInput): Assessment {
  const findings = gatherFindings()
  judgeRequest(input, findings)
  if (input.order === null) {
    findings.add('no_order', {})
    return concluded(findings.inOrder(), [])
  }
  const facts = caseOf(input, input.order)
  judgeWish(facts, findings)
  judgeEvidence(facts, findings)
  judgeAnswer(facts, findings)
  judgeAmount(facts, findings)
  judgeDeliveries(facts, findings)
  judgeClaim(facts, findings)
  judgeOrder(facts, findings)
  return concluded(findings.inOrder(), whySecondPerson(facts))
}

function caseOf(input: AssessInput, order: OrderFacts): Case {
  const now = { payment: order.paymentStatus, deliveries: order.deliveries.map(({ status }) => status) }
  return {
    ...input,
    order,
    now,
    after: applyWish(now, input.request),
    answer: answerOf(input.evidence),
    daysLeft: captureDays - daysBetween(order.orderedOn, input.today),
  }
}

function concluded(findings: Finding[], secondPersonReasons: SecondPersonReason[]): Assessment {
  const secondPerson = secondPersonReasons.length > 0
  return { verdict: verdictOf(findings[0]), secondPerson, secondPersonReasons, findings }
}

/** @param heaviest the finding that stands first, if there is any */
function verdictOf(heaviest: Finding | undefined): Verdict {
  if (heaviest === undefined) return 'go'
  if (isBlocking(heaviest)) return 'no'
  return heaviest.severity === 'look' ? 'look' : 'go'
}
