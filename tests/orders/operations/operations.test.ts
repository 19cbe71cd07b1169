import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { verifyOrder } from '~/audit/verify.server'
import { beginCancel } from '~/orders/operations/cancel.server'
import { beginCapture } from '~/orders/operations/capture.server'
import { changeFee } from '~/orders/operations/change-fee.server'
import { changeMethod, resetShipping } from '~/orders/operations/change-method.server'
import { conduct, grace } from '~/orders/operations/conduct.server'
import { expireAuthorizations } from '~/orders/operations/expire.server'
import { beginModify } from '~/orders/operations/modify.server'
import { dueReminders, markReminded } from '~/orders/operations/remind.server'
import { ship } from '~/orders/operations/ship.server'
import { shipmentSchema } from '~/orders/operations/shipment'
import type { NewOrder } from '~/orders/receive.server'
import type { Desk } from '~/staff/desk.server'
import { testDatabase } from '../../database'
import { aKuroneko, answered, type KuronekoDouble, refusedWith, unknownBecause } from '../../kuroneko-double'
import { aDesk, anOrder, aShop, today, withOrders } from '../world'

let database: Awaited<ReturnType<typeof testDatabase>>
let desk: Desk
let kuroneko: KuronekoDouble
let shopId: string
let now: Date
let made = 0

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  made += 1
  shopId = await aShop(database.db, `ops${made}`)
  now = today
  kuroneko = aKuroneko(answered(4, 5000))
  desk = { ...(await aDesk(database.db, 'merchant', shopId)), kuroneko, clock: { now: () => now } }
})

const slip = '471002345672'
const valid = slip.slice(0, 11) + String(Number(slip.slice(0, 11)) % 7)
const twice = `471002345${'6'.repeat(2)}`
const second = twice + String(Number(twice) % 7)

async function order(number: string, more: Partial<NewOrder> = {}): Promise<string> {
  const ids = await withOrders(database.db, [anOrder(shopId, `${number}-${made}`, more)])
  return ids.get(`${number}-${made}`) ?? ''
}
const shipped = (slipNumber: string | null) =>
  ({ status: 'shipped', slipNumber, carrier: 'ヤマト運輸' }) as const

async function stands(id: string) {
  const found = await database.db.order.findUniqueOrThrow({
    where: { id },
    include: { deliveries: { orderBy: { index: 'asc' } }, events: { orderBy: { seq: 'asc' } } },
  })
  expect((await verifyOrder(database.db, id)).faults).toEqual([])
  return {
    payment: found.paymentStatus,
    amount: found.amount,
    deliveries: found.deliveries.map(({ status }) => status),
    events: found.events.slice(1).map(({ action, outcome }) => `${action} ${outcome}`),
    order: found,
  }
}

/** Begins and carries out as a page does. */
async function carried(begun: { ok: boolean } & ({ operationId: string } | object)) {
  expect(begun).toMatchObject({ ok: true })
  if (!('operationId' in begun)) return 'here'
  return conduct(desk, begun.operationId)
}

describe('a capture', () => {
  it('sends each slip once, and shows 決済完了', async () => {
    const id = await order('C1', { deliveries: [shipped(valid), shipped(second)] })
    expect(await carried(await beginCapture(desk, id))).toBe('done')
    expect(kuroneko.operated).toMatchObject([
      { operation: 'register_shipment', slipNumber: valid, carrier: 'yamato' },
      { operation: 'register_shipment', slipNumber: second },
    ])
    expect(await stands(id)).toMatchObject({
      payment: 'captured',
      events: ['order.capture_begun done', 'order.captured done'],
    })
  })

  it('without any slip sends the order number once', async () => {
    const id = await order('C2', { deliveries: [shipped(null), shipped(null)] })
    expect(await carried(await beginCapture(desk, id))).toBe('done')
    expect(kuroneko.operated).toMatchObject([{ slipNumber: `C2-${made}`, carrier: 'other' }])
  })

  it('takes back the first slip when the second is refused, and shows 決済失敗', async () => {
    const id = await order('C3', { deliveries: [shipped(valid), shipped(second)] })
    kuroneko.script(
      'register_shipment',
      { kind: 'done', answer: { slipUrl: null, mobileSlipUrl: null } },
      refusedWith('E011010251'),
    )
    expect(await carried(await beginCapture(desk, id))).toBe('failed')
    expect(kuroneko.operated.map(({ operation }) => operation)).toEqual([
      'register_shipment',
      'register_shipment',
      'take_back_shipment',
    ])
    expect(await stands(id)).toMatchObject({ payment: 'failed' })
  })

  it('leaves the order as it was where Kuroneko could not be reached, or says later', async () => {
    for (const outcome of [unknownBecause('unreachable', true), refusedWith('Z010000000')]) {
      const id = await order(`C4${outcome.kind}`, { deliveries: [shipped(valid)] })
      kuroneko.script('register_shipment', outcome)
      expect(await carried(await beginCapture(desk, id))).toBe('not_done')
      expect(await stands(id)).toMatchObject({ payment: 'authorized' })
    }
  })

  it('is refused for good reasons, each with its event', async () => {
    const id = await order('C5', { deliveries: [shipped('12345')] })
    expect(await beginCapture(desk, id)).toEqual({ ok: false, refusal: 'slip_not_yamato' })
    expect((await stands(id)).events).toEqual(['order.captured refused'])
    expect(kuroneko.operated).toEqual([])
  })
})

