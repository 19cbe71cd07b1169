import type { Kuroneko } from '~/kuroneko/client.server'
import type { Clock } from '~/platform/clock'
import type { Database } from '~/platform/database.server'
import type { ShopMember } from '~/platform/prisma/client'
import type { Jobs } from '~/staff/desk.server'

/** A shop as its buyers meet it. Cards are saved only where the shop has them so, and an access key to vouch by. */
export type FrontShop = {
  id: string
  code: string
  name: string
  traderCode: string
  savesCards: boolean
}

/** All that a buyer's act needs: the desk's counterpart on the shop's side of the counter. */
export type Storefront = {
  shop: FrontShop
  /** Null for guests. */
  member: ShopMember | null
  db: Database
  clock: Clock
  kuroneko: Kuroneko
  jobs: Jobs
  /** `MITAME_SECRET` */
  secret: string
}

/** Opens a shop for a buyer; null where there is no such shop. A member of another shop is a guest here. */
export async function openStorefront(
  parts: Omit<Storefront, 'shop' | 'member'>,
  code: string,
  memberId: string | null,
): Promise<Storefront | null> {
  const found = await parts.db.shop.findUnique({
    where: { code },
    select: { id: true, code: true, name: true, traderCode: true, savedCards: true, accessKey: true },
  })
  if (!found) return null
  const { savedCards, accessKey, ...shop } = found
  const member = memberId
    ? await parts.db.shopMember.findFirst({ where: { id: memberId, shopId: shop.id } })
    : null
  return { ...parts, member, shop: { ...shop, savesCards: savedCards && accessKey !== null } }
}

/** A shop's members by name, for the demo's sign-in. */
export function membersOf({ db, shop }: Pick<Storefront, 'db' | 'shop'>) {
  return db.shopMember.findMany({
    where: { shopId: shop.id },
    select: { id: true, name: true, email: true },
    orderBy: { name: 'asc' },
    take: 50,
  })
}

/** What a shop sells, the cheapest first. */
export function productsOf({ db, shop }: Pick<Storefront, 'db' | 'shop'>) {
  return db.product.findMany({
    where: { shopId: shop.id },
    select: { id: true, code: true, name: true, price: true, stock: true },
    orderBy: [{ price: 'asc' }, { code: 'asc' }],
    take: 200,
  })
}
export type ShownProduct = Awaited<ReturnType<typeof productsOf>>[number]
