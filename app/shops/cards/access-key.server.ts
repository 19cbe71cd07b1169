import type { CardMember } from '~/kuroneko/check-sum.server'
import type { Transaction } from '~/platform/database.server'
import { decrypt, encrypt } from '~/platform/encryption.server'
import type { Storefront } from '../storefront.server'

const purpose = 'card access key'

/** Keeps a shop's アクセスキー: encrypted, and bound to the shop. */
export async function keepAccessKey(
  tx: Transaction,
  { secret, shopId, accessKey }: { secret: string; shopId: string; accessKey: string },
): Promise<void> {
  const encrypted = encrypt(secret, purpose, Buffer.from(accessKey), shopId)
  await tx.shop.update({ where: { id: shopId }, data: { accessKey: encrypted } })
}

/**
 * The member's place for saved cards, with the secret that vouches for it; null for guests, and where the shop saves no
 * cards.
 */
export async function cardMemberOf({ db, shop, member, secret }: Storefront): Promise<CardMember | null> {
  if (!member || !shop.savesCards) return null
  const { accessKey } = await db.shop.findUniqueOrThrow({
    where: { id: shop.id },
    select: { accessKey: true },
  })
  const plain = accessKey && decrypt(secret, purpose, accessKey, shop.id)
  if (!plain) return null
  const { cardMemberId: memberId, authenticationKey } = member
  return { memberId, authenticationKey, accessKey: plain.toString() }
}