describe('an answer that did not come', () => {
  const begin = async (number: string) => {
    const id = await order(number, { deliveries: [shipped(valid)] })
    kuroneko.script('register_shipment', unknownBecause('timeout'))
    const begun = await beginCapture(desk, id)
    if (!begun.ok) throw new Error('refused')
    return { id, operationId: begun.operationId }
  }

  it('is settled at once where Kuroneko shows that it was carried out', async () => {
    const { id, operationId } = await begin('U1')
    const shown = answered(30, 5000)
    kuroneko.answers.set(`U1-${made}`, shown.kind === 'answered' ? { ...shown, slipNumbers: [valid] } : shown)
    expect(await conduct(desk, operationId)).toBe('done')
    expect(await stands(id)).toMatchObject({ payment: 'captured' })
    expect(kuroneko.operated).toHaveLength(1)
  })

  it('is not taken for "not carried out" while it may be on its way, and is never sent again', async () => {
    const { id, operationId } = await begin('U2')
    expect(await conduct(desk, operationId)).toBe('under_way')
    expect(await beginCapture(desk, id)).toEqual({ ok: false, refusal: 'under_way' })
    now = new Date(today.getTime() + grace)
    expect(await conduct(desk, operationId)).toBe('not_done')
    expect(kuroneko.operated).toHaveLength(1)
    expect((await stands(id)).events).toEqual([
      'order.capture_begun done',
      'order.call_unanswered done',
      ...['order.inquired done', 'order.captured refused', 'order.inquired done', 'order.captured refused'],
    ])
    // Only now may somebody try again.
    expect(await carried(await beginCapture(desk, id))).toBe('done')
  })

  it('waits for Kuroneko where it cannot be asked', async () => {
    const { id, operationId } = await begin('U3')
    kuroneko.answers.set(`U3-${made}`, { kind: 'unknown', reason: 'unreachable' })
    now = new Date(today.getTime() + grace)
    expect(await conduct(desk, operationId)).toBe('under_way')
    expect(await stands(id)).toMatchObject({ payment: 'authorized' })
  })

  it('of a process that ended is taken up by another, by inquiry alone', async () => {
    const id = await order('U4', { deliveries: [shipped(valid)] })
    const begun = await beginCapture(desk, id)
    if (!begun.ok) throw new Error('refused')
    await database.db.kuronekoCall.updateMany({
      where: { operationId: begun.operationId },
      data: { state: 'sent', sentAt: today },
    })
    expect(await conduct(desk, begun.operationId)).toBe('under_way')
    expect(kuroneko.asked).toEqual([])
    now = new Date(today.getTime() + grace)
    expect(await conduct(desk, begun.operationId)).toBe('not_done')
    expect(kuroneko.operated).toEqual([])
  })

  it('that comes late settles nothing twice', async () => {
    const id = await order('U5', { deliveries: [shipped(valid)] })
    const begun = await beginCapture(desk, id)
    if (!begun.ok) throw new Error('refused')
    kuroneko.whenOperated = async () => {
      now = new Date(today.getTime() + grace)
      const shown = answered(30, 5000)
      kuroneko.answers.set(
        `U5-${made}`,
        shown.kind === 'answered' ? { ...shown, slipNumbers: [valid] } : shown,
      )
      expect(await conduct(desk, begun.operationId)).toBe('done')
    }
    expect(await conduct(desk, begun.operationId)).toBe('done')
    const { events } = await stands(id)
    expect(events.filter((event) => event === 'order.captured done')).toHaveLength(1)
  })

  it('is conducted by two at once with one call', async () => {
    const id = await order('U6', { deliveries: [shipped(valid)] })
    const begun = await beginCapture(desk, id)
    if (!begun.ok) throw new Error('refused')
    await Promise.all([1, 2, 3].map(() => conduct(desk, begun.operationId)))
    expect(kuroneko.operated).toHaveLength(1)
    expect(await stands(id)).toMatchObject({ payment: 'captured' })
  })
})

