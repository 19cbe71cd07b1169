import { type Desk, permits, shopScope } from '~/staff/desk.server'
import type { Role } from '~/staff/permissions'

export type Person = { id: string; name: string; role: Role }

const most = 500

/**
 * The people whose acts this reader may look for by name, at most 500: for a shop its own, for the desk's own people
 * themselves, and a shop's once it has been chosen.
 * @param shop a shop's code
 */
export async function peopleToChoose(desk: Desk, shop: string | undefined): Promise<Person[]> {
  if (!permits(desk, 'audit.see')) return []
  const { shopId } = shopScope(desk.actor)
  const ofShop = {
    members: { some: { organization: { shop: shopId ? { id: shopId } : { code: shop ?? '' } } } },
  }
  return desk.db.user.findMany({
    where: shopId ? ofShop : { OR: [{ role: { not: 'merchant' } }, ofShop] },
    select: { id: true, name: true, role: true },
    orderBy: [{ role: 'asc' }, { name: 'asc' }],
    take: most,
  })
}
