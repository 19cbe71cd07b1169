import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { verifyLog } from '~/audit/verify.server'
import { approveTogether, type QuickRow } from '~/corrections/approve-together.server'
import { checkTogether } from '~/corrections/check-together.server'
import { claim } from '~/corrections/claim.server'
import { queue } from '~/corrections/queue.server'
import { quickCandidates, quickCount } from '~/corrections/quick-lane.server'
import { release } from '~/corrections/release.server'
import { withdraw } from '~/corrections/withdraw.server'
import type { Desk } from '~/staff/desk.server'
import { approved, filed } from '../audit/errands'
import { anOrder, aRow, aWorld, type World } from '../audit/world'
import { answered } from '../kuroneko-double'

let world: World
let count = 0
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

/** What each test leaves open is taken back, so that the lane holds the next one's requests only. */
beforeEach(async () => {
  world.kuroneko.answers.clear()
  const open = await world.db.correctionRequest.findMany({ where: { decidedAt: null } })
  for (const { reference } of open) await withdraw(world.merchant, reference)
})

/** A fresh order that Kuroneko says is cancelled, and the request to show it so. */
async function aRequest(
  order: Parameters<typeof anOrder>[3] = {},
  row: Parameters<typeof aRow>[1] = {},
  statusInfo = 40,
) {
  const number = `P26110400031180${String(++count).padStart(5, '0')}`
  world.kuroneko.answers.set(number, answered(statusInfo, order.amount ?? 8640))
  const deliveries = [{ status: 'unshipped', slipNumber: null, carrier: null } as const]
  const orderId = await anOrder(world.db, world.shop, number, { deliveries, ...order }, null)
  return { number, orderId, reference: await filed(world.merchant, world.shop, aRow(number, row)) }
}

const requests = async (many: number) => {
  const made = []
  for (let i = 0; i < many; i++) made.push(await aRequest())
  return made
}

const faults: unknown[] = []
const onFault = (_: string, error: unknown) => faults.push(error)

async function checked(desk: Desk, references: string[]) {
  const answer = await checkTogether(desk, references, onFault)
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.rows
}

/** The dry run, as its page would send it on. */
async function rowsOf(desk: Desk, references: string[]): Promise<QuickRow[]> {
  const rows = await checked(desk, references)
  return rows.flatMap((row) =>
    row.ready ? [{ reference: row.reference, digest: row.digest, content: row.text }] : [],
  )
}

async function applied(desk: Desk, rows: QuickRow[], idempotencyKey: string = crypto.randomUUID()) {
  const answer = await approveTogether(desk, { rows, idempotencyKey }, onFault)
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.results
}

const stateOf = async (reference: string) =>
  (await world.db.correctionRequest.findUniqueOrThrow({ where: { reference } })).state
const candidates = async (desk: Desk) => (await quickCandidates(desk))?.rows.map(({ reference }) => reference)