describe('a cancellation', () => {
  it('of a 仮売上 is passed on', async () => {
    const id = await order('X1')
    expect(await carried(await beginCancel(desk, id))).toBe('done')
    expect(kuroneko.operated).toMatchObject([{ operation: 'cancel', orderNumber: `X1-${made}` }])
    expect(await stands(id)).toMatchObject({ payment: 'cancelled', deliveries: ['cancelled'] })
  })

  it('that Kuroneko says is cancelled already is one', async () => {
    const id = await order('X2')
    kuroneko.script('cancel', refusedWith('A062010003'))
    kuroneko.answers.set(`X2-${made}`, answered(40, 5000))
    expect(await carried(await beginCancel(desk, id))).toBe('done')
    expect(await stands(id)).toMatchObject({ payment: 'cancelled' })
  })

  it('that Kuroneko refuses shows 決済失敗', async () => {
    const id = await order('X3')
    kuroneko.script('cancel', refusedWith('A062010003'))
    expect(await carried(await beginCancel(desk, id))).toBe('failed')
    expect((await stands(id)).payment).toBe('failed')
  })

  it('of a 要確認 is made here only', async () => {
    const id = await order('X4', { paymentStatus: 'incomplete' })
    expect(await beginCancel(desk, id)).toEqual({ ok: true, here: true })
    expect(kuroneko.operated).toEqual([])
    expect(await stands(id)).toMatchObject({ payment: 'cancelled' })
  })

  it('of a captured order, of one destination of several, and of somebody else’s is refused', async () => {
    const captured = await order('X5', { paymentStatus: 'captured' })
    expect(await beginCancel(desk, captured)).toEqual({ ok: false, refusal: 'already_captured' })
    const several = await order('X6', { deliveries: [shipped(null), shipped(null)] })
    expect(await beginCancel(desk, several, { delivery: 1 })).toEqual({
      ok: false,
      refusal: 'one_of_several',
      at: 1,
    })
    const other = await aDesk(database.db, 'merchant', await aShop(database.db, `other${made}`))
    expect(await beginCancel({ ...other, kuroneko }, several)).toEqual({ ok: false, refusal: 'not_found' })
    for (const role of ['agent', 'lead', 'auditor', 'admin'] as const) {
      const staff = await aDesk(database.db, role)
      expect(await beginCancel(staff, several)).toEqual({ ok: false, refusal: 'not_found' })
    }
    expect((await stands(several)).events).toEqual(['order.cancelled refused'])
  })
})

