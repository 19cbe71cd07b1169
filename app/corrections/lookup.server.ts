import { lookUpOrders } from '~/orders/find.server'
import { shownBy } from '~/orders/record.server'
import type { Desk } from '~/staff/desk.server'
import type { LookedUp } from './forms'
import { openStates } from './life'

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
  const open = await desk.db.correctionRequest.findMany({
    where: { orderId: { in: ids }, state: { in: openStates } },
    select: { orderId: true, reference: true },
  })
  const openByOrder = new Map(open.map(({ orderId, reference }) => [orderId, reference]))
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
  }
}
