import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoMembers, loadDemoBuying } from '~/cli/demo/buying.server'
import { demoAccessKey } from '~/cli/demo/kuroneko.server'
import { demoShops } from '~/cli/demo/people'
import { cardMemberOf } from '~/shops/cards/access-key.server'
import { createShop } from '~/shops/create.server'
import { membersOf, openStorefront, productsOf } from '~/shops/storefront.server'
import { testDatabase } from '../../database'
import { someJobs } from '../../jobs-double'
import { aKuroneko } from '../../kuroneko-double'

const secret = 'a secret of at least thirty-two characters'
let database: Awaited<ReturnType<typeof testDatabase>>

beforeAll(async () => {
  database = await testDatabase()
  for (const shop of Object.values(demoShops)) await createShop(database.db, shop)
  await loadDemoBuying(database.db, secret)
  await loadDemoBuying(database.db, secret)
})
afterAll(() => database.close())

async function front(code: string) {
  const { db } = database
  const parts = { db, secret, kuroneko: aKuroneko(), jobs: someJobs(), clock: { now: () => new Date() } }
  const [member] = await db.shopMember.findMany({ where: { shop: { code } }, orderBy: { name: 'asc' } })
  const opened = await openStorefront(parts, code, member?.id ?? null)
  if (!opened) throw new Error('no shop')
  return opened
}

it('both shops have members and a last piece, once', async () => {
  for (const code of ['hananoya', 'linne'] as const) {
    expect(await membersOf(await front(code))).toHaveLength(demoMembers[code].length)
    const products = await productsOf(await front(code))
    expect(products.filter(({ stock }) => stock === 1)).toHaveLength(1)
  }
})

it('one keeps its members’ cards under the key that its Kuroneko knows, the other keeps none', async () => {
  expect(await cardMemberOf(await front('hananoya'))).toMatchObject({
    accessKey: demoAccessKey(demoShops.hananoya.traderCode),
  })
  expect(await cardMemberOf(await front('linne'))).toBeNull()
})

it('a member of one shop is a guest in the other', async () => {
  const { member } = await front('hananoya')
  const other = await openStorefront(await front('linne'), 'linne', member?.id ?? null)
  expect(other?.member).toBeNull()
})
