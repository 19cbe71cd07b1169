import type { EventAction } from '~/audit/events'
import type { PaymentStatus, ShippingStatus } from '~/orders/statuses'
import type { PaymentMethod } from '~/platform/prisma/enums'

/** One step in an order's past: what happened, so many days after the order at that Tokyo time, and what it showed then. */
export type Step = {
  day: number
  at: string
  action: EventAction
  by: 'platform' | 'shop'
  payment?: PaymentStatus
  /** Of all deliveries; of the first so many with `only`. */
  shipping?: ShippingStatus
  only?: number
  method?: PaymentMethod
  refusal?: string
}

const shipped: Step = { day: 1, at: '15:42', action: 'order.shipped', by: 'shop', shipping: 'shipped' }
const captured: Step = { day: 1, at: '15:58', action: 'order.captured', by: 'shop', payment: 'captured' }
const cancelled: Step = {
  day: 1,
  at: '10:17',
  action: 'order.cancelled',
  by: 'shop',
  payment: 'cancelled',
  shipping: 'cancelled',
}
const expired: Step = {
  day: 59,
  at: '00:10',
  action: 'order.expired',
  by: 'platform',
  payment: 'authorization_expired',
}
const imported = (shipping: ShippingStatus, day: number): Step => ({
  day,
  at: '11:30',
  action: 'order.status_imported',
  by: 'platform',
  shipping,
})
const cancelRefused: Step = {
  day: 3,
  at: '13:05',
  action: 'order.cancelled',
  by: 'shop',
  refusal: 'already_captured',
}
const captureFailed: Step = {
  day: 2,
  at: '09:31',
  action: 'order.payment_failed',
  by: 'platform',
  payment: 'failed',
}
const methodChanged = (method: PaymentMethod): Step => ({
  day: 1,
  at: '10:26',
  action: 'order.method_changed',
  by: 'shop',
  method,
  shipping: 'unshipped',
})

/** What can have happened to a demo order since it was received. */
export const stories = {
  waiting: [],
  instructed: [imported('instructed', 1)],
  preparing: [imported('preparing', 1)],
  shipped: [shipped],
  partlyShipped: [{ ...shipped, only: 1 }],
  captured: [shipped, captured],
  capturedUnshipped: [captured],
  capturedThenPreparing: [captured, imported('preparing', 2)],
  returned: [shipped, captured, imported('returned', 6)],
  cancelRefused: [shipped, captured, cancelRefused],
  cancelRefusedTwice: [captured, cancelRefused, { ...cancelRefused, day: 4, at: '09:48' }],
  captureRefused: [
    { ...captured, payment: undefined, refusal: 'slip_number_required' },
    { ...captured, day: 2, payment: undefined, at: '09:12', refusal: 'slip_number_required' },
  ],
  cancelled: [cancelled],
  paidByTransfer: [cancelled, methodChanged('bank_transfer')],
  paidOnDelivery: [cancelled, methodChanged('cash_on_delivery'), { ...shipped, day: 2 }],
  paidOptionally: [cancelled, methodChanged('optional_payment')],
  expired: [expired],
  shippedExpired: [shipped, expired],
  expiredCancelled: [expired, { ...cancelled, day: 61 }],
  captureFailed: [shipped, captureFailed],
  captureFailedThenCaptured: [shipped, captureFailed, { ...captured, day: 2, at: '16:20' }],
  cancelFailed: [captureFailed],
  incomplete: [],
  incompleteCancelled: [{ ...cancelled, day: 2 }],
} as const satisfies Record<string, Step[]>

export type Story = keyof typeof stories

/** What an order shows when it is received. */
export function receivedAs(story: Story): PaymentStatus {
  return story === 'incomplete' || story === 'incompleteCancelled' ? 'incomplete' : 'authorized'
}
