import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyLog } from '~/audit/verify.server'
import { type Approval, approve } from '~/corrections/approve.server'
import { claim } from '~/corrections/claim.server'
import { requestDetail } from '~/corrections/detail.server'
import { returnToReview } from '~/corrections/return.server'
import { lockOrder, recordOnOrder, shownBy } from '~/orders/record.server'
import type { Desk } from '~/staff/desk.server'
import { approved, filed } from '../audit/errands'
import { anOrder, aRow, aWorld, type World } from '../audit/world'

let world: World
let counter = 0

beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const number = () => `P2511040003118${String(++counter).padStart(5, '0')}`

/** A claimed request for a fresh order; returns what its page shows. */
async function aRequest(order: Parameters<typeof anOrder>[3] = {}, row: Parameters<typeof aRow>[1] = {}) {
  const orderNumber = number()
  const statusInfo = row.paymentStatus === 'captured' ? 31 : 40
  const orderId = await anOrder(world.db, world.shop, orderNumber, order, statusInfo)
  const reference = await filed(world.merchant, world.shop, aRow(orderNumber, row))
  await claim(world.agent, reference)
  const detail = await requestDetail(world.agent, reference)
  const { digest, text: content } = detail?.approval ?? { digest: '', text: '' }
  const press = (action: Approval['action'] = 'approve'): Approval => ({
    reference,
    action,
    digest,
    content,
    idempotencyKey: crypto.randomUUID(),
  })
  return { orderId, reference, press }
}

/** The order moves by its own: the platform's next import says something else. */
async function moveOrder(orderId: string) {
  await world.db.$transaction(async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (!order) throw new Error('no order')
    const before = shownBy(order)
    const after = { ...before, payment: 'failed' as const }
    const event = {
      action: 'order.status_imported',
      outcome: 'done',
      at: world.clock.now(),
      actor: null,
    } as const
    await recordOnOrder(tx, order, [{ ...event, via: 'cli', requestId: null, before, after }], after)
  })
}

const orderNow = (id: string) =>
  world.db.order.findUniqueOrThrow({ where: { id }, include: { deliveries: true } })
const requestNow = (reference: string) =>
  world.db.correctionRequest.findUniqueOrThrow({ where: { reference } })
const eventsOf = (orderId: string) =>
  world.db.orderEvent.findMany({
    where: { orderId },
    orderBy: { seq: 'asc' },
    select: { action: true, outcome: true },
  })

async function expectCleanLog() {
  const faults: unknown[] = []
  await verifyLog(world.db, (fault) => faults.push(fault))
  expect(faults).toEqual([])
}

describe('applying', () => {
  it('changes payment and all deliveries, once, with two events', async () => {
    const { orderId, reference, press } = await aRequest({
      deliveries: [
        { status: 'shipped', slipNumber: null, carrier: null },
        { status: 'unshipped', slipNumber: null, carrier: null },
      ],
    })
    expect(await approve(world.agent, press())).toEqual({ ok: true, state: 'applied', awaitsSecond: false })
    const order = await orderNow(orderId)
    expect(order).toMatchObject({ paymentStatus: 'cancelled', version: 2, eventSeq: 5 })
    expect(order.deliveries.map(({ status }) => status)).toEqual(['cancelled', 'cancelled'])
    expect((await eventsOf(orderId)).map(({ action }) => action)).toEqual([
      'order.received',
      'correction.filed',
      'correction.claimed',
      'order.corrected',
      'correction.approved',
    ])
    expect(await requestNow(reference)).toMatchObject({ state: 'applied', decidedById: world.agent.actor.id })
    await expectCleanLog()
  })

  it('answers the same press again and does nothing twice', async () => {
    const { orderId, press } = await aRequest()
    const once = press()
    await approve(world.agent, once)
    expect(await approve(world.agent, once)).toEqual({ ok: true, state: 'applied' })
    expect((await orderNow(orderId)).version).toBe(2)
    expect((await eventsOf(orderId)).filter(({ action }) => action === 'order.corrected')).toHaveLength(1)
  })

  it('lets exactly one of 32 deciders win; the others learn who did what', async () => {
    const { orderId, reference, press } = await aRequest()
    const deciders: Desk[] = [world.agent, world.lead]
    const answers = await Promise.all(
      Array.from({ length: 32 }, (_, i) => approve(deciders[i % 2] ?? world.agent, press())),
    )
    const winners = answers.filter(({ ok }) => ok)
    expect(winners).toHaveLength(1)
    for (const answer of answers.filter(({ ok }) => !ok)) {
      expect(answer).toMatchObject({ refusal: 'conflict', state: 'applied' })
      expect(answer).toHaveProperty('by.name', expect.stringMatching(/田中|山本/u))
      expect(answer).toHaveProperty('by.action', 'correction.approved')
    }
    expect((await orderNow(orderId)).version).toBe(2)
    expect((await requestNow(reference)).state).toBe('applied')
    const events = await eventsOf(orderId)
    expect(
      events.filter(({ action, outcome }) => action === 'correction.approved' && outcome === 'refused'),
    ).toHaveLength(31)
    await expectCleanLog()
  })

  it('keeps the approved change out when the order moved meanwhile, and says what moved', async () => {
    const { orderId, reference, press } = await aRequest()
    const old = press()
    await moveOrder(orderId)
    const answer = await approve(world.agent, old)
    expect(answer).toMatchObject({ ok: false, refusal: 'stale' })
    expect(answer).toHaveProperty(
      'moved',
      expect.arrayContaining([
        { field: 'payment', before: 'captured', now: 'failed' },
        { field: 'version', before: '1', now: '2' },
      ]),
    )
    expect(await orderNow(orderId)).toMatchObject({ paymentStatus: 'failed', version: 2 })
    expect((await requestNow(reference)).state).toBe('in_review')
    expect((await eventsOf(orderId)).at(-1)).toEqual({ action: 'correction.approved', outcome: 'refused' })
    expect(await approved(world.agent, reference)).toMatchObject({ ok: true, state: 'applied' })
    await expectCleanLog()
  })

  it('takes no digest but the one of what stands there', async () => {
    const { orderId, press } = await aRequest()
    const forged = { ...press(), digest: 'f'.repeat(64) }
    expect(await approve(world.agent, forged)).toMatchObject({ refusal: 'stale', moved: [] })
    expect((await orderNow(orderId)).version).toBe(1)
  })

  it('never applies to a number that no order has', async () => {
    const { reference, press } = await unmatchedRequest()
    const answer = await approve(world.agent, press())
    expect(answer).toMatchObject({ ok: false, refusal: 'blocked', findings: [{ id: 'no_order' }] })
    expect((await requestNow(reference)).state).toBe('in_review')
    await expectCleanLog()
  })

  async function unmatchedRequest() {
    const reference = await filed(world.merchant, world.shop, aRow(number()))
    await claim(world.agent, reference)
    const press = (): Approval => ({
      reference,
      action: 'approve',
      digest: '0'.repeat(64),
      idempotencyKey: crypto.randomUUID(),
    })
    return { reference, press }
  }
})

