import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findOrders } from '~/orders/find.server'
import { standingOf } from '~/orders/operations/standing.server'
import type { NewOrder } from '~/orders/receive.server'
import { actOn } from '~/routes/orders/operations/act.server'
import type { Desk } from '~/staff/desk.server'
import { testDatabase } from '../../../database'
import {
  aKuroneko,
  answered,
  type KuronekoDouble,
  refusedWith,
  unknownBecause,
} from '../../../kuroneko-double'
import { aDesk, anOrder, aShop, withOrders } from '../../../orders/world'

let database: Awaited<ReturnType<typeof testDatabase>>
let desk: Desk
let kuroneko: KuronekoDouble
let shopId: string
let made = 0

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  made += 1
  shopId = await aShop(database.db, `act${made}`)
  kuroneko = aKuroneko(answered(4, 5000))
  desk = { ...(await aDesk(database.db, 'merchant', shopId)), kuroneko }
})

const shipped = { status: 'shipped', slipNumber: '471002345671', carrier: 'ヤマト運輸' } as const

async function order(more: Partial<NewOrder> = {}) {
  await withOrders(database.db, [anOrder(shopId, `ACT${made}`, more)])
  return again()
}
async function again() {
  const [found] = await findOrders(desk, `ACT${made}`)
  if (!found) throw new Error('no order')
  return found
}
function form(fields: Record<string, string>): FormData {
  const posted = new FormData()
  for (const [name, value] of Object.entries(fields)) posted.set(name, value)
  return posted
}

describe('a pressed button', () => {
  it('that names no operation is none', async () => {
    expect(await actOn(desk, await order(), form({ intent: 'approve' }))).toBe(null)
  })

  it('with a slip that cannot be one comes back with its field, and all that was typed', async () => {
    const fields = { intent: 'ship', delivery: '0', slipNumber: '12', carrier: 'yamato', version: '1' }
    const acted = await actOn(desk, await order(), form(fields))
    expect(acted).toMatchObject({
      ok: false,
      refusal: 'invalid',
      errors: { slipNumber: { message: 'refusal.slip_not_yamato' } },
      typed: { slipNumber: '12' },
    })
  })

  it('with lines that lack something names each, and keeps them in their order', async () => {
    const line = (n: number, quantity: string) => ({
      [`lines.${n}.name`]: `商品${n}`,
      [`lines.${n}.unitPrice`]: '100',
      [`lines.${n}.quantity`]: quantity,
    })
    const fields = {
      intent: 'modify',
      version: '1',
      shippingFee: '0',
      fee: 'x',
      ...line(4, 'a'),
      ...line(1, '1'),
    }
    expect(await actOn(desk, await order(), form(fields))).toMatchObject({
      errors: {
        fee: { message: 'error.yen' },
        lines: [undefined, { quantity: { message: 'error.quantity' } }],
      },
      modify: { lines: [{ name: '商品1' }, { name: '商品4' }] },
    })
  })

  it('on an older page does nothing', async () => {
    const found = await order({ deliveries: [shipped] })
    const acted = await actOn(desk, found, form({ intent: 'capture', version: '7' }))
    expect(acted).toMatchObject({ ok: false, refusal: 'stale' })
    expect(kuroneko.operated).toEqual([])
  })

  it('carries out at once what reaches Kuroneko', async () => {
    const found = await order({ deliveries: [shipped] })
    const acted = await actOn(desk, found, form({ intent: 'capture', version: '1' }))
    expect(acted).toEqual({ ok: true, operation: 'capture', state: 'done', told: true })
    expect((await standingOf(desk, await again())).operations?.refusals.cancel).toBe('already_captured')
  })

  it('says where Kuroneko was not told', async () => {
    const found = await order({ paymentStatus: 'incomplete' })
    const acted = await actOn(desk, found, form({ intent: 'cancel', version: '1' }))
    expect(acted).toEqual({ ok: true, operation: 'cancel', state: 'done', told: false })
  })
})

describe('where an order stands', () => {
  const modify = { intent: 'modify', version: '1', shippingFee: '0', fee: '0' }
  const lines = { 'lines.0.name': '羊羹', 'lines.0.unitPrice': '2000', 'lines.0.quantity': '2' }

  it('tells what waits for Kuroneko, and that nothing else can be done meanwhile', async () => {
    kuroneko.script('change_amount', unknownBecause('timeout'))
    const acted = await actOn(desk, await order(), form({ ...modify, ...lines }))
    expect(acted).toMatchObject({ ok: true, state: 'under_way' })
    const { underWay, operations } = await standingOf(desk, await again())
    expect(underWay).toMatchObject({ kind: 'modify', amount: 4000, by: desk.actor.name })
    expect(new Set(Object.values(operations?.refusals ?? {}))).toEqual(new Set(['under_way']))
  })

  it('tells what Kuroneko refused, until the order shows something else', async () => {
    kuroneko.script('change_amount', refusedWith('A076000001'))
    expect(await actOn(desk, await order(), form({ ...modify, ...lines }))).toMatchObject({ state: 'failed' })
    const { failure } = await standingOf(desk, await again())
    expect(failure).toMatchObject({ kind: 'modify', state: 'failed', errorCode: 'A076000001' })
    const { version } = await again()
    await actOn(desk, await again(), form({ intent: 'cancel', version: String(version) }))
    expect(await standingOf(desk, await again())).toMatchObject({ failure: null, underWay: null })
  })

  it('names the delivery that the capture waits for, and the methods that are not for this shop', async () => {
    await database.db.shop.update({ where: { id: shopId }, data: { carrierSetting: 'yamato_only' } })
    const none = { status: 'unshipped', slipNumber: null, carrier: null } as const
    const { operations } = await standingOf(desk, await order({ deliveries: [shipped, none] }))
    expect(operations).toMatchObject({
      slipAt: 1,
      slips: ['471002345671'],
      refusals: { capture: 'slip_missing' },
    })
    expect(operations?.methods.map(({ refusal }) => refusal)).toEqual([
      null,
      null,
      null,
      'method_needs_manual_link',
      'method_needs_manual_link',
    ])
  })

  it('offers nothing to anybody but the shop', async () => {
    const found = await order()
    expect((await standingOf(await aDesk(database.db, 'lead'), found)).operations).toBe(null)
  })
})