describe('the lane', () => {
  it('lists what is ready, in nobody else’s hands, and for one person to approve; due first', async () => {
    const [free, mine, taken] = await requests(3)
    const expensive = await aRequest({ amount: 100_000 })
    const captured = {
      paymentStatus: 'captured',
      shippingStatus: 'unchanged',
      kuronekoStatus: 'captured',
    } as const
    const backAgain = await aRequest({ paymentStatus: 'cancelled' }, captured, 31)
    const untrue = await aRequest({ paymentStatus: 'authorized' }, captured, 40)
    await claim(world.agent, mine?.reference ?? '')
    await claim(world.lead, taken?.reference ?? '')
    expect(await candidates(world.agent)).toEqual([free?.reference, mine?.reference])
    expect(await candidates(world.lead)).toEqual([free?.reference, taken?.reference])
    expect(await quickCount(world.agent)).toBe(2)
    const go = await queue(world.agent, { view: 'open', verdict: 'go', after: undefined })
    const listed = go?.rows.map(({ reference, secondPerson }) => [reference, secondPerson])
    expect(listed).toContainEqual([expensive.reference, true])
    expect(listed).toContainEqual([free?.reference, false])
    expect(listed).not.toContainEqual([untrue.reference, expect.anything()])
    expect(listed).not.toContainEqual([backAgain.reference, false])
  })

  it('is there for reviewers only', async () => {
    const [request] = await requests(1)
    const { reference = '' } = request ?? {}
    const rows = await rowsOf(world.agent, [reference])
    const before = await world.db.orderEvent.count()
    for (const person of ['merchant', 'auditor', 'admin'] as const) {
      const desk = world[person]
      expect(await quickCandidates(desk)).toBeNull()
      expect(await quickCount(desk)).toBe(0)
      expect(await checkTogether(desk, [reference], onFault)).toEqual({ ok: false, refusal: 'not_found' })
      const idempotencyKey = crypto.randomUUID()
      expect(await approveTogether(desk, { rows, idempotencyKey }, onFault)).toEqual({
        ok: false,
        refusal: 'not_found',
      })
    }
    expect(await world.db.orderEvent.count()).toBe(before)
    expect(await candidates(world.lead)).toEqual([reference])
  })

  it('takes a hundred at once and no more, and not none', async () => {
    const many = Array.from({ length: 101 }, (_, i) => `MT-2026-9${String(i).padStart(5, '0')}`)
    const tooMany = { ok: false, refusal: 'invalid', why: 'too_many' }
    const none = { ok: false, refusal: 'invalid', why: 'none' }
    const rows = many.map((reference) => ({ reference, digest: '', content: '' }))
    const idempotencyKey = crypto.randomUUID()
    expect(await checkTogether(world.agent, many, onFault)).toEqual(tooMany)
    expect(await approveTogether(world.agent, { rows, idempotencyKey }, onFault)).toEqual(tooMany)
    expect(await checkTogether(world.agent, [], onFault)).toEqual(none)
    expect(await approveTogether(world.agent, { rows: [], idempotencyKey }, onFault)).toEqual(none)
    expect(await checkTogether(world.agent, many.slice(1), onFault)).toEqual({ ok: true, rows: [] })
  })
})

describe('the dry run', () => {
  it('asks about each once more, decides nothing, and sets apart what is ready no longer, with why', async () => {
    const [still, moved, decided, taken] = await requests(4)
    const expensive = await aRequest({ amount: 100_000 })
    world.kuroneko.answers.set(moved?.number ?? '', answered(31))
    await approved(world.lead, decided?.reference ?? '')
    await claim(world.lead, taken?.reference ?? '')
    world.kuroneko.asked.length = 0
    const asked = [still, moved, decided, taken, expensive].map((each) => each?.reference ?? '')
    const rows = await checked(world.agent, [...asked, still?.reference ?? ''])
    expect(rows.map((row) => [row.reference, row.ready || row.why])).toEqual([
      [still?.reference, true],
      [moved?.reference, 'no'],
      [decided?.reference, 'closed'],
      [taken?.reference, 'taken'],
      [expensive.reference, 'second'],
    ])
    expect(world.kuroneko.asked.toSorted()).toEqual([still?.number, moved?.number, expensive.number])
    expect(await stateOf(still?.reference ?? '')).toBe('submitted')
    expect(await candidates(world.agent)).toEqual([still?.reference])
  })
})

