import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyLog } from '~/audit/verify.server'
import { beginWatch, KuronekoAway, walk, watchShops } from '~/corrections/drift-watch.server'
import type { Kuroneko } from '~/kuroneko/client.server'
import { lockOrder, recordOnOrder } from '~/orders/record.server'
import { anOrder, aWorld, type World } from '../audit/world'
import { answered } from '../kuroneko-double'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const fast = { rate: Number.POSITIVE_INFINITY }
const silence = { kind: 'unknown', reason: 'timeout' } as const
const asker = (kuroneko: Kuroneko = world.kuroneko) => ({
  db: world.db,
  clock: world.clock,
  kuroneko,
  actor: null,
  via: 'job' as const,
})
const begin = async (shopId = world.shop) => {
  const [watchId] = await beginWatch({ ...asker(), jobs: world.jobs }, shopId)
  if (!watchId) throw new Error('no such shop')
  return watchId
}
const walkThrough = async (shopId?: string) => {
  const watchId = await begin(shopId)
  await walk(asker(), watchId, fast)
  return world.db.driftWatch.findUniqueOrThrow({ where: { id: watchId } })
}
const open = async () => {
  const drifts = await world.db.drift.findMany({
    where: { closedAt: null },
    include: { order: true },
    orderBy: { order: { number: 'asc' } },
  })
  return drifts.map(({ order }) => order.number)
}
const says = (number: string, statusInfo: number) => world.kuroneko.answers.set(number, answered(statusInfo))
const eventsOf = async (orderId: string) => {
  const events = await world.db.orderEvent.findMany({ where: { orderId }, orderBy: { seq: 'asc' } })
  return events.map(({ action }) => action)
}

describe('a walk over a shop', () => {
  let orderId: string

  it('lists where the two differ, and says so once', async () => {
    orderId = await anOrder(world.db, world.shop, 'W1', {}, null)
    await anOrder(world.db, world.shop, 'W2', {}, null)
    says('W1', 40)
    says('W2', 31)
    expect(await walkThrough()).toMatchObject({ total: 2, asked: 2, found: 1, unanswered: 0 })
    expect(await open()).toEqual(['W1'])
    expect(await walkThrough()).toMatchObject({ asked: 2, found: 1 })
    expect(await eventsOf(orderId)).toEqual(['order.received', 'order.inquired', 'order.drift_found'])
  })

  it('neither finds nor closes anything without an answer', async () => {
    world.kuroneko.answers.set('W1', silence)
    world.kuroneko.answers.set('W2', silence)
    const before = await world.db.evidence.count()
    expect(await walkThrough()).toMatchObject({ asked: 2, found: 0, unanswered: 2 })
    expect(await open()).toEqual(['W1'])
    expect(await world.db.evidence.count()).toBe(before)
  })

  it('closes a drift that closed itself', async () => {
    says('W1', 31)
    says('W2', 31)
    expect(await walkThrough()).toMatchObject({ found: 0 })
    expect(await open()).toEqual([])
    expect((await eventsOf(orderId)).slice(-2)).toEqual(['order.inquired', 'order.drift_closed'])
  })

  it('needs no walk where the order itself comes to show what Kuroneko says', async () => {
    says('W1', 40)
    await walkThrough()
    expect(await open()).toEqual(['W1'])
    await world.db.$transaction(async (tx) => {
      const order = await lockOrder(tx, orderId)
      if (!order) throw new Error('no order')
      const after = { payment: 'cancelled' as const, deliveries: ['cancelled' as const] }
      const event = {
        action: 'order.corrected' as const,
        outcome: 'done' as const,
        at: world.clock.now(),
        actor: null,
        via: 'web',
        requestId: null,
        before: { payment: order.paymentStatus, deliveries: ['shipped' as const] },
        after,
      }
      await recordOnOrder(tx, order, [event], after)
    })
    expect(await open()).toEqual([])
    expect((await eventsOf(orderId)).slice(-2)).toEqual(['order.corrected', 'order.drift_closed'])
  })

  it('asks about open and recent orders of Kuroneko only', async () => {
    const long = new Date('2026-05-01T00:00:00.000Z')
    await anOrder(world.db, world.otherShop, 'X1', { paymentMethod: 'bank_transfer' }, null)
    await anOrder(world.db, world.otherShop, 'X2', { orderedAt: long }, null)
    await anOrder(world.db, world.otherShop, 'X3', { orderedAt: long, paymentStatus: 'failed' }, null)
    await anOrder(world.db, world.otherShop, 'X4', { origin: 'imported' }, null)
    world.kuroneko.asked.length = 0
    await walkThrough(world.otherShop)
    expect(world.kuroneko.asked).toEqual(['X3'])
  })
})

