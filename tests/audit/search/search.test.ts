import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordOnChain } from '~/audit/record.server'
import { countMatching } from '~/audit/search/count.server'
import type { AuditFilter } from '~/audit/search/filter'
import { searchEvents } from '~/audit/search/search.server'
import type { Desk } from '~/staff/desk.server'
import { anOrder } from '../world'
import { aSearchedWorld, found, type SearchedWorld, streamed } from './world'

let world: SearchedWorld
beforeAll(async () => {
  world = await aSearchedWorld()
})
afterAll(() => world.close())

const filed = 'hananoya P2511001 correction.filed done'
const corrected = 'hananoya P2511001 order.corrected done'
const theirs = 'linne P2511001 correction.filed done'

/** What the auditor finds. */
const table: [what: string, filter: (world: SearchedWorld) => AuditFilter, finds: string[]][] = [
  ['an order', () => ({ number: 'P2511002' }), ['hananoya P2511002 order.received done']],
  ['a shop', () => ({ shop: 'linne', action: ['received'] }), ['linne P2511001 order.received done']],
  ['no such shop', () => ({ shop: 'nowhere' }), []],
  ['a request', ({ applied }) => ({ reference: applied, action: ['filed'] }), [filed]],
  ['no such request', () => ({ reference: 'MT-2026-999999' }), []],
  ['a person', ({ lead }) => ({ actor: lead.actor.id, action: ['corrected'] }), [corrected]],
  ['whom nobody knows', () => ({ actor: uuidv7() }), []],
  ['the desk', () => ({ actor: 'desk', action: ['filed', 'corrected'] }), [corrected]],
  ['what nobody did', () => ({ actor: 'system', shop: 'linne' }), ['linne P2511001 order.received done']],
  ['several acts', () => ({ action: ['filed', 'corrected'] }), [filed, corrected, theirs]],
  ['what was refused', () => ({ outcome: 'refused' }), []],
  ['a payment status before', () => ({ paymentBefore: 'captured' }), [corrected]],
  [
    'a payment status after',
    () => ({ paymentAfter: 'authorized' }),
    ['hananoya P2511002 order.received done'],
  ],
  ['both', () => ({ paymentBefore: 'captured', paymentAfter: 'cancelled' }), [corrected]],
  ['a move that there was not', () => ({ paymentBefore: 'cancelled' }), []],
  ['a shipping status before', () => ({ shippingBefore: 'shipped' }), [corrected]],
  [
    'a shipping status after, of any delivery',
    () => ({ shippingAfter: 'unshipped' }),
    ['hananoya P2511002 order.received done'],
  ],
  [
    'a delivery that moved so',
    () => ({ shippingBefore: 'shipped', shippingAfter: 'cancelled' }),
    [corrected],
  ],
  [
    'an amount and more',
    () => ({ amountFrom: 180_000, action: ['received', 'corrected'] }),
    ['hananoya P2511001 order.received done', corrected],
  ],
  [
    'an amount and less',
    () => ({ amountTo: 500, action: ['received'] }),
    ['linne P2511001 order.received done'],
  ],
  ['evidence', () => ({ evidence: 'answered', action: ['corrected'] }), [corrected]],
  ['words in any width and case', () => ({ words: 'キャンセル ａｂｃ' }), [filed]],
  ['words in half width', () => ({ words: 'ｷｬﾝｾﾙ' }), [filed, theirs]],
  ['two characters', () => ({ words: '済み' }), [filed, theirs]],
  ['words whose characters stand apart', () => ({ words: 'みキャ' }), []],
  ['signs as they are', () => ({ words: '0%_' }), [theirs]],
  ['words and an act', () => ({ words: '済み', action: ['filed'], amountFrom: 1000 }), [filed]],
  ['words of a shop', () => ({ words: '済み', shop: 'linne' }), [theirs]],
  ['words at an order', () => ({ words: '済み', number: 'P2511001', shop: 'linne' }), [theirs]],
  [
    'notes',
    ({ applied }) => ({ words: '要注意', reference: applied }),
    ['hananoya P2511001 correction.noted done'],
  ],
]

