import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordOnChain } from '~/audit/record.server'
import { claim } from '~/corrections/claim.server'
import { tokyoLocal } from '~/platform/tokyo'
import { byAct } from '~/routes/audit/groups'
import { orderView } from '~/routes/audit/order-view.server'
import type { Desk } from '~/staff/desk.server'
import { approved, filed } from '../../audit/errands'
import { anOrder, aRow, aWorld, type World } from '../../audit/world'

let world: World
let reference: string
beforeAll(async () => {
  world = await aWorld()
  await anOrder(world.db, world.shop, 'P1')
  reference = await filed(world.merchant, world.shop, aRow('P1'))
  await approved(world.agent, reference)
  const id = await anOrder(world.db, world.shop, 'P-LONG')
  const at = world.clock.now()
  const refused = {
    action: 'order.shipped',
    outcome: 'refused',
    at,
    actor: null,
    via: 'web',
    requestId: null,
  } as const
  await world.db.$transaction((tx) => recordOnChain(tx, { kind: 'order', id }, Array(250).fill(refused)))
})
afterAll(() => world.close())

async function viewOf(desk: Desk, number: string, query: Record<string, string> = {}) {
  const view = await orderView(desk, number, `http://desk.test/?${new URLSearchParams(query)}`)
  if (view?.kind !== 'history') throw new Error(`no history of ${number}`)
  return view
}

/** Long before the world's clock has come to it. */
const future = '2099-01-01T00:00'

describe('a moment that cannot be shown', () => {
  it.each([
    ['kinou', 'unreadable'],
    ['2026-02-30T10:00', 'unreadable'],
    [future, 'future'],
  ])('%s is kept as it was typed, beside the history as it is now', async (at, wrong) => {
    const view = await viewOf(world.auditor, 'P1', { at, print: '1' })
    expect(view).toMatchObject({ wrongMoment: wrong, view: { at }, asOf: null, print: null })
    expect(view.events.map(({ seq }) => seq)).toEqual([5, 4, 3, 2, 1])
  })
})

describe('a moment of the past', () => {
  it('cuts the history there, whatever page is asked for', async () => {
    const now = await viewOf(world.merchant, 'P1')
    const at = tokyoLocal(now.events.find(({ seq }) => seq === 3)?.at ?? new Date(0))
    const seqs = async (query: Record<string, string>) =>
      (await viewOf(world.merchant, 'P1', { at, ...query })).events.map(({ seq }) => seq)
    expect(await seqs({})).toEqual([3, 2, 1])
    expect(await seqs({ before: '5' })).toEqual([3, 2, 1])
    expect(await seqs({ before: '2' })).toEqual([1])
    expect(await seqs({ print: '1', before: '2' })).toEqual([3, 2, 1])
    expect(await seqs({ kind: 'status' })).toEqual([1])
  })

  it('has the verdict of the request as it was then', async () => {
    const { events } = await viewOf(world.auditor, 'P1')
    const at = tokyoLocal(events[0]?.at ?? new Date(0))
    const { asOf } = await viewOf(world.auditor, 'P1', { at })
    expect(asOf).toMatchObject({
      kind: 'then',
      requests: [{ reference, state: 'applied', assessed: { verdict: 'look' } }],
    })
  })
})

describe('the page', () => {
  it("is another shop's as little as what does not exist", async () => {
    expect(await orderView(world.otherMerchant, 'P1', 'http://desk.test/?print=1')).toBeNull()
    expect(await orderView(world.otherMerchant, 'P1', 'http://desk.test/?at=2026-11-24T10:00')).toBeNull()
  })

  it('prints every event, with who printed', async () => {
    const view = await viewOf(world.auditor, 'P-LONG', { print: '1' })
    expect([view.events.length, view.older]).toEqual([251, null])
    expect(view.print).toMatchObject({ by: '監査 鈴木' })
    expect(view.verified).toEqual({ events: 251, faults: [] })
  })

  it('takes no more statements for a long history than for a short one', async () => {
    await anOrder(world.db, world.shop, 'P-SHORT')
    const count = async (number: string) => {
      let statements = 0
      const db = world.db.$extends({
        query: {
          async $allOperations({ args, query }) {
            statements += 1
            return query(args)
          },
        },
      }) as unknown as World['db']
      await viewOf({ ...world.auditor, db }, number)
      return statements
    }
    // A short one is asked for what is archived before it.
    expect(await count('P-LONG')).toBeLessThanOrEqual(await count('P-SHORT'))
  })
})

describe('the events of one act', () => {
  it('stand together in the order of the chain, and nothing else does', async () => {
    await claim(world.lead, reference)
    const { events } = await viewOf(world.auditor, 'P1')
    const acts = byAct(events).map((act) => act.map(({ told }) => `${told?.action} ${told?.outcome}`))
    expect(acts).toEqual([
      ['correction.claimed refused'],
      ['order.corrected done', 'correction.approved done'],
      ['correction.claimed done'],
      ['correction.filed done'],
      ['order.received done'],
    ])
  })

  it('stay apart where a page begins between them', async () => {
    const { events } = await viewOf(world.auditor, 'P1', { before: '5' })
    expect(byAct(events)[0]?.map(({ seq }) => seq)).toEqual([4])
  })
})
