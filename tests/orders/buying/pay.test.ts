import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fault } from '~/kuroneko/sandbox/faults'
import { openAttempt } from '~/orders/buying/attempt.server'
import { beginPayment } from '~/orders/buying/begin-payment.server'
import { payWithToken } from '~/orders/buying/pay.server'
import { finishThreeD } from '~/orders/buying/three-d.server'
import { conduct, grace } from '~/orders/operations/conduct.server'
import type { Storefront } from '~/shops/storefront.server'
import { trader } from '../../kuroneko/sandbox'
import { aBuyersWorld, type BuyersWorld, buyer, cards, placed, stands } from './world'

let world: BuyersWorld
let front: Storefront
let order: { orderId: string; number: string; amount: number }

beforeAll(async () => {
  world = await aBuyersWorld()
})
afterAll(() => world.end())
beforeEach(async () => {
  front = await world.front()
  order = await placed(front, await world.product(9))
})
afterEach(() => world.sandbox.faults.clear())

const returnTo = 'http://127.0.0.1:3000/shop/hana/three-d'
const paying = (kuronekoNumber = order.number) => ({
  ...{ orderId: order.orderId, kuronekoNumber, buyer, returnTo },
})
const pay = (card: string, kuronekoNumber?: string) =>
  payWithToken(front, paying(kuronekoNumber), { token: world.sandbox.cardToken(card), cardCodeApi: '9' })
const atKuroneko = (number = order.number) => world.sandbox.store.get(trader, number)
const calls = () => world.db.kuronekoCall.findMany({ where: { orderId: order.orderId } })
const goWrong = (kind: Parameters<typeof fault>[0], functionCode: string | null, left = 1, value = '') =>
  world.sandbox.faults.add({ ...fault(kind, value), traderCode: trader, orderNo: null, functionCode, left })
const later = () => {
  world.time.now = new Date(world.time.now.getTime() + grace + 1_000)
}
async function settled() {
  const { id } = await world.db.orderOperation.findFirstOrThrow({
    where: { orderId: order.orderId },
    orderBy: { startedAt: 'desc' },
  })
  return conduct(front, id)
}

describe('a card that is accepted', () => {
  it('makes it 仮売上, and its token is kept nowhere', async () => {
    const token = world.sandbox.cardToken(cards.good)
    expect(await payWithToken(front, paying(), { token, cardCodeApi: '9' })).toEqual({
      ...{ ok: true, step: 'ended' },
    })
    expect(await stands(world.db, order.orderId)).toMatchObject({
      payment: 'authorized',
      events: ['order.received done', 'order.payment_begun done', 'order.authorized done'],
    })
    expect(atKuroneko()).toMatchObject({ statusInfo: 4, amount: order.amount })
    const stored = JSON.stringify([await world.db.orderOperation.findMany(), await calls()])
    const told = JSON.stringify([await world.db.orderEvent.findMany(), world.client.log], (_, value) =>
      typeof value === 'bigint' ? String(value) : value,
    )
    for (const text of [stored, told, await world.sandbox.everythingKept()]) expect(text).not.toContain(token)
  })

  it('pays once, whatever is sent twice', async () => {
    expect(await pay(cards.good)).toMatchObject({ ok: true })
    expect(await pay(cards.good)).toEqual({ ok: false, refusal: 'settled' })
    expect(await openAttempt(front, order.orderId)).toEqual({ ok: false, refusal: 'settled' })
    expect(await calls()).toHaveLength(1)
  })

  it('pays nothing of another shop’s', async () => {
    const stranger = { ...front, shop: { ...front.shop, id: crypto.randomUUID() } }
    const token = { token: world.sandbox.cardToken(cards.good), cardCodeApi: '9' }
    expect(await payWithToken(stranger, paying(), token)).toEqual({ ok: false, refusal: 'not_found' })
  })
})

