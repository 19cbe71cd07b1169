import type { PaymentStatus, ShippingStatus } from '~/platform/prisma/enums'

/**
 * The acts that the audit log knows, in the business's verbs. A new act is added here first; everything that reads the
 * log is exhaustive over this list.
 */
export const eventActions = [
  'order.received',
  'order.status_imported',
  'order.payment_begun',
  'order.authentication_asked',
  'order.authorized',
  'order.shipped',
  'order.capture_begun',
  'order.captured',
  'order.cancel_begun',
  'order.cancelled',
  'order.modify_begun',
  'order.modified',
  'order.call_unanswered',
  'order.expired',
  'order.payment_failed',
  'order.method_changed',
  'order.fee_changed',
  'order.shipping_reset',
  'order.corrected',
  'order.inquired',
  'order.evidence_attached',
  'order.drift_found',
  'order.drift_closed',
  'correction.filed',
  'correction.matched',
  'correction.claimed',
  'correction.released',
  'correction.asked',
  'correction.answered',
  'correction.resumed',
  'correction.noted',
  'correction.approved_first',
  'correction.approved',
  'correction.returned',
  'correction.rejected',
  'correction.withdrawn',
  'orders.imported',
  'shop.retention_set',
  'shop.settings_changed',
  'audit.exported',
  'audit.export_ended',
  'audit.proof_taken',
  'audit.words_erased',
  'audit.month_archived',
  'audit.month_restored',
] as const
export type EventAction = (typeof eventActions)[number]

/** What an order showed at a moment: its payment status and each delivery's status in order. */
export type Shown = { payment: PaymentStatus; deliveries: ShippingStatus[] }

/** An act as its verb hands it to the log. */
export type NewEvent = {
  action: EventAction
  /** A refused act is an event too; `refusal` says why. */
  outcome: 'done' | 'refused'
  refusal?: string
  at: Date
  /** Null for the platform itself (imports, the clock). */
  actor: { id: string; role: string } | null
  via: string
  /** Null for what concerns the desk as a whole. */
  shopId: string | null
  orderId: string | null
  requestId: string | null
  /** The request's human reference, MT-2026-000123. */
  reference?: string
  before?: Shown
  after?: Shown
  /** SHA-256, hex, of what was decided on. */
  digest?: string
  /** What a person wrote. Kept beside the chain; the chain holds its salted digest. */
  words?: string
  /** Facts of this act that are nobody's personal data. */
  details?: Record<string, string | number | boolean | null>
}
