import type { Answer } from '~/verdicts/answers'
import type { AssessInput, EvidenceFacts, OrderFacts, RequestFacts } from '~/verdicts/facts'

/** Evidence that reads as that answer, over the same amount. */
export const evidenceOf: Record<Answer, EvidenceFacts> = {
  authorized: { outcome: 'answered', statusInfo: 4, amount: 8640 },
  captured: { outcome: 'answered', statusInfo: 31, amount: 8640 },
  cancelled: { outcome: 'answered', statusInfo: 40, amount: 8640 },
  failed: { outcome: 'answered', statusInfo: 13, amount: 8640 },
  open: { outcome: 'answered', statusInfo: 20, amount: 8640 },
  not_found: { outcome: 'not_found' },
  unknown: { outcome: 'unknown' },
}

type Overrides = {
  order?: Partial<OrderFacts>
  request?: Partial<RequestFacts>
} & Partial<Omit<AssessInput, 'order' | 'request'>>

/** Captured here, cancelled at Kuroneko, wished to be cancelled: nothing speaks against it. */
export function aCase({ order, request, ...rest }: Overrides = {}): AssessInput & { order: OrderFacts } {
  return {
    order: {
      number: 'P024110512345678901',
      kuronekoOrderNumber: null,
      paymentStatus: 'captured',
      amount: 8640,
      orderedOn: '2026-11-04',
      paymentMethod: 'kuroneko_card',
      origin: 'platform',
      carrierSetting: 'any',
      deliveries: [{ status: 'unshipped', slipNumber: null }],
      ...order,
    },
    request: {
      paymentWish: 'cancelled',
      shippingWish: 'cancelled',
      claim: 'cancelled',
      reason: '返品を受け付け、クロネコ側で取り消しました。',
      ...request,
    },
    evidence: evidenceOf.cancelled,
    today: '2026-11-24',
    settings: { secondPersonFrom: 100_000 },
    ...rest,
  }
}
