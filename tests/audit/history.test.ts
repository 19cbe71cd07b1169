import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appendEvents } from '~/audit/append.server'
import { eraseWords } from '~/audit/erase/erase.server'
import type { Fault } from '~/audit/faults'
import { orderEvents, orderHistory, requestHistory } from '~/audit/history.server'
import { latestEvents } from '~/audit/latest.server'
import { lookUp } from '~/audit/look-up.server'
import { verifyLog, verifyOrder } from '~/audit/verify.server'
import { claim } from '~/corrections/claim.server'
import { matchWaiting } from '~/corrections/match.server'
import { ask } from '~/corrections/message.server'
import { addNote } from '~/corrections/note.server'
import type { Desk } from '~/staff/desk.server'
import { approved, filed } from './errands'
import { anOrder, aRow, aWorld, type World } from './world'

let world: World
let reference: string
beforeAll(async () => {
  world = await aWorld()
  await anOrder(world.db, world.shop, 'P1')
  await anOrder(world.db, world.shop, 'P-BOTH')
  await anOrder(world.db, world.otherShop, 'P-BOTH')
  reference = await filed(world.merchant, world.shop, aRow('P1'))
  await addNote(world.agent, reference, '社内だけの話')
  await approved(world.agent, reference)
  await claim(world.lead, reference)
})
afterAll(() => world.close())

async function historyOf(desk: Desk, number: string, options = {}) {
  const history = await orderHistory(desk, number, options)
  if (history?.kind !== 'history') throw new Error(`no history of ${number}: ${history?.kind}`)
  return history
}

describe("an order's history", () => {
  it('tells who did what, newest first, with what it changed and what was written', async () => {
    const { order, events, older } = await historyOf(world.auditor, 'P1')
    expect(order).toMatchObject({ number: 'P1', amount: 8640, eventSeq: 7, shop: { code: 'hananoya' } })
    expect(older).toBeNull()
    expect(events.map(({ seq, told }) => `${seq} ${told?.action} ${told?.outcome}`)).toEqual([
      '7 correction.claimed refused',
      '6 correction.approved done',
      '5 order.corrected done',
      '4 correction.claimed done',
      '3 correction.noted done',
      '2 correction.filed done',
      '1 order.received done',
    ])
    expect(events[2]?.told).toMatchObject({
      actor: { name: '窓口 田中', role: 'agent' },
      reference,
      before: { payment: 'captured', deliveries: ['shipped'] },
      after: { payment: 'cancelled', deliveries: ['cancelled'] },
    })
    expect(events[0]?.told).toMatchObject({ refusal: 'conflict', actor: { name: '窓口リーダー 山本' } })
    expect(events[5]?.told?.words).toBe('クロネコ側で実売上後のキャンセルに成功したため')
    expect(events[6]?.told?.actor).toBeNull()
  })

  it("keeps colleagues' words from the shop, and only those", async () => {
    const wordsFor = async (desk: Desk) =>
      (await historyOf(desk, 'P1')).events.flatMap(({ told }) => (told?.words ? [told.words] : []))
    expect(await wordsFor(world.agent)).toContain('社内だけの話')
    expect(await wordsFor(world.merchant)).toEqual(['クロネコ側で実売上後のキャンセルに成功したため'])
    expect(JSON.stringify(await requestHistory(world.merchant, reference))).not.toContain('社内だけの話')
  })

  it("does not know another shop's order", async () => {
    expect(await orderHistory(world.otherMerchant, 'P1')).toBeNull()
    expect(await orderHistory(world.otherMerchant, 'P1', { shop: 'hananoya' })).toBeNull()
    expect(await orderHistory(world.auditor, 'P-NONE')).toBeNull()
    expect(await requestHistory(world.otherMerchant, reference)).toEqual([])
  })

  it('lets the desk choose where two shops have the number, and a shop see its own', async () => {
    const choice = await orderHistory(world.agent, 'P-BOTH')
    expect(choice).toMatchObject({
      kind: 'choice',
      orders: [{ shop: { code: 'hananoya' } }, { shop: { code: 'linne' } }],
    })
    expect((await historyOf(world.agent, 'P-BOTH', { shop: 'linne' })).order.shop.code).toBe('linne')
    expect((await historyOf(world.merchant, 'P-BOTH')).order.shop.code).toBe('hananoya')
  })

  it('comes in pages of a hundred', async () => {
    const id = await anOrder(world.db, world.shop, 'P-LONG')
    await world.db.$transaction(async (tx) => {
      const order = await tx.order.findUniqueOrThrow({ where: { id } })
      const at = world.clock.now()
      const shipped = {
        ...{ action: 'order.shipped', outcome: 'refused', at, actor: null, via: 'web' },
        ...{ shopId: world.shop, orderId: id, requestId: null },
      } as const
      const { number, amount } = order
      const events = Array(120).fill(shipped)
      const head = await appendEvents(tx, { id, about: { number, amount }, head: order, events })
      await tx.order.update({ where: { id }, data: head })
    })
    const first = await historyOf(world.auditor, 'P-LONG')
    expect([first.events.length, first.events[0]?.seq, first.older]).toEqual([100, 121, 22])
    const second = await historyOf(world.auditor, 'P-LONG', { before: first.older })
    expect([second.events.length, second.events.at(-1)?.seq, second.older]).toEqual([21, 1, null])
  })

  it('shows an event that cannot be read as such', async () => {
    await anOrder(world.db, world.shop, 'P-BROKEN')
    const owner = new pg.Client(world.ownerUrl)
    await owner.connect()
    await owner.query('SET session_replication_role = replica')
    await owner.query(`UPDATE order_event SET text = 'not JSON' FROM "order" o
                       WHERE o.id = chain_id AND o.number = 'P-BROKEN'`)
    await owner.end()
    expect((await historyOf(world.auditor, 'P-BROKEN')).events).toMatchObject([{ seq: 1, told: null }])
  })
})