describe('a walk that is interrupted', () => {
  it('goes on after the last order, and counts none twice', async () => {
    const watchId = await begin()
    const killed: Kuroneko = {
      ...world.kuroneko,
      inquire: (question) => {
        if (question.orderNumber === 'W2') throw new Error('the process died')
        return world.kuroneko.inquire(question)
      },
    }
    await expect(walk(asker(killed), watchId, fast)).rejects.toThrow('the process died')
    expect(await world.db.driftWatch.findUniqueOrThrow({ where: { id: watchId } })).toMatchObject({
      asked: 1,
      finishedAt: null,
    })
    world.kuroneko.asked.length = 0
    expect(await begin()).toBe(watchId)
    await walk(asker(), watchId, fast)
    expect(world.kuroneko.asked).toEqual(['W2'])
    expect(await world.db.driftWatch.findUniqueOrThrow({ where: { id: watchId } })).toMatchObject({
      asked: 2,
      finishedAt: expect.any(Date),
    })
  })

  it('ends between two orders when the process is stopped', async () => {
    const watchId = await begin()
    const stopping = new AbortController()
    const stopped: Kuroneko = {
      ...world.kuroneko,
      inquire: (question) => {
        stopping.abort()
        return world.kuroneko.inquire(question)
      },
    }
    await expect(walk(asker(stopped), watchId, { ...fast, signal: stopping.signal })).rejects.toThrow()
    expect(await world.db.driftWatch.findUniqueOrThrow({ where: { id: watchId } })).toMatchObject({
      asked: 1,
    })
    await walk(asker(), watchId, fast)
  })

  it('waits for the end of an outage', async () => {
    for (let i = 10; i < 30; i++) {
      await anOrder(world.db, world.shop, `Y${i}`, {}, null)
      world.kuroneko.answers.set(`Y${i}`, silence)
    }
    const watchId = await begin()
    await expect(walk(asker(), watchId, fast)).rejects.toThrow(KuronekoAway)
    for (let i = 10; i < 30; i++) says(`Y${i}`, 31)
    await walk(asker(), watchId, fast)
    expect(await world.db.driftWatch.findUniqueOrThrow({ where: { id: watchId } })).toMatchObject({
      asked: 22,
      unanswered: 10,
      finishedAt: expect.any(Date),
    })
  })
})

describe('a walk by the button', () => {
  it("is for a merchant's own shop, and for reviewers any", async () => {
    const refused = { ok: false, refusal: 'not_found' }
    expect(await watchShops(world.otherMerchant, 'hananoya')).toEqual(refused)
    expect(await watchShops(world.auditor, 'hananoya')).toEqual(refused)
    expect(await watchShops(world.agent, 'nowhere')).toEqual(refused)
    const mine = await watchShops(world.merchant)
    expect(mine).toMatchObject({ ok: true, watches: [expect.any(String)] })
    expect(world.jobs.sent.at(-1)).toMatchObject({ name: 'drift-watch', data: { shopId: world.shop } })
    expect(await watchShops(world.agent, 'hananoya')).toEqual(mine)
    expect(await watchShops(world.lead)).toMatchObject({ watches: { length: 2 } })
  })
})

it('leaves a log in which everything holds', async () => {
  const faults: unknown[] = []
  await verifyLog(world.db, (fault) => faults.push(fault))
  expect(faults).toEqual([])
})