describe("the auditor's search", () => {
  it.each(table)('finds %s', async (_, filter, finds) => {
    expect(await found(world.auditor, filter(world))).toEqual(finds)
    expect(await countMatching(world.auditor, filter(world))).toEqual({ kind: 'exact', count: finds.length })
  })

  it('finds everything where nothing is asked', async () => {
    const all = await world.db.orderEvent.count()
    expect(await found(world.auditor, {})).toHaveLength(all)
    expect(await countMatching(world.auditor, {})).toEqual({ kind: 'exact', count: all })
  })

  it('takes the days as Tokyo has them, both included', async () => {
    const at = (time: string) => ({ orderedAt: new Date(time) })
    await anOrder(world.db, world.shop, 'P-LAST', at('2026-10-31T14:59:59.999Z'))
    await anOrder(world.db, world.shop, 'P-FIRST', at('2026-10-31T15:00:00.000Z'))
    const received = (number: string) => `hananoya ${number} order.received done`
    const october = { from: '2026-10-31', to: '2026-10-31' }
    expect(await found(world.auditor, october)).toEqual([received('P-LAST')])
    const november = { from: '2026-11-01', to: '2026-11-01' }
    expect(await found(world.auditor, november)).toEqual([received('P-FIRST')])
    expect(await found(world.auditor, { ...november, words: '済み' })).toEqual([])
  })

  it('finds the acts of the desk as a whole', async () => {
    const { db, auditor, clock } = world
    await db.$transaction((tx) =>
      recordOnChain(tx, { kind: 'desk' }, [
        {
          action: 'audit.exported',
          outcome: 'done',
          at: clock.now(),
          actor: auditor.actor,
          via: 'web',
          requestId: null,
        },
      ]),
    )
    expect(await found(auditor, { action: ['exported'] })).toEqual(['undefined null audit.exported done'])
    expect(await found(world.merchant, { action: ['exported'] })).toEqual([])
  })

  it('comes in pages and batches that neither repeat nor skip', async () => {
    const all = await streamed(world.auditor, {}, 1_000)
    expect(new Set(all).size).toBe(await world.db.orderEvent.count())
    expect([...all].sort().reverse()).toEqual(all)
    for (const size of [1, 3, all.length]) {
      expect(await streamed(world.auditor, {}, size)).toEqual(all)
      expect(await paged(world, {}, size)).toEqual(all)
    }
    const withWords = await streamed(world.auditor, { words: '済み' }, 1)
    expect(await paged(world, { words: '済み' }, 1)).toEqual(withWords)
    expect(withWords).toHaveLength(2)
  })
})

async function paged({ auditor }: SearchedWorld, filter: AuditFilter, size: number): Promise<string[]> {
  const ids: string[] = []
  let after: string | undefined
  do {
    const page = await searchEvents(auditor, filter, { after, size })
    if (!page.ended) throw new Error('took too long')
    ids.push(...page.entries.map(({ event }) => event.id))
    after = page.next ?? undefined
  } while (after)
  return ids
}

describe("a shop's search", () => {
  const own = (line: string) => line.startsWith('hananoya')

  it.each(table)('finds of %s what is its own', async (_, filter, finds) => {
    const asked = filter(world)
    const byName = asked.actor !== undefined && asked.actor !== 'desk' && asked.actor !== 'system'
    const expected = byName || asked.words === '要注意' ? [] : finds.filter(own)
    expect(await found(world.merchant, asked)).toEqual(expected)
    expect(await countMatching(world.merchant, asked)).toEqual({ kind: 'exact', count: expected.length })
  })

  it("does not find another shop's, named or not", async () => {
    const { merchant, other } = world
    expect(await found(merchant, { shop: 'linne' })).toEqual([])
    expect(await found(merchant, { reference: other })).toEqual([])
    expect(await found(merchant, { words: '100%' })).toEqual([])
    expect((await found(merchant, {})).every(own)).toBe(true)
  })

  it('finds its own people by name', async () => {
    const { db, shop, merchant } = world
    await db.member.create({
      data: { id: uuidv7(), organizationId: shop, userId: merchant.actor.id, role: 'member' },
    })
    expect(await found(merchant, { actor: merchant.actor.id })).toEqual([filed])
  })
})

it('finds the events of several hundred orders by the beginning of their numbers, as of a few', async () => {
  const { auditor, merchant, otherShop, shop, db } = world
  const numbers = Array.from({ length: 201 }, (_, nth) => `PMANY-${String(nth).padStart(3, '0')}`)
  for (const number of numbers) await anOrder(db, shop, number)
  await anOrder(db, otherShop, 'PMANY-OTHERS')
  const whose = async (desk: Desk, filter: AuditFilter) => {
    const ids = await streamed(desk, filter, 70)
    expect([...ids].sort().reverse()).toEqual(ids)
    expect(await countMatching(desk, filter)).toEqual({ kind: 'exact', count: ids.length })
    const events = await db.orderEvent.findMany({
      where: { id: { in: ids } },
      select: { order: { select: { number: true } } },
    })
    return events.map(({ order }) => order?.number ?? null).sort()
  }
  expect(await whose(auditor, { number: 'PMANY' })).toEqual([...numbers, 'PMANY-OTHERS'])
  expect(await whose(auditor, { number: 'PMANY', shop: 'hananoya' })).toEqual(numbers)
  expect(await whose(merchant, { number: 'PMANY' })).toEqual(numbers)
  expect(await whose(auditor, { number: 'PMANY', action: ['received'], outcome: 'done' })).toHaveLength(202)
  expect(await whose(auditor, { number: 'PMANY', outcome: 'refused' })).toEqual([])
  expect(await whose(auditor, { number: 'PMANY', words: '済み' })).toEqual([])
  expect(await whose(auditor, { number: 'PMANY', to: '2020-01-01' })).toEqual([])
  expect(await whose(auditor, { number: 'P', words: '済み' })).toEqual(['P2511001', 'P2511001'])
})