describe('stock', () => {
  async function product(stock: number): Promise<string> {
    const id = uuidv7()
    await database.db.product.create({
      data: { id, shopId, code: id.slice(-8), name: '最中', price: 1000, stock },
    })
    return id
  }
  const left = async (id: string) => (await database.db.product.findUniqueOrThrow({ where: { id } })).stock
  async function bought(number: string, productId: string, quantity: number, more: Partial<NewOrder> = {}) {
    const id = await order(number, { amount: quantity * 1000, ...more })
    const line = { orderId: id, index: 0, productId, name: '最中', unitPrice: 1000, quantity }
    await database.db.orderLine.create({ data: { ...line, id: uuidv7() } })
    return id
  }
  const wanted = (productId: string, quantity: number, fee = 0) => ({
    lines: [{ productId, name: '最中', unitPrice: 1000, quantity }],
    shippingFee: 0,
    fee,
  })

  it('comes back with a cancellation, once', async () => {
    const productId = await product(3)
    const id = await bought('S1', productId, 2)
    await carried(await beginCancel(desk, id))
    expect(await left(productId)).toBe(5)
    await changeMethod(desk, id, { to: 'bank_transfer' })
    expect(await resetShipping(desk, id)).toEqual({ ok: true })
    expect(await left(productId)).toBe(3)
  })

  it('is taken for what is wanted more, and Kuroneko gets the new amount', async () => {
    const productId = await product(3)
    const id = await bought('S2', productId, 2)
    expect(await carried(await beginModify(desk, id, wanted(productId, 4, 300)))).toBe('done')
    expect(kuroneko.operated).toMatchObject([{ operation: 'change_amount', amount: 4300 }])
    expect(await stands(id)).toMatchObject({ payment: 'authorized', amount: 4300 })
    expect(await left(productId)).toBe(1)
    expect(await carried(await beginModify(desk, id, wanted(productId, 1)))).toBe('done')
    expect(await left(productId)).toBe(4)
  })

  it('is given back where Kuroneko does not change the amount', async () => {
    const productId = await product(3)
    const id = await bought('S3', productId, 2)
    kuroneko.script('change_amount', refusedWith('A070000000'), refusedWith('A074000002'))
    expect(await carried(await beginModify(desk, id, wanted(productId, 5)))).toBe('not_done')
    expect([await left(productId), (await stands(id)).amount]).toEqual([3, 2000])
    expect(await carried(await beginModify(desk, id, wanted(productId, 5)))).toBe('failed')
    expect([await left(productId), (await stands(id)).payment]).toEqual([3, 'failed'])
  })

  it('is never sold twice, however many modify at once', async () => {
    const productId = await product(3)
    const ids = await Promise.all([1, 2, 3, 4, 5].map((n) => bought(`S4${n}`, productId, 1)))
    const results = await Promise.all(ids.map((id) => beginModify(desk, id, wanted(productId, 3))))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await left(productId)).toBe(1)
  })

  it('a change that leaves the amount needs no call, and one that changes nothing is refused', async () => {
    const productId = await product(3)
    const id = await bought('S5', productId, 1)
    expect(await beginModify(desk, id, wanted(productId, 1))).toEqual({
      ok: false,
      refusal: 'nothing_changed',
    })
    const renamed = {
      ...wanted(productId, 1),
      lines: [{ productId, name: '最中 6個', unitPrice: 1000, quantity: 1 }],
    }
    expect(await beginModify(desk, id, renamed)).toEqual({ ok: true, here: true })
    expect(kuroneko.operated).toEqual([])
  })
})

describe('shipping', () => {
  const input = (more: object) => shipmentSchema.parse({ delivery: 0, carrier: 'yamato', ...more })

  it('sets the delivery to 配送完了 with what the slip was meant to be', async () => {
    const id = await order('H1')
    const typed = `${valid.slice(0, 4)}－${valid.slice(4)}`
    expect(await ship(desk, id, input({ slipNumber: typed }))).toEqual({ ok: true })
    const { deliveries, order: found } = await stands(id)
    expect(deliveries).toEqual(['shipped'])
    expect(found.deliveries[0]).toMatchObject({ slipNumber: valid, carrier: 'ヤマト運輸' })
  })

  it('refuses what Yamato or the platform would not take, and somebody’s older page', async () => {
    const id = await order('H2')
    expect(await ship(desk, id, input({ slipNumber: '12345' }))).toMatchObject({
      refusal: 'slip_not_yamato',
      at: 0,
    })
    expect(await ship(desk, id, input({ slipNumber: '1234567890123', carrier: 'sagawa' }))).toMatchObject({
      refusal: 'slip_too_long',
    })
    expect(await ship(desk, id, input({ delivery: 3 }))).toMatchObject({ refusal: 'invalid' })
    expect(await ship(desk, id, input({ version: 7 }))).toMatchObject({ refusal: 'stale' })
    expect((await stands(id)).deliveries).toEqual(['unshipped'])
  })
})