describe('what changed the statuses', () => {
  it('can be seen without the rest, in pages too', async () => {
    const { order } = await historyOf(world.auditor, 'P1')
    const { events } = await orderEvents(world.auditor, order, { only: 'status' })
    expect(events.map(({ seq, told }) => `${seq} ${told?.action}`)).toEqual([
      '5 order.corrected',
      '1 order.received',
    ])
    const page = await orderEvents(world.auditor, order, { only: 'status', most: 1 })
    expect([page.events.length, page.older]).toEqual([1, 5])
  })
})

describe('words that were erased', () => {
  it('are told of as such, to the shop as well, and the chain stays whole', async () => {
    await anOrder(world.db, world.shop, 'P-ERASED')
    await filed(world.merchant, world.shop, aRow('P-ERASED'))
    const { order, events } = await historyOf(world.auditor, 'P-ERASED')
    expect(events[0]?.told).toMatchObject({ erased: false, hidden: false })
    const reason = 'ご本人からの請求'
    await eraseWords(world.admin, { number: 'P-ERASED' }, { events: [events[0]?.id ?? ''], reason })
    const after = await historyOf(world.merchant, 'P-ERASED')
    expect(after.events.map(({ told }) => told?.action)).toContain('audit.words_erased')
    expect(after.events[1]?.told).toMatchObject({ words: null, erased: true, hidden: false })
    expect(JSON.stringify(after)).not.toContain('実売上後のキャンセル')
    expect((await verifyOrder(world.db, order.id)).faults).toEqual([])
  })
})

describe("a request's history", () => {
  it('holds what happened to it and nothing else of its order', async () => {
    const events = await requestHistory(world.merchant, reference)
    expect(events.map(({ seq }) => seq)).toEqual([7, 6, 5, 4, 3, 2])
  })

  it('is there for a request that no order matches', async () => {
    const unmatched = await filed(world.merchant, world.shop, aRow('P-UNKNOWN'))
    await claim(world.agent, unmatched)
    await ask(world.agent, unmatched, 'どの注文ですか')
    const events = await requestHistory(world.merchant, unmatched)
    expect(events.map(({ told }) => told?.words ?? told?.action)).toEqual([
      'どの注文ですか',
      'correction.claimed',
      'クロネコ側で実売上後のキャンセルに成功したため',
    ])
  })
})

describe('a request that found its order later', () => {
  it('tells of both chains and of the match once, and the log is whole', async () => {
    const late = await filed(world.merchant, world.shop, aRow('P-LATE'))
    await claim(world.agent, late)
    await anOrder(world.db, world.shop, 'P-LATE')
    expect(await matchWaiting(world.agent, world.shop)).toEqual([late])
    await approved(world.agent, late)
    const events = await requestHistory(world.merchant, late)
    expect(events.map(({ told }) => told?.action)).toEqual([
      'correction.approved',
      'order.corrected',
      'correction.claimed',
      'correction.matched',
      'correction.claimed',
      'correction.filed',
    ])
    const { order } = await historyOf(world.merchant, 'P-LATE')
    expect(await verifyOrder(world.db, order.id)).toEqual({ events: 5, faults: [] })
    const faults: Fault[] = []
    await verifyLog(world.db, (fault) => faults.push(fault))
    expect(faults.filter((fault) => !('order' in fault && fault.order === 'P-BROKEN'))).toEqual([])
  })
})

describe('the latest events', () => {
  it("are the shop's own for a shop, and all for the desk", async () => {
    const { entries } = await latestEvents(world.otherMerchant)
    expect(entries).toMatchObject([{ order: 'P-BOTH', shop: { code: 'linne' } }])
    const shops = (await latestEvents(world.auditor, { size: 500 })).entries.map(({ shop }) => shop?.code)
    expect(new Set(shops)).toEqual(new Set(['hananoya', 'linne']))
  })

  it('come in pages that neither repeat nor skip, though many share a moment', async () => {
    const seen: string[] = []
    for (let next: string | null | undefined; next !== null; ) {
      const page = await latestEvents(world.auditor, { after: next, size: 7 })
      seen.push(...page.entries.map(({ event }) => event.id))
      next = page.next
    }
    expect(seen).toHaveLength(await world.db.orderEvent.count())
    expect(new Set(seen).size).toBe(seen.length)
  })

  it('can be of one act only, as far as it was done', async () => {
    const { entries } = await latestEvents(world.auditor, { action: 'correction.claimed' })
    expect(entries.length).toBeGreaterThan(0)
    expect(entries.map(({ event }) => event.told?.outcome)).not.toContain('refused')
  })
})

describe('looking up', () => {
  it('finds an order by its number or its request, and a request without an order', async () => {
    expect(await lookUp(world.agent, ['P1'])).toEqual({ found: 'order', number: 'P1', shop: null })
    expect(await lookUp(world.agent, [reference])).toEqual({ found: 'order', number: 'P1', shop: 'hananoya' })
    const unmatched = await filed(world.merchant, world.shop, aRow('P-NOWHERE'))
    expect(await lookUp(world.agent, [unmatched])).toEqual({ found: 'request', reference: unmatched })
  })

  it('takes the best candidate that there is', async () => {
    expect(await lookUp(world.agent, ['P1-2', 'P1'])).toMatchObject({ number: 'P1' })
  })

  it("does not find what is another shop's", async () => {
    expect(await lookUp(world.otherMerchant, ['P1'])).toBeNull()
    expect(await lookUp(world.otherMerchant, [reference])).toBeNull()
  })
})
