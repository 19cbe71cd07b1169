import { type Desk, shopScope } from '~/staff/desk.server'

/** The shops that this person may choose from, by name; at most 500. */
export function shopChoices(desk: Desk) {
  const { shopId } = shopScope(desk.actor)
  return desk.db.shop.findMany({
    where: shopId ? { id: shopId } : {},
    select: { id: true, code: true, name: true },
    orderBy: { name: 'asc' },
    take: 500,
  })
}