describe('approving together', () => {
  it('applies four of five, and tells of the fifth what moved since the dry run', async () => {
    const made = await requests(5)
    const rows = await rowsOf(
      world.agent,
      made.map(({ reference }) => reference),
    )
    expect(rows).toHaveLength(5)
    const moved = made[2]
    world.kuroneko.answers.set(moved?.number ?? '', answered(31))
    const results = await applied(world.agent, rows)
    for (const { reference, answer, found } of results) {
      if (reference === moved?.reference) {
        expect(answer).toMatchObject({ refusal: 'stale' })
        expect(answer).toHaveProperty(
          'moved',
          expect.arrayContaining([{ field: 'evidence', before: '40/8640', now: '31/8640' }]),
        )
        expect(await stateOf(reference)).toBe('in_review')
      } else {
        expect(answer).toMatchObject({ ok: true, state: 'applied' })
        expect(await stateOf(reference)).toBe('applied')
      }
      expect(found).toMatchObject({ shop: { code: 'hananoya' } })
    }
    expect(results.filter(({ answer }) => answer.ok)).toHaveLength(4)
    const broken: unknown[] = []
    await verifyLog(world.db, (fault) => broken.push(fault))
    expect([broken, faults]).toEqual([[], []])
  })

  it('tells who was quicker, be it with the decision or with taking it', async () => {
    const made = await requests(3)
    const [decided = '', taken = '', own = ''] = made.map(({ reference }) => reference)
    const rows = await rowsOf(world.agent, [decided, taken, own])
    await approved(world.lead, decided)
    await claim(world.lead, taken)
    const [late, held, fine] = (await applied(world.agent, rows)).map(({ answer }) => answer)
    expect(late).toMatchObject({ refusal: 'conflict', state: 'applied', by: { name: '窓口リーダー 山本' } })
    expect(held).toMatchObject({ refusal: 'conflict', state: 'in_review', by: { name: '窓口リーダー 山本' } })
    expect(fine).toMatchObject({ ok: true })
    expect(
      (await world.db.correctionRequest.findUniqueOrThrow({ where: { reference: taken } })).assigneeId,
    ).toBe(world.lead.actor.id)
    await release(world.lead, taken)
    expect(await applied(world.agent, rows.slice(1, 2))).toMatchObject([{ answer: { ok: true } }])
  })

  it('answers the same press again and applies nothing twice', async () => {
    const [request] = await requests(1)
    const rows = await rowsOf(world.agent, [request?.reference ?? ''])
    const key = crypto.randomUUID()
    await applied(world.agent, rows, key)
    expect(await applied(world.agent, rows, key)).toMatchObject([{ answer: { ok: true, state: 'applied' } }])
    const order = await world.db.order.findUniqueOrThrow({ where: { id: request?.orderId ?? '' } })
    expect(order.version).toBe(2)
  })

  it('takes nothing but what a dry run showed as ready', async () => {
    const [first, other] = await requests(2)
    const expensive = await aRequest({ amount: 100_000 })
    const [row] = await rowsOf(world.agent, [first?.reference ?? ''])
    if (!row) throw new Error('not ready')
    const forged = [
      { ...row, reference: other?.reference ?? '' },
      { ...row, content: row.content.replace('"second_person":false', '"second_person":true') },
      { ...row, reference: expensive.reference, content: '{}' },
    ]
    for (const { answer } of await applied(world.agent, forged)) {
      expect(answer).toEqual({ ok: false, refusal: 'invalid' })
    }
    const gone = await applied(world.agent, [{ ...row, reference: 'MT-2026-999999' }])
    expect(gone).toMatchObject([{ found: null, answer: { refusal: 'not_found' } }])
    expect(await stateOf(expensive.reference)).toBe('submitted')
  })

  it('lets one row break without the others', async () => {
    const made = await requests(3)
    const rows = await rowsOf(
      world.agent,
      made.map(({ reference }) => reference),
    )
    const kuroneko: typeof world.kuroneko = {
      ...world.kuroneko,
      inquire: (question, limits) =>
        question.orderNumber === made[1]?.number
          ? Promise.reject(new Error('outage'))
          : world.kuroneko.inquire(question, limits),
    }
    const broke: string[] = []
    const answer = await approveTogether(
      { ...world.agent, kuroneko },
      { rows, idempotencyKey: crypto.randomUUID() },
      (reference) => broke.push(reference),
    )
    expect(answer).toMatchObject({
      ok: true,
      results: [{ answer: { ok: true } }, { answer: { refusal: 'failed' } }, { answer: { ok: true } }],
    })
    expect(broke).toEqual([made[1]?.reference])
  })
})
