import { matchNumbers } from '~/orders/match.server'
import { shownBy } from '~/orders/record.server'
import { type Desk, permits, shopScope } from '~/staff/desk.server'
import type { LookedUp } from './forms'
import { openStates } from './life'

/**
 * What a filing form shows beside the numbers typed into it: each order as it stands, and the request that is open on
 * it. A number that no order of the shop matches is not in the record.
 */
export async function lookUp(desk: Desk, shopId: string, typed: string[]): Promise<Record<string, LookedUp>> {
  const scope = shopScope(desk.actor)
  if (!permits(desk, 'orders.see') || (scope.shopId && scope.shopId !== shopId)) return {}
  const matches = await matchNumbers(desk.db, shopId, typed)
  const orders = await desk.db.order.findMany({
    where: { id: { in: [...matches.values()].map(({ orderId }) => orderId) } },
    include: {
      deliveries: { select: { status: true }, orderBy: { index: 'asc' } },
      requests: { where: { state: { in: openStates } }, select: { reference: true }, take: 1 },
    },
  })
  const byId = new Map(orders.map((order) => [order.id, order]))
  return Object.fromEntries(
    [...matches].flatMap(([text, { orderId, number, match }]) => {
      const order = byId.get(orderId)
      if (!order) return []
      const { amount, orderedAt } = order
      const open = order.requests[0]?.reference ?? null
      const found: LookedUp = {
        number,
        match,
        shown: shownBy(order),
        amount,
        orderedAt: orderedAt.toISOString(),
        open,
      }
      return [[text, found] as const]
    }),
  )
}
