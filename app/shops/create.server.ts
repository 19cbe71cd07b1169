import { v7 as uuidv7 } from 'uuid'
import type { Transaction } from '~/platform/database.server'
import type { CarrierSetting } from '~/platform/prisma/enums'

export type NewShop = {
  code: string
  name: string
  traderCode: string
  carrierSetting: CarrierSetting
  manualLink?: boolean
}

/**
 * Creates a shop and the organisation that its members belong to; both have the same id. A taken code throws
 * Prisma's P2002.
 * @returns the shop's id
 */
export async function createShop(db: Transaction, shop: NewShop): Promise<string> {
  const id = uuidv7()
  await db.organization.create({
    data: { id, name: shop.name, slug: shop.code, shop: { create: shop } },
  })
  return id
}
