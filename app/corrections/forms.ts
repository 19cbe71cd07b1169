import { z } from 'zod'
import { normaliseOrderNumber } from '~/orders/number'
import type { Statuses } from './change'
import { maxReason, maxRows, wishablePayments } from './limits'
import { claims, paymentWishes, shippingWishes, unchanged } from './wishes'

/** One schema per form, for browser, action and API. Messages are keys of the `requests` texts. */

const orderNumber = z
  .string()
  .trim()
  .max(64, 'error.number_too_long')
  .refine((typed) => normaliseOrderNumber(typed) !== '', 'error.number_required')

export const rowSchema = z
  .object({
    orderNumber,
    paymentStatus: z
      .enum(paymentWishes, 'error.payment_required')
      .refine((wish) => (wishablePayments as readonly string[]).includes(wish), 'error.payment_not_wishable'),
    shippingStatus: z.enum(shippingWishes, 'error.shipping_required'),
    kuronekoStatus: z.enum(claims, 'error.claim_required'),
    /** The words as written, where they are none of the known ones. */
    kuronekoWords: z.string().trim().max(200, 'error.words_too_long').optional(),
    reason: z.string().trim().min(1, 'error.reason_required').max(maxReason, 'error.reason_too_long'),
  })
  .refine((row) => row.paymentStatus !== unchanged || row.shippingStatus !== unchanged, {
    path: ['paymentStatus'],
    message: 'error.nothing_wished',
  })

export const filingSchema = z.object({
  requests: z.array(rowSchema).min(1, 'error.no_rows').max(maxRows, 'error.too_many_rows'),
})

/** The fields as a page shows them before they are right: plain text. */
export type FilingFields = { requests: Record<keyof z.input<typeof rowSchema>, string>[] }
export type FilingRow = z.infer<typeof rowSchema>

/**
 * The order behind a number in the form, as it stands; `open` is the reference of a request under way on it,
 * `atKuroneko` whether Kuroneko could know it at all.
 */
export type LookedUp = {
  number: string
  match: 'exact' | 'normalised' | 'without_suffix'
  shown: Statuses
  amount: number
  orderedAt: string
  open: string | null
  atKuroneko: boolean
}

export const messageSchema = z.object({
  body: z.string().trim().min(1, 'error.message_required').max(maxReason, 'error.message_too_long'),
})

const decision = {
  idempotencyKey: z.uuid(),
  note: z.string().trim().max(maxReason, 'error.message_too_long').optional(),
}

/** A reason in writing says something. */
const leastReason = 5

export const approvalSchema = z
  .object({
    ...decision,
    action: z.enum(['approve', 'approve_second']),
    digest: z.string().regex(/^[0-9a-f]{64}$/u),
    content: z.string().max(20_000).optional(),
    override: z
      .literal('yes')
      .optional()
      .transform((value) => value === 'yes'),
  })
  .refine(({ override, note }) => !override || (note ?? '').length >= leastReason, {
    path: ['note'],
    message: 'error.note_required',
  })

/** Rejecting and returning need a reason that the other side reads. */
export const reasonedSchema = z.object({
  ...decision,
  note: z.string().trim().min(1, 'error.note_required').max(maxReason, 'error.message_too_long'),
})

export const pictureStatuses = [4, 30, 31, 40] as const
export const attachSchema = z.object({
  /** The 取引状況 that the picture shows. */
  statusInfo: z.coerce
    .number('status_missing')
    .refine((status) => (pictureStatuses as readonly number[]).includes(status), 'status_missing'),
})
