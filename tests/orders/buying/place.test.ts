import { afterAll, beforeAll, expect, it } from 'vitest'
import { placeOrder } from '~/orders/buying/place.server'
import { aBuyersWorld, type BuyersWorld, placed, stands } from './world'

let world: BuyersWorld

beforeAll(async () => {
  world = await aBuyersWorld()
})
afterAll(() => world.end())

const stockOf = async (code: string) => (await world.db.product.findFirstOrThrow({ where: { code } })).stock

it('takes the stock and shows 要確認 until the buyer has paid', async () => {
  const code = await world.product(5)
  const front = await world.front()
  const { orderId, number, amount } = await placed(front, code, { quantity: 2 })
  expect(number).toMatch(/^P261124120000\d{6}$/)
  expect(amount).toBe(2 * 2_000 + 660)
  expect(await stockOf(code)).toBe(3)
  const { payment, events, order } = await stands(world.db, orderId)
  expect({ payment, events }).toEqual({ payment: 'incomplete', events: ['order.received done'] })
  expect(order).toMatchObject({ shippingFee: 660, buyerId: front.member?.id, kuronekoOrderNumber: number })
  expect(order.lines).toMatchObject([{ quantity: 2, unitPrice: 2_000 }])
  expect(order.deliveries).toMatchObject([{ status: 'unshipped', stockState: 'allocated' }])
})

it('sends the same to each of several destinations', async () => {
  const code = await world.product(6, 12_000)
  const { orderId, amount } = await placed(await world.front('guest'), code, { quantity: 2, destinations: 3 })
  expect(amount).toBe(6 * 12_000)
  expect(await stockOf(code)).toBe(0)
  expect((await stands(world.db, orderId)).order.deliveries).toHaveLength(3)
})

it('with 銀行振込 never speaks to Kuroneko', async () => {
  const code = await world.product()
  const { orderId } = await placed(await world.front(), code, { payment: 'bank_transfer' })
  expect((await stands(world.db, orderId)).order).toMatchObject({
    paymentMethod: 'bank_transfer',
    kuronekoOrderNumber: null,
  })
  expect(await stockOf(code)).toBeNull()
})

it('refuses what is sold out, by name, and takes nothing of the rest', async () => {
  const [there, gone] = [await world.product(5), await world.product(1)]
  const front = await world.front()
  const before = await world.db.order.count()
  const cart = { [there]: 2, [gone]: 2 }
  const refused = await placeOrder(front, { cart, destinations: 1, payment: 'kuroneko_card' })
  expect(refused).toEqual({ ok: false, refusal: 'sold_out', products: [expect.stringContaining('品')] })
  expect([await stockOf(there), await stockOf(gone), await world.db.order.count()]).toEqual([5, 1, before])
  const empty = { cart: {}, destinations: 1, payment: 'kuroneko_card' } as const
  expect(await placeOrder(front, empty)).toEqual({ ok: false, refusal: 'empty' })
})

it('sells the last piece once, however many buy at the same moment', async () => {
  const [last, other] = [await world.product(1), await world.product(20)]
  const fronts = await Promise.all(Array.from({ length: 20 }, () => world.front('guest')))
  const carts = fronts.map((_, i) => (i % 2 ? { [last]: 1, [other]: 1 } : { [other]: 1, [last]: 1 }))
  const answers = await Promise.all(
    fronts.map((front, i) =>
      placeOrder(front, { cart: carts[i] ?? {}, destinations: 1, payment: 'kuroneko_card' }),
    ),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect([await stockOf(last), await stockOf(other)]).toEqual([0, 19])
}, 30_000)
