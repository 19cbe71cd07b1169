import type { SandboxStore } from '~/kuroneko/sandbox/store.server'
import { receiveOrders } from '~/orders/receive.server'
import type { Database, Transaction } from '~/platform/database.server'
import { createShop } from '~/shops/create.server'
import { createUser } from '~/staff/create-user.server'
import { seedDemoTransactions, withDemoKuroneko } from './kuroneko.server'
import { demoOrders, type PlacedShop } from './orders'
import { type DemoShop, demoPassword, demoShops, demoUsers } from './people'
import { placeProducts } from './products.server'
import { areDemoRequestsThere, loadDemoRequests } from './requests.server'

/**
 * Loads the demo desk and what the sandbox's Kuroneko knows of its orders, unless they are there. Shops, people and
 * orders come in one transaction: all of them or none.
 */
export async function loadDemo(db: Database, kuroneko: SandboxStore): Promise<void> {
  await db.$transaction(loadOnce, { timeout: 60_000 })
  await seedDemoTransactions(db, kuroneko)
  if (await areDemoRequestsThere(db)) return
  await withDemoKuroneko(kuroneko, (kuronekoAt) => loadDemoRequests({ db, kuronekoAt }))
}

async function loadOnce(tx: Transaction): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtext('mitame demo'))) AS lock`
  if ((await tx.shop.count({ where: { code: demoShops.hananoya.code } })) > 0) return
  const ids = {
    hananoya: await createShop(tx, demoShops.hananoya),
    linne: await createShop(tx, demoShops.linne),
  }
  const shops = await placePeople(tx, ids)
  await receiveOrders(tx, demoOrders(new Date(), shops))
  await placeProducts(tx, 'hananoya', ids.hananoya)
  await placeProducts(tx, 'linne', ids.linne)
}

/** Creates the logins; returns each shop with the member who acts for it. */
async function placePeople(
  tx: Transaction,
  ids: Record<DemoShop, string>,
): Promise<Record<DemoShop, PlacedShop>> {
  const members = new Map<DemoShop, string>()
  for (const { shop, ...user } of demoUsers) {
    const id = await createUser(tx, { ...user, password: demoPassword, shopId: shop && ids[shop] })
    if (shop) members.set(shop, id)
  }
  const placed = (shop: DemoShop): PlacedShop => {
    const member = members.get(shop)
    if (!member) throw new Error(`the demo's shop ${shop} has no member`)
    return { id: ids[shop], member: { id: member, role: 'merchant' } }
  }
  return { hananoya: placed('hananoya'), linne: placed('linne') }
}
