import { type Desk, permits, shopScope } from '~/staff/desk.server'

/** The shop that the actor means to import into: a merchant's own, else the one with that code. Null when there is none. */
export async function shopToImportInto(desk: Desk, code: string | undefined): Promise<string | null> {
  if (!permits(desk, 'orders.import')) return null
  const { shopId } = shopScope(desk.actor)
  if (shopId) return shopId
  const shop = code ? await desk.db.shop.findUnique({ where: { code }, select: { id: true } }) : null
  return shop?.id ?? null
}