describe('two people', () => {
  const expensive = { amount: 100_000 }

  it.each([
    ['from the limit on', { amount: 100_000 }, {}, true],
    ['not below it', { amount: 99_999 }, {}, false],
    [
      'for what comes back from 注文キャンセル',
      { paymentStatus: 'cancelled' },
      { paymentStatus: 'captured', shippingStatus: 'unchanged', kuronekoStatus: 'captured' },
      true,
    ],
  ] as const)('are needed %s', async (_, order, row, awaitsSecond) => {
    const { press } = await aRequest({ ...order }, { ...row })
    const state = awaitsSecond ? 'awaiting_second' : 'applied'
    expect(await approve(world.agent, press())).toEqual({ ok: true, state, awaitsSecond })
  })

  it('apply together: an agent first, then a lead', async () => {
    const { orderId, reference, press } = await aRequest(expensive)
    await approve(world.agent, press())
    expect((await orderNow(orderId)).paymentStatus).toBe('captured')
    expect(await approve(world.lead, press('approve_second'))).toMatchObject({ ok: true, state: 'applied' })
    expect((await orderNow(orderId)).paymentStatus).toBe('cancelled')
    expect((await requestNow(reference)).firstApproverId).toBe(world.agent.actor.id)
    await expectCleanLog()
  })

  it('are two: a lead cannot follow on the own first approval', async () => {
    const { orderId, press } = await aRequest(expensive)
    await approve(world.lead, press())
    expect(await approve(world.lead, press('approve_second'))).toEqual({ ok: false, refusal: 'same_person' })
    expect((await orderNow(orderId)).version).toBe(1)
  })

  it('are one lead at least: an agent cannot be the second', async () => {
    const { orderId, press } = await aRequest(expensive)
    await approve(world.lead, press())
    expect(await approve(world.agent, press('approve_second'))).toEqual({ ok: false, refusal: 'needs_lead' })
    expect((await orderNow(orderId)).version).toBe(1)
  })

  it('approve the same: what moved between them goes back into review', async () => {
    const { orderId, reference, press } = await aRequest(expensive)
    await approve(world.agent, press())
    await moveOrder(orderId)
    const fresh = await requestDetail(world.lead, reference)
    const second = { ...press('approve_second'), digest: fresh?.approval?.digest ?? '' }
    expect(await approve(world.lead, second)).toMatchObject({ refusal: 'stale' })
    expect(await requestNow(reference)).toMatchObject({ state: 'in_review', firstApproverId: null })
    await expectCleanLog()
  })

  it('can be asked again after the second gave it back', async () => {
    const { reference, press } = await aRequest(expensive)
    await approve(world.agent, press())
    const back = { reference, note: '返送の確認をお願いします', idempotencyKey: crypto.randomUUID() }
    expect(await returnToReview(world.lead, back)).toMatchObject({ ok: true, state: 'in_review' })
    expect(await approve(world.agent, press())).toMatchObject({ state: 'awaiting_second' })
    expect(await approve(world.lead, press('approve_second'))).toMatchObject({ state: 'applied' })
    await expectCleanLog()
  })
})
