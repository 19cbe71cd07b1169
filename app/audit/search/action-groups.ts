import type { EventAction } from '../events'

/** The acts that one looks for together, in the business's words. Every act belongs to one group. */
export const actionGroups = {
  corrected: ['order.corrected'],
  received: ['order.received', 'order.status_imported', 'orders.imported'],
  paid: ['order.payment_begun', 'order.authentication_asked', 'order.authorized'],
  shipped: ['order.shipped', 'order.shipping_reset'],
  captured: ['order.capture_begun', 'order.captured'],
  cancelled: ['order.cancel_begun', 'order.cancelled'],
  modified: ['order.modify_begun', 'order.modified', 'order.method_changed', 'order.fee_changed'],
  expired: ['order.expired'],
  failed: ['order.payment_failed', 'order.call_unanswered'],
  inquired: ['order.inquired', 'order.evidence_attached'],
  drifts: ['order.drift_found', 'order.drift_closed'],
  filed: ['correction.filed', 'correction.matched'],
  reviewed: ['correction.claimed', 'correction.released', 'correction.resumed', 'correction.noted'],
  asked: ['correction.asked', 'correction.answered'],
  approved: ['correction.approved_first', 'correction.approved'],
  returned: ['correction.returned'],
  rejected: ['correction.rejected'],
  withdrawn: ['correction.withdrawn'],
  exported: ['audit.exported', 'audit.export_ended', 'audit.proof_taken'],
  settings: ['shop.settings_changed', 'shop.retention_set'],
  kept: ['audit.words_erased', 'audit.month_archived', 'audit.month_restored'],
} as const satisfies Record<string, readonly EventAction[]>
export type ActionGroup = keyof typeof actionGroups

/** In the order in which they are offered. */
export const actionGroupNames = Object.keys(actionGroups) as [ActionGroup, ...ActionGroup[]]
