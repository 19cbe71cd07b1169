import { whyUnfit } from '~/kuroneko/number'
import { captureDays } from '~/orders/capture-period'
import { addDays } from '~/platform/tokyo'
import { amountChangeFailed, cancellationFailed } from './answers'
import type { Case } from './facts'
import type { Findings, Source } from './findings'
import { type Cell, type CellFinding, isWishable, paymentTables } from './payment-tables'

/** The cell that holds for a case, and where it stands. Null where no payment status changes, or none that may. */
export function cellOf({ now, after, answer }: Case): { cell: Cell; source: Source } | null {
  const wish = after.payment
  if (wish === now.payment || !isWishable(wish)) return null
  const cell = paymentTables[wish][now.payment]?.[answer]
  return cell ? { cell, source: { table: `to_${wish}`, row: now.payment, column: answer } } : null
}

/** Is the wish true, and is a cosmetic change the right tool? The payment tables of `verdicts.md`. */
export function judgeEvidence(facts: Case, findings: Findings) {
  const found = cellOf(facts)
  if (!found) return
  const { cell, source } = found
  const finding = cell.later && facts.daysLeft < 0 ? cell.later : cell.finding
  if (finding) addCell(finding, facts, findings, source)
}

function addCell(id: CellFinding, facts: Case, findings: Findings, source: Source) {
  switch (id) {
    case 'evidence_unusable':
      return findings.add(whyUnknown(facts), {}, source)
    case 'kuroneko_undecided':
      return findings.add(id, { statusInfo: facts.evidence?.statusInfo ?? 0 }, source)
    case 'not_authorised_there':
      return findings.add(id, { answer: facts.answer }, source)
    case 'no_way_back_to_authorised':
      return findings.add(id, { payment: facts.now.payment }, source)
    case 'authorisation_too_late':
    case 'capture_instead':
    case 'capture_again_instead':
      return findings.add(id, { lastDay: lastDayOf(facts) }, source)
    default:
      return findings.add(id, {}, source)
  }
}

/** The last day on which the order can be captured. */
export function lastDayOf({ order }: Pick<Case, 'order'>): string {
  return addDays(order.orderedOn, captureDays)
}

function whyUnknown({ order, evidence }: Case) {
  const asked = order.kuronekoOrderNumber ?? order.number
  if (asked !== undefined && whyUnfit(asked)) return 'number_does_not_fit'
  return evidence === null ? 'evidence_not_asked' : 'evidence_unusable'
}

/** What an answer says beside its status: operations that failed, an authorisation that may be too old. */
export function judgeAnswer(facts: Case, findings: Findings) {
  const { evidence, answer, daysLeft } = facts
  if (answer === 'authorized' && daysLeft < 0) {
    findings.add('authorisation_may_have_lapsed', { lastDay: lastDayOf(facts) })
  }
  if (evidence?.outcome !== 'answered') return
  if (evidence.statusInfo === cancellationFailed) findings.add('cancellation_failed_there', {})
  if (evidence.statusInfo === amountChangeFailed) findings.add('amount_change_failed_there', {})
}

/** Whether both sides speak of the same money. */
export function judgeAmount({ order, request, evidence }: Case, findings: Findings) {
  if (evidence?.outcome !== 'answered' || evidence.amount == null) return
  const { amount: here } = order
  const { amount: there } = evidence
  if (here === there) return
  findings.add(request.paymentWish === 'captured' ? 'amount_differs_at_capture' : 'amount_differs', {
    here,
    there,
  })
}
