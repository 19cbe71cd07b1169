import type { Desk } from './desk.server'

export type Profile = {
  /** The shop that a merchant acts for. */
  shop: { name: string; code: string } | null
  /** Whether signing in asks for a code. */
  twoFactor: boolean
}

/** What one's account page says beyond the actor. */
export async function readProfile({ db, actor }: Desk): Promise<Profile> {
  const [user, shop] = await Promise.all([
    db.user.findUniqueOrThrow({ where: { id: actor.id }, select: { twoFactorEnabled: true } }),
    actor.shopId
      ? db.shop.findUnique({ where: { id: actor.shopId }, select: { name: true, code: true } })
      : null,
  ])
  return { shop, twoFactor: user.twoFactorEnabled ?? false }
}
