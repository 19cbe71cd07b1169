import type { PaymentStatus } from '~/orders/statuses'
import type { Answer } from './answers'
import type { PlainFinding } from './rules'

/** The findings of the payment tables: those that name no facts, and these. */
export type CellFinding =
  | PlainFinding
  | 'kuroneko_undecided'
  | 'not_authorised_there'
  | 'no_way_back_to_authorised'
  | 'authorisation_too_late'
  | 'capture_instead'
  | 'capture_again_instead'

/** One cell of a payment table of `verdicts.md`. */
export type Cell = {
  /** Null: nothing speaks against it. */
  finding: CellFinding | null
  /** What holds instead once the 58 days are over. */
  later?: CellFinding
  /** A second approver as well. */
  two?: true
}
type Row = Record<Answer, Cell>
export type PaymentTable = Partial<Record<PaymentStatus, Row>>

const go: Cell = { finding: null }
const say = (finding: CellFinding): Cell => ({ finding })
const two = (finding: CellFinding): Cell => ({ finding, two: true })
/** A day too late it says something else. */
const inTime = (finding: CellFinding | null, later: CellFinding): Cell => ({ finding, later })
/** No usable answer. Which of the findings about that it is depends on why there is none. */
const unknown = two('evidence_unusable')

/** D = 決済完了 */
export const toCaptured: PaymentTable = {
  authorized: {
    authorized: inTime('capture_instead', 'authorised_only'),
    captured: go,
    cancelled: say('kuroneko_cancelled'),
    failed: say('never_authorised'),
    open: say('kuroneko_undecided'),
    not_found: say('no_transaction'),
    unknown,
  },
  authorization_expired: {
    authorized: say('authorised_only'),
    captured: go,
    cancelled: say('kuroneko_cancelled'),
    failed: say('never_authorised'),
    open: say('kuroneko_undecided'),
    not_found: say('no_transaction'),
    unknown,
  },
  failed: {
    authorized: inTime('capture_again_instead', 'authorised_only'),
    captured: go,
    cancelled: say('kuroneko_cancelled'),
    failed: say('never_authorised'),
    open: say('kuroneko_undecided'),
    not_found: say('no_transaction'),
    unknown,
  },
  incomplete: {
    authorized: inTime('capture_instead', 'authorised_only'),
    captured: go,
    cancelled: say('kuroneko_cancelled'),
    failed: say('never_authorised'),
    open: say('buyer_not_finished'),
    not_found: say('no_transaction'),
    unknown,
  },
  cancelled: {
    authorized: say('nothing_captured'),
    captured: two('cancelled_order_comes_back'),
    cancelled: say('kuroneko_cancelled'),
    failed: say('never_authorised'),
    open: two('kuroneko_undecided'),
    not_found: say('no_transaction'),
    unknown,
  },
}

/** D = 注文キャンセル */
export const toCancelled: PaymentTable = {
  authorized: {
    authorized: say('cancel_instead'),
    captured: say('buyer_stays_charged'),
    cancelled: go,
    failed: say('nothing_was_charged'),
    open: say('kuroneko_undecided'),
    not_found: say('nothing_to_cancel_there'),
    unknown,
  },
  captured: {
    authorized: say('captured_here_authorised_there'),
    captured: say('buyer_stays_charged'),
    cancelled: go,
    failed: say('captured_here_failed_there'),
    open: say('kuroneko_undecided'),
    not_found: say('no_transaction'),
    unknown,
  },
  authorization_expired: {
    authorized: say('cancel_instead'),
    captured: say('buyer_stays_charged'),
    cancelled: go,
    failed: say('nothing_was_charged'),
    open: say('kuroneko_undecided'),
    not_found: say('nothing_to_cancel_there'),
    unknown,
  },
  failed: {
    authorized: say('cancel_instead'),
    captured: say('buyer_stays_charged'),
    cancelled: go,
    failed: go,
    open: say('kuroneko_undecided'),
    not_found: say('nothing_to_cancel_there'),
    unknown,
  },
  incomplete: {
    authorized: say('cancel_here_and_there'),
    captured: say('buyer_stays_charged'),
    cancelled: go,
    failed: go,
    open: say('kuroneko_undecided'),
    not_found: say('cancel_here_only'),
    unknown,
  },
}

/** D = 仮売上, where Kuroneko answers authorised, and where it answers anything else. */
function authorizedRow(authorized: Cell, other: CellFinding, unanswered: Cell): Row {
  const not = say(other)
  return {
    authorized,
    captured: not,
    cancelled: not,
    failed: not,
    open: not,
    not_found: not,
    unknown: unanswered,
  }
}
const neverAgain = say('no_way_back_to_authorised')

/** D = 仮売上 */
export const toAuthorized: PaymentTable = {
  failed: authorizedRow(inTime(null, 'authorisation_too_late'), 'not_authorised_there', unknown),
  incomplete: authorizedRow(inTime(null, 'authorisation_too_late'), 'not_authorised_there', unknown),
  cancelled: authorizedRow(two('authorised_anew'), 'not_authorised_there', unknown),
  captured: authorizedRow(neverAgain, 'no_way_back_to_authorised', neverAgain),
  authorization_expired: authorizedRow(neverAgain, 'no_way_back_to_authorised', neverAgain),
}

/** The table of each status that can be wished for. */
export const paymentTables = { captured: toCaptured, cancelled: toCancelled, authorized: toAuthorized }
export type Wishable = keyof typeof paymentTables

export function isWishable(wish: string): wish is Wishable {
  return Object.hasOwn(paymentTables, wish)
}
