import { v7 as uuidv7 } from 'uuid'
import type { Database, Transaction } from '~/platform/database.server'
import { keepAccessKey } from '~/shops/cards/access-key.server'
import { demoAccessKey } from './kuroneko.server'
import { type DemoShop, demoShops } from './people'

type DemoMember = [name: string, email: string, phone: string]

/** Who buys at the demo's shops. Nobody of these is anybody. */
export const demoMembers: Record<DemoShop, DemoMember[]> = {
  hananoya: [
    ['架空 花子', 'hanako@example.com', '03-0000-0001'],
    ['見本 太郎', 'taro@example.com', '03-0000-0002'],
  ],
  linne: [['試験 みどり', 'midori@example.com', '06-0000-0001']],
}

/** What each shop keeps only one of, beside its other products. */
const lastPieces: Record<DemoShop, [code: string, name: string, price: number]> = {
  hananoya: ['HN-050', '栗蒸し羊羹（季節の最後の1本）', 1_800],
  linne: ['LN-050', '木のオーナメント（展示品）', 1_500],
}

/** 花のや keeps its members' cards, リンネ does not: each is to be seen once. */
const savesCards: Record<DemoShop, boolean> = { hananoya: true, linne: false }

/** Makes the demo's shops ready to be bought at, unless they are. */
export async function loadDemoBuying(db: Database, secret: string): Promise<void> {
  for (const shop of ['hananoya', 'linne'] as const) {
    await db.$transaction((tx) => prepare(tx, shop, secret))
  }
}

async function prepare(tx: Transaction, shop: DemoShop, secret: string): Promise<void> {
  const { code, traderCode } = demoShops[shop]
  const { id: shopId } = await tx.shop.findUniqueOrThrow({ where: { code }, select: { id: true } })
  await tx.$queryRaw`SELECT 1 FROM shop WHERE id = ${shopId}::uuid FOR UPDATE`
  if ((await tx.shopMember.count({ where: { shopId } })) > 0) return
  await tx.shop.update({ where: { id: shopId }, data: { savedCards: savesCards[shop] } })
  await keepAccessKey(tx, { secret, shopId, accessKey: demoAccessKey(traderCode) })
  await tx.shopMember.createMany({
    data: demoMembers[shop].map(([name, email, phone], at) => ({
      ...{ id: uuidv7(), shopId, name, email, phone },
      ...{ cardMemberId: `${code.toUpperCase()}${at + 1}`, authenticationKey: `key${at + 1}` },
    })),
  })
  const [productCode, name, price] = lastPieces[shop]
  await tx.product.create({ data: { id: uuidv7(), shopId, code: productCode, name, price, stock: 1 } })
}