describe('changing the method', () => {
  it('sets the fee to 0 and the amount with it', async () => {
    const id = await order('M1', {
      paymentStatus: 'cancelled',
      amount: 5300,
      fee: 300,
      deliveries: [{ status: 'cancelled', slipNumber: null, carrier: null }],
    })
    expect(await changeMethod(desk, id, { to: 'np_atobarai' })).toEqual({
      ok: false,
      refusal: 'method_needs_manual_link',
    })
    await database.db.shop.update({ where: { id: shopId }, data: { manualLink: true } })
    expect(await changeMethod(desk, id, { to: 'np_atobarai' })).toEqual({ ok: true, feeBefore: 300 })
    expect(await resetShipping(desk, id)).toEqual({ ok: true })
    const { order: found, ...rest } = await stands(id)
    expect(rest).toMatchObject({ amount: 5000, deliveries: ['unshipped'] })
    expect(found).toMatchObject({ paymentMethod: 'np_atobarai', fee: 0 })
  })
})

describe('correcting the fee', () => {
  const cancelled: Partial<NewOrder> = {
    ...{ paymentStatus: 'cancelled', amount: 5300, fee: 300 },
    deliveries: [{ status: 'cancelled', slipNumber: null, carrier: null }],
  }

  it('is for an order whose method was changed; its amount follows, and no stock moves', async () => {
    const id = await order('F1', cancelled)
    expect(await changeFee(desk, id, { fee: 330, version: 1 })).toEqual({
      ok: false,
      refusal: 'method_not_changed',
    })
    await changeMethod(desk, id, { to: 'cash_on_delivery' })
    expect(await changeFee(desk, id, { fee: 0, version: 2 })).toMatchObject({ refusal: 'nothing_changed' })
    expect(await changeFee(desk, id, { fee: 330, version: 2 })).toEqual({ ok: true })
    const { order: found, ...rest } = await stands(id)
    expect(rest).toMatchObject({
      ...{ payment: 'cancelled', amount: 5330, deliveries: ['cancelled'] },
      events: [
        'order.fee_changed refused',
        'order.method_changed done',
        'order.fee_changed refused',
        'order.fee_changed done',
      ],
    })
    expect(found).toMatchObject({ fee: 330, version: 3 })
    expect(JSON.parse(found.events.at(-1)?.text ?? '')).toMatchObject({
      amount: 5330,
      details: { fee_before: 0, fee_after: 330, amount_before: 5000, amount_after: 5330 },
    })
    expect(kuroneko.operated).toEqual([])
  })

  it('of two at once one wins, and the other is told', async () => {
    const id = await order('F2', cancelled)
    await changeMethod(desk, id, { to: 'bank_transfer' })
    const both = await Promise.all([330, 440].map((fee) => changeFee(desk, id, { fee, version: 2 })))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both).toContainEqual({ ok: false, refusal: 'stale' })
    const { fee, amount } = (await stands(id)).order
    expect(amount).toBe(5000 + fee)
  })
})

describe('each night', () => {
  const by = () => ({ actor: null, clock: { now: () => now }, via: 'job' as const, db: database.db })

  it('what ran out becomes 仮売上期限切れ, once', async () => {
    // Noon in Tokyo; 58 days before is 27 September.
    const last = await order('N1', { orderedAt: new Date('2026-09-26T15:00:00.000Z') })
    const gone = await order('N2', { orderedAt: new Date('2026-09-26T14:59:59.999Z') })
    expect(await expireAuthorizations(by())).toBe(1)
    expect(await expireAuthorizations(by())).toBe(0)
    expect((await stands(last)).payment).toBe('authorized')
    expect(await stands(gone)).toMatchObject({
      payment: 'authorization_expired',
      events: ['order.expired done'],
    })
  })

  it('a shop is reminded at 7, 3 and 1 days, once each', async () => {
    const day = 24 * 60 * 60_000
    const orderedAt = new Date(today.getTime() - 51 * day)
    await order('R1', { orderedAt })
    const mine = async () => {
      const due = (await dueReminders(by())).filter((reminder) => reminder.shopId === shopId)
      for (const reminder of due) await markReminded(by(), reminder)
      return due
    }
    const told: number[] = []
    for (let days = 0; days <= 8; days += 1) {
      now = new Date(today.getTime() + days * day)
      for (const { daysLeft } of [...(await mine()), ...(await mine())]) told.push(daysLeft)
    }
    expect(told).toEqual([7, 3, 1])
  })
})