describe('a card that is refused', () => {
  it('makes it 決済失敗; the next attempt has a number of its own and makes it 仮売上', async () => {
    await pay(cards.refused)
    expect(await stands(world.db, order.orderId)).toMatchObject({ payment: 'failed' })
    expect(await calls()).toMatchObject([
      { state: 'refused', errorCode: 'A082000010', creditErrorCode: 'G55' },
    ])
    expect(await pay(cards.good)).toEqual({ ok: false, refusal: 'used' })
    const again = `${order.number}-1`
    expect(await openAttempt(front, order.orderId)).toMatchObject({ ok: true, kuronekoNumber: again })
    // Asking twice, without paying between, uses up no number.
    expect(await openAttempt(front, order.orderId)).toMatchObject({ ok: true, kuronekoNumber: again })
    await pay(cards.good, again)
    expect(await stands(world.db, order.orderId)).toMatchObject({
      payment: 'authorized',
      kuronekoNumber: again,
    })
    expect([atKuroneko()?.statusInfo, atKuroneko(again)?.statusInfo]).not.toEqual([4, 4])
    expect(atKuroneko(again)?.statusInfo).toBe(4)
  })
})

describe('a buyer who leaves', () => {
  it('leaves 要確認 with the stock allocated, and can go on later under the same number', async () => {
    expect(await openAttempt(front, order.orderId)).toMatchObject({ ok: true, kuronekoNumber: order.number })
    const { payment, order: stored } = await stands(world.db, order.orderId)
    expect([payment, stored.deliveries[0]?.stockState]).toEqual(['incomplete', 'allocated'])
  })
})

