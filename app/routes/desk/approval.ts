import type { RequestDetail } from '~/corrections/detail.server'
import { isBlocking } from '~/verdicts/findings'

export type ApprovalOffer = {
  action: 'approve' | 'approve_second'
  word: 'decide.approve' | 'decide.approveFirst' | 'decide.approve_second' | 'decide.override'
  /** Only in spite of blocking findings, with a reason in writing. */
  override: boolean
}

/** The approval that this person may give now; null where findings stand in the way or it is not theirs to give. */
export function approval(detail: RequestDetail): ApprovalOffer | null {
  const { actions, assessment, mayOverride } = detail
  const blocking = assessment.findings.filter(isBlocking)
  if (actions.includes('approve_second')) return second(detail, blocking.length > 0)
  if (!actions.includes('approve')) return null
  if (blocking.length > 0) {
    const allowed = mayOverride && blocking.every(({ overridable }) => overridable)
    return allowed ? { action: 'approve', word: 'decide.override', override: true } : null
  }
  const word = assessment.secondPerson ? 'decide.approveFirst' : 'decide.approve'
  return { action: 'approve', word, override: false }
}

/** The second approval; what blocks must have been overridden by the first. */
function second({ decisions }: RequestDetail, blocked: boolean): ApprovalOffer | null {
  const first = decisions.findLast(({ result }) => result === 'awaiting_second')
  if (blocked && first?.override !== true) return null
  return { action: 'approve_second', word: 'decide.approve_second', override: false }
}
