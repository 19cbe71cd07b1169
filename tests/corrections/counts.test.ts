import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claim } from '~/corrections/claim.server'
import { deskCounts, navCounts } from '~/corrections/counts.server'
import { ask } from '~/corrections/message.server'
import { reject } from '~/corrections/reject.server'
import { reviewerStart, shopStart } from '~/corrections/start.server'
import { withdraw } from '~/corrections/withdraw.server'
import type { Desk } from '~/staff/desk.server'
import { approved, filed } from '../audit/errands'
import { anOrder, aRow, aWorld, type World } from '../audit/world'

let world: World
const reference: Record<string, string> = {}

/** One request in each state, and one of the other shop. */
beforeAll(async () => {
  world = await aWorld()
  const { merchant, agent, shop } = world
  const states = [
    'submitted',
    'in_review',
    'needs_info',
    'awaiting_second',
    'applied',
    'rejected',
    'withdrawn',
  ]
  for (const state of states) {
    const amount = state === 'awaiting_second' ? 250_000 : 8_640
    await anOrder(world.db, shop, `P-${state.toUpperCase()}`, { amount })
    reference[state] = await filed(merchant, shop, aRow(`P-${state.toUpperCase()}`))
  }
  const of = (state: string) => reference[state] ?? ''
  await claim(agent, of('in_review'))
  await claim(agent, of('needs_info'))
  await ask(agent, of('needs_info'), '注文番号をご確認ください')
  await approved(agent, of('awaiting_second'))
  await approved(agent, of('applied'))
  await claim(agent, of('rejected'))
  await reject(agent, {
    reference: of('rejected'),
    note: '取消ではありません',
    idempotencyKey: crypto.randomUUID(),
  })
  await withdraw(merchant, of('withdrawn'))
  await anOrder(world.db, world.otherShop, 'P-OTHER')
  reference.other = await filed(world.otherMerchant, world.otherShop, aRow('P-OTHER'))
})
afterAll(() => world.close())

const references = (rows: { reference: string }[]) => rows.map((row) => row.reference)

describe('what waits behind the navigation', () => {
  it('is for the desk what is open for it, in all shops', async () => {
    for (const desk of [world.agent, world.lead, world.auditor, world.admin]) {
      expect(await navCounts(desk)).toEqual({ desk: 4 })
    }
  })

  it('is for a shop what it has to answer', async () => {
    expect(await navCounts(world.merchant)).toEqual({ requests: 1 })
    expect(await navCounts(world.otherMerchant)).toEqual({ requests: 0 })
  })
})

describe("a shop's start page", () => {
  it('has the question to answer, what is open, and the results, latest first', async () => {
    const start = await shopStart(world.merchant)
    expect(start.counts).toEqual({ open: 3, waiting: 1 })
    expect(start.asked).toMatchObject([
      { reference: reference.needs_info, messages: [{ body: '注文番号をご確認ください' }] },
    ])
    expect(references(start.open)).toEqual([
      reference.submitted,
      reference.in_review,
      reference.awaiting_second,
    ])
    expect(references(start.results)).toEqual([reference.withdrawn, reference.rejected, reference.applied])
  })

  it("shows nothing of another shop's", async () => {
    const start = await shopStart(world.otherMerchant)
    expect(start).toMatchObject({ counts: { open: 1, waiting: 0 }, asked: [], results: [] })
    expect(references(start.open)).toEqual([reference.other])
  })
})

describe("a reviewer's start page", () => {
  it('has their own requests, the unclaimed ones by when they are due, and the numbers', async () => {
    const start = await reviewerStart(world.agent)
    expect(references(start.mine)).toEqual([
      reference.in_review,
      reference.needs_info,
      reference.awaiting_second,
    ])
    expect(references(start.unclaimed)).toEqual([reference.submitted, reference.other])
    expect(start.counts).toEqual({
      unclaimed: 2,
      mine: 3,
      second: 0,
      soon: 0,
      today: { filed: 8, applied: 1, rejected: 1, withdrawn: 1 },
    })
  })

  it("gives a lead the second approvals, never those after one's own first", async () => {
    expect(references((await reviewerStart(world.lead)).second)).toEqual([reference.awaiting_second])
    const first = await world.db.correctionRequest.findUniqueOrThrow({
      where: { reference: reference.awaiting_second ?? '' },
    })
    const sameLead = { ...world.lead, actor: { ...world.lead.actor, id: first.firstApproverId ?? '' } }
    expect((await reviewerStart(sameLead)).second).toEqual([])
    expect((await reviewerStart(world.agent)).second).toEqual([])
  })

  it('counts what is due within four hours, overdue included, and what is of the day only', async () => {
    const at = (time: string): Desk => ({ ...world.agent, clock: { now: () => new Date(time) } })
    expect((await deskCounts(at('2026-11-24T22:00:00Z'))).soon).toBe(4)
    expect(await deskCounts(at('2026-11-25T15:00:00Z'))).toMatchObject({
      soon: 4,
      today: { filed: 0, applied: 0, rejected: 0, withdrawn: 0 },
    })
  })
})
