import { applyWish, changesNothing, type Statuses } from '~/corrections/change'
import { wishablePayments } from '~/corrections/forms'
import { type PaymentWish, type ShippingWish, shippingWishes } from '~/corrections/wishes'
import { normaliseOrderNumber } from '~/orders/number'
import type { FieldProblem } from './errors'
import type { FormRow } from './fields'
import type { Known } from './use-orders'

/** What can be said about one row while it is still being filled in. */
export type Standing = {
  known: Known
  wish: Wish | null
  /** What the order shows now, and what it would show. */
  change: { before: Statuses; after: Statuses } | null
  /** What the desk would refuse at this moment, by field. */
  problems: { orderNumber?: FieldProblem; paymentStatus?: FieldProblem }
}

export type Wish = { paymentWish: PaymentWish; shippingWish: ShippingWish }

/** The same judgement that `file` makes at the end, early enough to be of use. */
export function standings(rows: readonly FormRow[], knownOf: (number: string) => Known): Standing[] {
  const seen = new Set<string>()
  return rows.map((row) => {
    const known = knownOf(row.orderNumber)
    const order = typeof known === 'object' ? known.order : null
    const number = order?.number ?? normaliseOrderNumber(row.orderNumber)
    const twice = number !== '' && seen.has(number)
    seen.add(number)
    const wish = wishOf(row)
    const change = order && wish && { before: order.shown, after: applyWish(order.shown, wish) }
    return { known, wish, change, problems: problemsOf(twice, order?.open ?? null, change) }
  })
}

function problemsOf(twice: boolean, open: string | null, change: Standing['change']): Standing['problems'] {
  if (twice) return { orderNumber: { type: 'twice', message: 'error.twice' } }
  if (open) {
    return {
      orderNumber: { type: 'already_open', message: 'error.already_open', types: { reference: open } },
    }
  }
  if (change && changesNothing(change.before, change.after)) {
    return { paymentStatus: { type: 'nothing_changes', message: 'error.nothing_changes' } }
  }
  return {}
}

function wishOf({ paymentStatus, shippingStatus }: FormRow): Wish | null {
  const paymentWish = wishablePayments.find((wish) => wish === paymentStatus)
  const shippingWish = shippingWishes.find((wish) => wish === shippingStatus)
  return paymentWish && shippingWish ? { paymentWish, shippingWish } : null
}
