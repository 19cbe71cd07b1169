import { type Assessment, assess } from '~/verdicts/assess'
import type { AssessInput, EvidenceFacts, OrderFacts, RequestFacts } from '~/verdicts/facts'

/** What Kuroneko answered, as far as its shop is told. Yen; `askedAt` in ISO 8601. */
export type ShopEvidence = EvidenceFacts & {
  kind: 'inquiry' | 'screenshot'
  statusInfo: number | null
  amount: number | null
  /** Why there is no usable answer. */
  reason: string | null
  askedAt: string
}

/** All that the rules read of a typed number's order, before there is a request. Null evidence: Kuroneko cannot know it. */
export type Preview = Pick<AssessInput, 'today' | 'settings' | 'match' | 'openRequest'> & {
  order: OrderFacts
  evidence: ShopEvidence | null
}

/** Stands for a reason that nobody has begun to write, so that it is not called too short. */
const unwritten = '（これから書かれる経緯）'

/**
 * What the rules would say of a request if it were filed now.
 * @param preview null where the shop has no order with that number
 */
export function foresee(preview: Preview | null, request: RequestFacts): Assessment {
  const reason = request.reason?.trim() === '' ? unwritten : request.reason
  const nowhere = { order: null, evidence: null, today: '', settings: { secondPersonFrom: 0 } }
  return assess({ ...(preview ?? nowhere), request: { ...request, reason } })
}
