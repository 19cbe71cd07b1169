import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyLog } from '~/audit/verify.server'
import { type Approval, approve } from '~/corrections/approve.server'
import { askAboutRequest } from '~/corrections/ask-kuroneko.server'
import { attach } from '~/corrections/attach.server'
import { claim } from '~/corrections/claim.server'
import { requestDetail } from '~/corrections/detail.server'
import { evidencePicture } from '~/corrections/evidence-picture.server'
import type { FilingRow } from '~/corrections/forms'
import type { Outcome } from '~/kuroneko/inquiry'
import { filed } from '../audit/errands'
import { anOrder, aRow, aWorld, type World } from '../audit/world'
import { answered } from '../kuroneko-double'

let world: World
let count = 0
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const silence: Outcome = { kind: 'unknown', reason: 'timeout' }
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

/** A claimed request for an order about which Kuroneko answers so. */
async function aRequest(answer: Outcome, row: Partial<FilingRow> = {}) {
  const number = `P2611${String(++count).padStart(14, '0')}`
  const orderId = await anOrder(world.db, world.shop, number, {}, null)
  world.kuroneko.answers.set(number, answer)
  const reference = await filed(world.merchant, world.shop, aRow(number, row))
  await claim(world.agent, reference)
  const press = async (more: Partial<Approval> = {}): Promise<Approval> => {
    const detail = await requestDetail(world.agent, reference)
    const { digest = '', text: content } = detail?.approval ?? {}
    return { reference, action: 'approve', digest, content, idempotencyKey: crypto.randomUUID(), ...more }
  }
  return { number, orderId, reference, press }
}

const requestNow = (reference: string) =>
  world.db.correctionRequest.findUniqueOrThrow({ where: { reference } })
const shownNow = async (id: string) =>
  (await world.db.order.findUniqueOrThrow({ where: { id } })).paymentStatus

describe('filing', () => {
  it('asks Kuroneko, keeps the answer, and puts the verdict on the request', async () => {
    const { orderId, reference } = await aRequest(answered(40))
    const evidence = await world.db.evidence.findFirstOrThrow({ where: { orderId } })
    expect(evidence).toMatchObject({ outcome: 'answered', statusInfo: 40, amount: 8640, kind: 'inquiry' })
    expect(evidence.raw).toContain('40')
    expect(await requestNow(reference)).toMatchObject({ verdict: 'look', evidenceId: evidence.id })
    const [event] = await world.db.orderEvent.findMany({ where: { orderId, action: 'order.inquired' } })
    expect(event?.text).toContain(evidence.id)
  })

  it('goes on without an answer', async () => {
    const { reference } = await aRequest(silence)
    expect(await requestNow(reference)).toMatchObject({
      verdict: 'look',
      secondPerson: true,
      state: 'in_review',
    })
  })
})

describe('an approval', () => {
  it('applies nothing when Kuroneko says something else by now, and shows what', async () => {
    const { number, orderId, reference, press } = await aRequest(answered(40))
    const approval = await press()
    world.kuroneko.answers.set(number, answered(31))
    await askAboutRequest(world.agent, reference)
    const answer = await approve(world.agent, approval)
    expect(answer).toMatchObject({ ok: false, refusal: 'stale' })
    const moved = 'moved' in answer ? answer.moved : []
    expect(moved).toContainEqual({ field: 'evidence', before: '40/8640', now: '31/8640' })
    expect(await shownNow(orderId)).toBe('captured')
    expect((await requestNow(reference)).verdict).toBe('no')
  })

  it('asks again by itself once the answer has grown old', async () => {
    const { number, orderId, reference, press } = await aRequest(answered(40))
    const approval = await press()
    world.kuroneko.answers.set(number, answered(31))
    const later = { ...world.agent, clock: { now: () => new Date(Date.now() + 11 * 60_000) } }
    const asked = world.kuroneko.asked.length
    expect(await approve(later, approval)).toMatchObject({ refusal: 'stale' })
    expect(world.kuroneko.asked.slice(asked)).toEqual([number])
    expect(await shownNow(orderId)).toBe('captured')
    expect((await requestNow(reference)).state).toBe('in_review')
  })

  it('goes through when the answer asked for anew says the same', async () => {
    const { orderId, press } = await aRequest(answered(40))
    const later = { ...world.agent, clock: { now: () => new Date(Date.now() + 11 * 60_000) } }
    expect(await approve(later, await press())).toMatchObject({ ok: true, state: 'applied' })
    expect(await world.db.evidence.count({ where: { orderId } })).toBe(2)
  })

  it('is refused where the buyer would stay charged', async () => {
    const { orderId, press } = await aRequest(answered(31))
    const answer = await approve(world.agent, await press())
    expect(answer).toMatchObject({ ok: false, refusal: 'blocked' })
    expect(answer).toHaveProperty(
      'findings',
      expect.arrayContaining([expect.objectContaining({ id: 'buyer_stays_charged' })]),
    )
    expect(await shownNow(orderId)).toBe('captured')
  })
})

