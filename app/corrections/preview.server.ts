import { type LookedUpOrder, lookUpOrders } from '~/orders/find.server'
import { standingEvidence } from '~/orders/standing-evidence.server'
import type { Evidence } from '~/platform/prisma/client'
import { tokyoDay } from '~/platform/tokyo'
import { type Desk, permits } from '~/staff/desk.server'
import type { OrderFacts } from '~/verdicts/facts'
import { askAboutOrders } from './gather-evidence.server'
import { openReferences } from './of-order.server'
import type { Preview, ShopEvidence } from './preview'
import { deskSettings } from './settings.server'

/** How long somebody who is still typing waits for Kuroneko (ms). */
const patience = 3_000

export type PreviewQuestion = {
  /** As they were typed. */
  numbers: string[]
  /** The shop, where the desk's own people ask; a merchant's is their own. */
  shop?: string
  /** Numbers to ask about although Kuroneko answered lately. */
  anew?: string[]
}

/**
 * What the rules will read of the orders behind typed numbers, should requests for them be filed. Asks Kuroneko where
 * it has not answered lately, keeps the evidence, and files nothing. Null for a number that the shop does not know.
 */
export async function preview(
  desk: Desk,
  { numbers, shop, anew = [] }: PreviewQuestion,
): Promise<Record<string, Preview | null>> {
  if (!permits(desk, 'requests.file')) return {}
  const found = await lookUpOrders(desk, numbers, shop)
  const idOf = (number: string) => found[number]?.order.id ?? ''
  const ids = [...new Set(numbers.map(idOf))].filter(Boolean)
  await askAboutOrders(desk, ids, { patience, anew: new Set(anew.map(idOf)) })
  const [settings, open, evidence] = await Promise.all([
    deskSettings(desk.db),
    openReferences(desk.db, ids),
    Promise.all(ids.map(async (id) => [id, await standingEvidence(desk.db, id)] as const)),
  ])
  const common = {
    today: tokyoDay(desk.clock.now()),
    settings: { secondPersonFrom: settings.secondPersonFrom },
  }
  const evidenceOf = new Map(evidence)
  return Object.fromEntries(
    Object.entries(found).map(([typed, hit]) => {
      if (!hit) return [typed, null]
      const { order, match } = hit
      const asked = evidenceOf.get(order.id)
      return [
        typed,
        {
          ...common,
          order: orderFacts(order),
          evidence: asked ? shopEvidence(asked) : null,
          match: { as: match, typed, number: order.number },
          openRequest: open.get(order.id) ?? null,
        },
      ]
    }),
  )
}

/** Only what the rules read leaves the server. */
function orderFacts(order: LookedUpOrder['order']): OrderFacts {
  const { number, kuronekoOrderNumber, paymentStatus, amount, orderedAt, paymentMethod, origin } = order
  return {
    number,
    kuronekoOrderNumber,
    paymentStatus,
    amount,
    orderedOn: tokyoDay(orderedAt),
    paymentMethod,
    origin,
    carrierSetting: order.shop.carrierSetting,
    deliveries: order.deliveries.map(({ status, slipNumber, stockState }) => ({
      status,
      slipNumber,
      stockState,
    })),
  }
}

/** Evidence as its shop may see it: without the answer's text, and without who asked. */
export function shopEvidence(
  evidence: Pick<Evidence, 'kind' | 'outcome' | 'statusInfo' | 'amount' | 'reason' | 'askedAt'>,
): ShopEvidence {
  const { kind, outcome, statusInfo, amount, reason, askedAt } = evidence
  return { kind, outcome, statusInfo, amount, reason, askedAt: askedAt.toISOString() }
}
