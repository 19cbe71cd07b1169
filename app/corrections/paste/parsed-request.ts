import type { Claim, PaymentWish, ShippingWish } from '~/corrections/wishes'
import type { Field } from './fields'
import { excerpt, type Problem } from './problems'

/** Where a value was read: the line, counted from 1, and its text as pasted. */
export type Source = { line: number; text: string }

/** One request as understood. A field that could not be taken is null and has a problem that says why. */
export type ParsedRequest = {
  orderNumber: string | null
  paymentStatus: PaymentWish | null
  shippingStatus: ShippingWish | null
  kuronekoStatus: Claim | null
  /** What was typed for Kuroneko's side, unless it was exactly the claim's label or code. */
  kuronekoWords: string | null
  reason: string | null
  sources: Partial<Record<Field, Source>>
  problems: Problem[]
}

const longestSource = 2000

/** The line a value begins on and its text as pasted, or the start of it where it is very long. */
export function sourceOf(line: number, raw: string): Source {
  return { line, text: excerpt(raw, longestSource) }
}
