import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginWatch, walk } from '~/corrections/drift-watch.server'
import { countDrifts, openDrift, openDrifts, watchProgress } from '~/corrections/drifts.server'
import { openStates } from '~/corrections/life'
import { listOrders, orderFilterSchema } from '~/orders/list.server'
import { approved, filed } from '../audit/errands'
import { anOrder, aRow, aWorld, type World } from '../audit/world'
import { answered } from '../kuroneko-double'

let world: World
beforeAll(async () => {
  world = await aWorld()
  await anOrder(world.db, world.shop, 'D1', { deliveries: [delivery] }, null)
  await anOrder(world.db, world.shop, 'D2', { paymentStatus: 'cancelled' }, null)
  await anOrder(world.db, world.shop, 'D3', {}, null)
  await anOrder(world.db, world.otherShop, 'E1', {}, null)
  for (const [number, code] of [
    ['D1', 40],
    ['D2', 31],
    ['D3', 31],
    ['E1', 40],
  ] as const) {
    world.kuroneko.answers.set(number, answered(code))
  }
  for (const shop of [world.shop, world.otherShop]) {
    const asker = { ...world.agent, actor: null, via: 'job' as const }
    const [watch = ''] = await beginWatch(asker, shop)
    await walk(asker, watch, { rate: Number.POSITIVE_INFINITY })
  }
})
afterAll(() => world.close())

const delivery = { status: 'unshipped', slipNumber: null, carrier: null } as const
const listed = async (desk = world.merchant, shop = '') => {
  const page = await openDrifts(desk, { shop })
  return page?.rows.map(({ order }) => order.number).sort()
}

describe('the list of differences', () => {
  it("is a merchant's own shop's, and for the desk every shop's or one's", async () => {
    expect(await listed()).toEqual(['D1', 'D2'])
    expect(await listed(world.otherMerchant)).toEqual(['E1'])
    expect(await listed(world.otherMerchant, 'hananoya')).toEqual([])
    expect(await listed(world.agent)).toEqual(['D1', 'D2', 'E1'])
    expect(await listed(world.agent, 'linne')).toEqual(['E1'])
    expect(await countDrifts(world.otherMerchant)).toBe(1)
    expect(await watchProgress(world.otherMerchant)).toMatchObject({ running: null, last: { asked: 1 } })
  })

  it('marks orders in the list of orders, and narrows it', async () => {
    const numbersOf = async (search: Record<string, string>) => {
      const page = await listOrders(world.merchant, orderFilterSchema.parse(search), openStates)
      return page?.rows.map(({ number, drifts }) => [number, drifts.length]).sort()
    }
    expect(await numbersOf({})).toEqual([
      ['D1', 1],
      ['D2', 1],
      ['D3', 0],
    ])
    expect(await numbersOf({ drift: '1' })).toEqual([
      ['D1', 1],
      ['D2', 1],
    ])
  })

  it('offers the request that mends it, or says why there is none', async () => {
    const page = await openDrifts(world.merchant)
    const rows = new Map(page?.rows.map((row) => [row.order.number, row]))
    expect(rows.get('D1')).toMatchObject({
      wish: { paymentStatus: 'cancelled', shippingStatus: 'cancelled', kuronekoStatus: 'cancelled' },
      advice: null,
      open: null,
    })
    expect(rows.get('D2')).toMatchObject({ wish: null, advice: 'buyer_stays_charged' })
    const d1 = rows.get('D1')
    expect(await openDrift(world.merchant, d1?.order.id ?? '')).toEqual(d1)
  })

  it('is told of one order to nobody else, and where there is none not at all', async () => {
    const [row] = (await openDrifts(world.merchant, { numbers: ['D1'] }))?.rows ?? []
    const id = row?.order.id ?? ''
    expect(await openDrift(world.otherMerchant, id)).toBeNull()
    const same = await world.db.order.findFirstOrThrow({ where: { number: 'D3' }, select: { id: true } })
    expect(await openDrift(world.merchant, same.id)).toBeNull()
  })

  it('names the request that is under way, and loses the order with its approval', async () => {
    const page = await openDrifts(world.merchant, { numbers: ['D1'] })
    const wish = page?.rows[0]?.wish
    const reference = await filed(world.merchant, world.shop, aRow('D1', wish ?? {}))
    const [row] = (await openDrifts(world.merchant, { numbers: ['D1'] }))?.rows ?? []
    expect(row?.open).toBe(reference)
    expect(await approved(world.agent, reference)).toMatchObject({ ok: true, state: 'applied' })
    expect(await listed()).toEqual(['D2'])
  })
})
