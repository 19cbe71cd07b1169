import type { OpenRequest } from './open-requests'

/** What a reviewer's browser sends to approve what its page showed. */
export function approvalForm(
  { digest, content }: Pick<OpenRequest, 'digest' | 'content'>,
  idempotencyKey: string = crypto.randomUUID(),
): string {
  return new URLSearchParams({ intent: 'approve', idempotencyKey, digest, content }).toString()
}

/** What a merchant's browser sends to file one request. */
export function filingForm(orderNumber: string, idempotencyKey: string = crypto.randomUUID()): string {
  return new URLSearchParams({
    ...{ intent: 'file', idempotencyKey, 'requests.0.orderNumber': orderNumber },
    ...{ 'requests.0.paymentStatus': 'cancelled', 'requests.0.shippingStatus': 'cancelled' },
    ...{ 'requests.0.kuronekoStatus': 'cancelled', 'requests.0.reason': 'クロネコ側で取り消したため' },
  }).toString()
}
