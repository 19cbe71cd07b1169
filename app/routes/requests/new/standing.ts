import { applyWish, type Statuses } from '~/corrections/change'
import type { LookedUp } from '~/corrections/forms'
import { wishablePayments } from '~/corrections/limits'
import { foresee, type Preview, type ShopEvidence } from '~/corrections/preview'
import { isAtKuroneko, whyNever } from '~/corrections/why-never'
import { claims, type PaymentWish, type ShippingWish, shippingWishes } from '~/corrections/wishes'
import { normaliseOrderNumber } from '~/orders/number'
import type { Assessment } from '~/verdicts/assess'
import type { ErrorKey, FieldProblem } from './errors'
import type { FormRow } from './fields'
import type { Asked } from './use-answers'
import type { Known } from './use-orders'

/** What can be said about one row while it is still being filled in. */
export type Standing = {
  known: Known
  wish: Wish | null
  /** What the order shows now, and what it would show. */
  change: { before: Statuses; after: Statuses } | null
  /** What the desk would refuse at this moment, by field. */
  problems: { orderNumber?: FieldProblem; paymentStatus?: FieldProblem; shippingStatus?: FieldProblem }
  outlook: Outlook | null
}

/** What the rules would say if it were filed now. */
export type Outlook = {
  /** Null where there is nothing that Kuroneko could be asked about. */
  kuroneko: ShopEvidence | 'asking' | 'unanswered' | null
  /** Null until the row says what is wished and claimed. */
  assessment: Assessment | null
}

export type Wish = { paymentWish: PaymentWish; shippingWish: ShippingWish }

/** The same judgement that `file` makes at the end, early enough to be of use. */
export function standings(
  rows: readonly FormRow[],
  knownOf: (number: string) => Known,
  previewOf: (number: string) => Asked<Preview> | undefined,
): Standing[] {
  const seen = new Set<string>()
  return rows.map((row) => {
    const known = knownOf(row.orderNumber)
    const order = typeof known === 'object' ? known.order : null
    const number = order?.number ?? normaliseOrderNumber(row.orderNumber)
    const twice = number !== '' && seen.has(number)
    seen.add(number)
    const wish = wishOf(row)
    const change = order && wish && { before: order.shown, after: applyWish(order.shown, wish) }
    const outlook =
      typeof known === 'object' ? outlookOf(row, wish, order && previewOf(row.orderNumber)) : null
    return { known, wish, change, problems: problemsOf(twice, order, wish), outlook }
  })
}

function problemsOf(twice: boolean, order: LookedUp | null, wish: Wish | null): Standing['problems'] {
  if (twice) return { orderNumber: { type: 'twice', message: 'error.twice' } }
  if (!order) return {}
  if (order.open) {
    const types = { reference: order.open }
    return { orderNumber: { type: 'already_open', message: 'error.already_open', types } }
  }
  const never = whyNever(order, wish)
  return never
    ? { [never.field]: { type: never.code, message: `error.${never.code}` satisfies ErrorKey } }
    : {}
}

/** @param asked null where the shop has no such order */
function outlookOf(
  row: FormRow,
  wish: Wish | null,
  asked: Asked<Preview> | undefined | null,
): Outlook | null {
  if (asked === undefined) return null
  if (asked === 'asking') return { kuroneko: 'asking', assessment: null }
  if (asked === 'unreachable') return { kuroneko: 'unanswered', assessment: null }
  const preview = asked?.found ?? null
  const claim = claims.find((known) => known === row.kuronekoStatus)
  const assessment = wish && claim ? foresee(preview, { ...wish, claim, reason: row.reason }) : null
  if (preview === null) return assessment && { kuroneko: null, assessment }
  const { evidence, order } = preview
  const askable = isAtKuroneko(order)
  return { kuroneko: askable ? (evidence ?? 'unanswered') : null, assessment }
}

function wishOf({ paymentStatus, shippingStatus }: FormRow): Wish | null {
  const paymentWish = wishablePayments.find((wish) => wish === paymentStatus)
  const shippingWish = shippingWishes.find((wish) => wish === shippingStatus)
  return paymentWish && shippingWish ? { paymentWish, shippingWish } : null
}