describe('an override', () => {
  const note = '購入者には別途返金済みであることを書面で確認しました'

  it('is a lead’s, in writing, and takes a second lead', async () => {
    const { orderId, reference, press } = await aRequest(answered(31))
    expect(await approve(world.agent, await press({ override: true, note }))).toMatchObject({
      refusal: 'blocked',
    })
    expect(await approve(world.lead, await press({ override: true }))).toMatchObject({ refusal: 'blocked' })
    expect(await approve(world.lead, await press({ override: true, note }))).toMatchObject({
      ok: true,
      state: 'awaiting_second',
    })
    const second = await press({ action: 'approve_second' })
    expect(await approve(world.lead, second)).toMatchObject({ refusal: 'same_person' })
    const other = await world.person('lead', '別の責任者')
    expect(await approve(other, second)).toMatchObject({ ok: true, state: 'applied' })
    expect(await shownNow(orderId)).toBe('cancelled')
    const decisions = await world.db.decision.findMany({
      where: { request: { reference } },
      orderBy: { at: 'asc' },
    })
    expect(decisions.map(({ override, note: why }) => [override, why])).toEqual([
      [true, note],
      [true, null],
    ])
  })

  it('never reaches what nobody may override', async () => {
    const number = `P2611${String(++count).padStart(14, '0')}`
    const reference = await filed(world.merchant, world.shop, aRow(number))
    await claim(world.lead, reference)
    const approval = {
      reference,
      action: 'approve',
      digest: '0'.repeat(64),
      idempotencyKey: crypto.randomUUID(),
    } as const
    expect(await approve(world.lead, { ...approval, override: true, note })).toMatchObject({
      refusal: 'blocked',
    })
  })
})

describe('a picture of Kuroneko’s admin', () => {
  it('stands in for an answer that could not be had, and takes two people', async () => {
    const { orderId, reference, press } = await aRequest(silence)
    const picture = { name: '管理画面.png', bytes: png, statusInfo: 40 }
    expect(await attach(world.agent, reference, picture)).toMatchObject({ ok: true })
    const detail = await requestDetail(world.agent, reference)
    expect(detail?.evidence).toMatchObject({ kind: 'screenshot', statusInfo: 40 })
    expect(detail?.assessment).toMatchObject({ verdict: 'look', secondPerson: true })
    const kept = await evidencePicture(world.agent, reference, detail?.evidence?.id ?? '')
    expect(Buffer.from(kept?.bytes ?? []).equals(png)).toBe(true)
    expect(await evidencePicture(world.otherMerchant, reference, detail?.evidence?.id ?? '')).toBeNull()
    expect(await approve(world.agent, await press())).toMatchObject({ state: 'awaiting_second' })
    expect(await approve(world.lead, await press({ action: 'approve_second' }))).toMatchObject({
      state: 'applied',
    })
    expect(await shownNow(orderId)).toBe('cancelled')
  })

  it('is not taken once Kuroneko has answered, nor from others, nor as anything but a picture', async () => {
    const { reference } = await aRequest(answered(31))
    const picture = { name: 'a.png', bytes: png, statusInfo: 40 }
    expect(await attach(world.agent, reference, picture)).toMatchObject({ picture: 'answered' })
    expect(await attach(world.merchant, reference, picture)).toEqual({ ok: false, refusal: 'not_found' })
    const disguised = { ...picture, bytes: Buffer.from('<svg onload="alert(1)">') }
    expect(await attach(world.agent, reference, disguised)).toMatchObject({ picture: 'wrong_type' })
  })

  it('gives way to an answer that comes later', async () => {
    const { number, reference } = await aRequest(silence)
    await attach(world.agent, reference, { name: 'a.png', bytes: png, statusInfo: 40 })
    world.kuroneko.answers.set(number, answered(31))
    await askAboutRequest(world.agent, reference)
    const detail = await requestDetail(world.agent, reference)
    expect(detail?.evidence).toMatchObject({ kind: 'inquiry', statusInfo: 31 })
    expect(detail?.assessment.verdict).toBe('no')
  })
})

it('leaves a clean log', async () => {
  const faults: unknown[] = []
  await verifyLog(world.db, (fault) => faults.push(fault))
  expect(faults).toEqual([])
})
