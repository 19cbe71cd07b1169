import type { Prisma } from '~/platform/prisma/client'
import { type Desk, permits, shopScope } from '~/staff/desk.server'
import { matchNumbers, type OrderMatch } from './match.server'
import { normaliseOrderNumber } from './number'

const fields = {
  shop: { select: { id: true, name: true, code: true, carrierSetting: true } },
  deliveries: { orderBy: { index: 'asc' } },
} satisfies Prisma.OrderInclude

/**
 * The orders with this number that the actor may see: several where it exists in several shops, none where it is
 * unknown or another shop's.
 * @param shopCode narrows to one shop
 */
export async function findOrders(desk: Desk, number: string, shopCode?: string) {
  if (!permits(desk, 'orders.see')) return []
  return desk.db.order.findMany({
    where: {
      ...shopScope(desk.actor),
      number: normaliseOrderNumber(number),
      ...(shopCode && { shop: { code: shopCode } }),
    },
    include: fields,
    orderBy: { shop: { name: 'asc' } },
    take: 100,
  })
}
export type FoundOrder = Awaited<ReturnType<typeof findOrders>>[number]

export type LookedUpOrder = Pick<OrderMatch, 'match'> & { order: FoundOrder }

/**
 * Looks up numbers as they were typed, in one shop: a merchant's own, or the one the desk names. What is not known
 * there, and what is another shop's, is null alike. Two queries for all.
 */
export async function lookUpOrders(
  desk: Desk,
  typed: string[],
  shopCode?: string,
): Promise<Record<string, LookedUpOrder | null>> {
  const shopId = await shopToSearch(desk, shopCode)
  const matches = shopId ? await matchNumbers(desk.db, shopId, typed) : new Map<string, OrderMatch>()
  const ids = [...matches.values()].map(({ orderId }) => orderId)
  const orders = await desk.db.order.findMany({ where: { id: { in: ids } }, include: fields })
  const byId = new Map(orders.map((order) => [order.id, order]))
  return Object.fromEntries(
    typed.map((number) => {
      const found = matches.get(number)
      const order = found && byId.get(found.orderId)
      return [number, order ? { match: found.match, order } : null]
    }),
  )
}

async function shopToSearch(desk: Desk, shopCode: string | undefined): Promise<string | null> {
  if (!permits(desk, 'orders.see')) return null
  const { shopId } = shopScope(desk.actor)
  if (shopId) return shopId
  const shop = shopCode
    ? await desk.db.shop.findUnique({ where: { code: shopCode }, select: { id: true } })
    : null
  return shop?.id ?? null
}
