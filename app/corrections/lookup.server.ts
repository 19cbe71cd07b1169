import { lookUpOrders } from '~/orders/find.server'
import { shownBy } from '~/orders/record.server'
import type { Desk } from '~/staff/desk.server'
import type { LookedUp } from './forms'
import { openReferences } from './of-order.server'
import { isAtKuroneko } from './why-never'

/**
 * What a filing form shows beside the numbers typed into it: each order as it stands, and the request that is open on
 * it. Null for a number that the shop does not know.
 * @param shopCode the shop, where the desk's own people ask; a merchant's is their own
 */
export async function lookUp(
  desk: Desk,
  typed: string[],
  shopCode?: string,
): Promise<Record<string, LookedUp | null>> {
  const found = await lookUpOrders(desk, typed, shopCode)
  const ids = Object.values(found).flatMap((hit) => (hit ? [hit.order.id] : []))
  const openByOrder = await openReferences(desk.db, ids)
  return Object.fromEntries(
    Object.entries(found).map(([number, hit]) => [number, hit && told(hit, openByOrder.get(hit.order.id))]),
  )
}

type Hit = NonNullable<Awaited<ReturnType<typeof lookUpOrders>>[string]>

function told({ match, order }: Hit, open: string | undefined): LookedUp {
  const { number, amount, orderedAt } = order
  return {
    number,
    match,
    shown: shownBy(order),
    amount,
    orderedAt: orderedAt.toISOString(),
    open: open ?? null,
    atKuroneko: isAtKuroneko(order),
  }
}