describe('a card whose issuer asks', () => {
  /** What the browser brings back once the buyer has answered there. */
  async function answer(html: string, verdict: 'passed' | 'given_up') {
    const address = /url=([^"]+)"/.exec(html)?.[1] ?? ''
    const response = await fetch(address, {
      method: 'POST',
      body: new URLSearchParams({ verdict }),
      redirect: 'manual',
    })
    const back = new URL(response.headers.get('location') ?? '')
    return {
      operationId: back.pathname.split('/').at(-1) ?? '',
      returned: Object.fromEntries(back.searchParams),
    }
  }
  async function asked(card: string) {
    const paid = await pay(card)
    if (!paid.ok || paid.step !== 'three_d_secure') throw new Error('not asked')
    return paid.html
  }

  it('is 要確認 meanwhile, and 仮売上 once the buyer has answered', async () => {
    const html = await asked(cards.asks)
    expect(await stands(world.db, order.orderId)).toMatchObject({ payment: 'incomplete' })
    const { operationId, returned } = await answer(html, 'passed')
    expect(await finishThreeD(front, operationId, returned)).toEqual({ ok: true, orderNumber: order.number })
    expect(await stands(world.db, order.orderId)).toMatchObject({
      payment: 'authorized',
      events: [
        'order.received done',
        'order.payment_begun done',
        'order.authentication_asked done',
        'order.payment_begun done',
        'order.authorized done',
      ],
    })
    expect(await finishThreeD(front, operationId, returned)).toMatchObject({ ok: false, refusal: 'settled' })
  })

  it('is 決済失敗 where the buyer gives up, or the card is refused afterwards', async () => {
    const { operationId, returned } = await answer(await asked(cards.asks), 'given_up')
    await finishThreeD(front, operationId, returned)
    expect(await stands(world.db, order.orderId)).toMatchObject({ payment: 'failed' })
    expect(await openAttempt(front, order.orderId)).toMatchObject({ ok: true })
    const token = world.sandbox.cardToken(cards.asksThenRefuses)
    const paid = await payWithToken(front, paying(`${order.number}-1`), { token, cardCodeApi: '9' })
    if (!paid.ok || paid.step !== 'three_d_secure') throw new Error('not asked')
    const second = await answer(paid.html, 'passed')
    await finishThreeD(front, second.operationId, second.returned)
    expect(await stands(world.db, order.orderId)).toMatchObject({ payment: 'failed' })
  })

  it('cannot be finished once another attempt has begun', async () => {
    const { operationId, returned } = await answer(await asked(cards.asks), 'passed')
    expect(await openAttempt(front, order.orderId)).toMatchObject({ ok: true })
    await pay(cards.good, `${order.number}-1`)
    expect(await finishThreeD(front, operationId, returned)).toMatchObject({ ok: false })
    expect(atKuroneko()?.statusInfo).not.toBe(4)
    expect(atKuroneko(`${order.number}-1`)?.statusInfo).toBe(4)
  })
})

describe('whatever happens between intent, call and outcome', () => {
  const begun = () =>
    beginPayment(front, { orderId: order.orderId, kuronekoNumber: order.number, function: 'A08' })

  it('a process that died before the call leaves 要確認, and never a call', async () => {
    expect(await begun()).toMatchObject({ ok: true })
    expect(await settled()).toBe('under_way')
    expect(await openAttempt(front, order.orderId)).toEqual({ ok: false, refusal: 'under_way' })
    later()
    expect(await settled()).toBe('not_done')
    expect(await stands(world.db, order.orderId)).toMatchObject({ payment: 'incomplete' })
    expect(atKuroneko()).toBeUndefined()
  })

  it('one that died before the outcome was written finds it at Kuroneko', async () => {
    for (const [card, payment] of [
      [cards.good, 'authorized'],
      [cards.refused, 'failed'],
    ] as const) {
      order = await placed(front, await world.product())
      await begun()
      await world.client.operate({
        ...{ operation: 'register_with_token', traderCode: trader, orderNumber: order.number, buyer },
        ...{ amount: order.amount, goodsName: '品', cardCodeApi: '9', token: world.sandbox.cardToken(card) },
      })
      later()
      await settled()
      expect(await stands(world.db, order.orderId)).toMatchObject({ payment })
    }
  })

  it('an answer that never came is settled by an inquiry at once', async () => {
    goWrong('silent_after', 'A08')
    await pay(cards.good)
    expect(await stands(world.db, order.orderId)).toMatchObject({
      payment: 'authorized',
      events: expect.arrayContaining(['order.call_unanswered done', 'order.inquired done']),
    })
  })

  it('what was done twice is 仮売上 all the same, and a refusal answered as an error is told by the inquiry', async () => {
    goWrong('twice', 'A08')
    await pay(cards.good)
    expect(await stands(world.db, order.orderId)).toMatchObject({ payment: 'authorized' })
    order = await placed(front, await world.product())
    goWrong('error_after', 'A08', 1, 'Z019999999')
    await pay(cards.good)
    expect(await stands(world.db, order.orderId)).toMatchObject({ payment: 'authorized' })
  })

  it('work that is done late is waited for', async () => {
    goWrong('late_work', 'A08', 1, '900')
    await pay(cards.good)
    expect(await stands(world.db, order.orderId)).toMatchObject({ payment: 'incomplete' })
    expect(await openAttempt(front, order.orderId)).toEqual({ ok: false, refusal: 'under_way' })
    await expect.poll(() => atKuroneko()?.statusInfo, { timeout: 5_000 }).toBe(4)
    expect(await settled()).toBe('done')
    expect(await stands(world.db, order.orderId)).toMatchObject({ payment: 'authorized' })
  })

  it('nothing is tried again before Kuroneko has said what it has of the first', async () => {
    await begun()
    later()
    await settled()
    goWrong('silent', 'E04', 5)
    expect(await openAttempt(front, order.orderId)).toEqual({ ok: false, refusal: 'unclear' })
    world.sandbox.faults.clear()
    // What everybody had given up came about after all.
    await world.client.operate({
      ...{ operation: 'register_with_token', traderCode: trader, orderNumber: order.number, buyer },
      ...{ amount: order.amount, goodsName: '品', cardCodeApi: '9' },
      token: world.sandbox.cardToken(cards.good),
    })
    expect(await openAttempt(front, order.orderId)).toEqual({ ok: false, refusal: 'settled' })
    expect(await stands(world.db, order.orderId)).toMatchObject({ payment: 'authorized' })
  })
})
