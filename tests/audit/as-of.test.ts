import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AsOf, orderAsOf } from '~/audit/as-of.server'
import { findOrder, orderEvents } from '~/audit/history.server'
import { askAboutRequest } from '~/corrections/ask-kuroneko.server'
import { attach } from '~/corrections/attach.server'
import { claim } from '~/corrections/claim.server'
import { assessmentsAt } from '~/corrections/findings-then.server'
import { addNote } from '~/corrections/note.server'
import { withdraw } from '~/corrections/withdraw.server'
import type { Outcome } from '~/kuroneko/inquiry'
import { answered } from '../kuroneko-double'
import { approved, filed } from './errands'
import { anOrder, aRow, aWorld, type World } from './world'

const silence: Outcome = { kind: 'unknown', reason: 'timeout' }
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

async function orderOf(number: string) {
  const found = await findOrder(world.auditor, number)
  if (found?.kind !== 'one') throw new Error(`no order ${number}`)
  return found.order
}

/** The moments of an order's events, by act; the last of each. */
async function momentsOf(number: string): Promise<(action: string) => Date> {
  const order = await orderOf(number)
  const { events } = await orderEvents(world.auditor, order)
  return (action) => {
    const event = events.find(({ told }) => told?.action === action)
    if (!event) throw new Error(`${number} has no ${action}`)
    return event.at
  }
}

async function asOf(number: string, at: Date): Promise<AsOf> {
  const then = await orderAsOf(world.db, await orderOf(number), at)
  if (then.kind === 'before') throw new Error(`${number} was not there yet`)
  return then
}

const justBefore = (at: Date) => new Date(at.getTime() - 1)

describe('an applied request', () => {
  let reference: string
  let at: (action: string) => Date
  beforeAll(async () => {
    await anOrder(world.db, world.shop, 'P1')
    reference = await filed(world.merchant, world.shop, aRow('P1'))
    await addNote(world.agent, reference, '社内だけの話')
    await approved(world.agent, reference)
    at = await momentsOf('P1')
  })

  it('is shown from the millisecond of its event on, and not one before', async () => {
    const applied = at('order.corrected')
    expect(await asOf('P1', justBefore(applied))).toMatchObject({
      seq: 4,
      shown: { payment: 'captured', deliveries: ['shipped'] },
      requests: [{ reference, state: 'in_review' }],
    })
    expect(await asOf('P1', applied)).toMatchObject({
      seq: 5,
      shown: { payment: 'cancelled', deliveries: ['cancelled'] },
      amount: 8640,
      lastAt: applied,
    })
  })

  it('is whole between the two events that tell of it', async () => {
    const between = justBefore(at('correction.approved'))
    expect(await asOf('P1', between)).toMatchObject({
      seq: 5,
      shown: { payment: 'cancelled' },
      requests: [{ reference, state: 'applied' }],
    })
  })

  it('is not there before it was filed', async () => {
    const then = await asOf('P1', justBefore(at('correction.filed')))
    expect(then).toMatchObject({ seq: 1, requests: [] })
  })

  it("leads to the chain's end as of now", async () => {
    const order = await orderOf('P1')
    const then = await asOf('P1', new Date(at('correction.approved').getTime() + 1))
    expect([then.seq, then.hash]).toEqual([order.eventSeq, order.eventHash])
  })

  it('has the timeline cut there, without what colleagues wrote for the shop', async () => {
    const order = await orderOf('P1')
    const { seq } = await asOf('P1', at('correction.noted'))
    const cut = await orderEvents(world.merchant, order, { before: seq + 1 })
    expect(cut.events.map(({ told }) => told?.action)).toEqual([
      'correction.noted',
      'correction.filed',
      'order.received',
    ])
    expect(cut.events[0]?.told).toMatchObject({ words: null, hidden: true })
    expect(JSON.stringify(cut)).not.toContain('社内だけの話')
  })
})

it('says when it began, for a moment before the order was there', async () => {
  await anOrder(world.db, world.shop, 'P-BEFORE')
  const at = (await momentsOf('P-BEFORE'))('order.received')
  const order = await orderOf('P-BEFORE')
  expect(await orderAsOf(world.db, order, justBefore(at))).toEqual({
    kind: 'before',
    at: justBefore(at),
    first: at,
  })
  expect(await orderAsOf(world.db, order, at)).toMatchObject({ seq: 1, amount: 8640, evidence: null })
})

describe('what was known', () => {
  it('is the answer of that time and the difference that it showed, though Kuroneko says otherwise since', async () => {
    await anOrder(world.db, world.shop, 'P-DRIFT', {}, null)
    world.kuroneko.answers.set('P-DRIFT', answered(40))
    const reference = await filed(world.merchant, world.shop, aRow('P-DRIFT'))
    const early = (await momentsOf('P-DRIFT'))('correction.filed')
    world.kuroneko.answers.set('P-DRIFT', answered(31))
    await askAboutRequest(world.agent, reference)
    const late = (await momentsOf('P-DRIFT'))('order.drift_closed')

    const then = await asOf('P-DRIFT', early)
    expect(then.evidence).toMatchObject({
      kind: 'inquiry',
      outcome: 'answered',
      statusInfo: 40,
      amount: 8640,
    })
    expect(then.drift).toMatchObject({ statusInfo: 40 })
    const since = await asOf('P-DRIFT', late)
    expect(since.evidence).toMatchObject({ statusInfo: 31 })
    expect(since.drift).toBeNull()
  })

  it('is a picture only while the latest question brought no answer', async () => {
    await anOrder(world.db, world.shop, 'P-PICTURE', {}, null)
    world.kuroneko.answers.set('P-PICTURE', silence)
    const reference = await filed(world.merchant, world.shop, aRow('P-PICTURE'))
    await claim(world.agent, reference)
    await attach(world.agent, reference, { name: 'k.png', bytes: png, statusInfo: 40 })
    world.kuroneko.answers.set('P-PICTURE', answered(30))
    const asked = (await momentsOf('P-PICTURE'))('correction.filed')
    await askAboutRequest(world.agent, reference)
    const at = await momentsOf('P-PICTURE')

    expect((await asOf('P-PICTURE', asked)).evidence).toMatchObject({ outcome: 'unknown', reason: 'timeout' })
    expect((await asOf('P-PICTURE', at('order.evidence_attached'))).evidence).toMatchObject({
      kind: 'screenshot',
      statusInfo: 40,
    })
    expect((await asOf('P-PICTURE', at('order.inquired'))).evidence).toMatchObject({
      kind: 'inquiry',
      statusInfo: 30,
    })
  })

  it('is the verdict of that time', async () => {
    await anOrder(world.db, world.shop, 'P-VERDICT', {}, null)
    world.kuroneko.answers.set('P-VERDICT', answered(31))
    const reference = await filed(world.merchant, world.shop, aRow('P-VERDICT'))
    const early = (await momentsOf('P-VERDICT'))('correction.filed')
    world.kuroneko.answers.set('P-VERDICT', answered(40))
    await askAboutRequest(world.agent, reference)
    await withdraw(world.merchant, reference)
    const late = (await momentsOf('P-VERDICT'))('correction.withdrawn')
    const { requests } = await asOf('P-VERDICT', late)
    expect(requests).toMatchObject([{ reference, state: 'withdrawn' }])
    const ids = requests.map(({ id }) => id)
    const verdictAt = async (at: Date) => [...(await assessmentsAt(world.db, ids, at)).values()]
    expect(await verdictAt(early)).toMatchObject([{ verdict: 'no' }])
    expect((await verdictAt(early))[0]?.findings.map(({ id }) => id)).toContain('buyer_stays_charged')
    expect((await verdictAt(late))[0]?.findings.map(({ id }) => id)).not.toContain('buyer_stays_charged')
  })
})

it('asks the database as often for a long history as for a short one', async () => {
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
    await orderAsOf(db, await orderOf(number), (await momentsOf(number))('correction.approved'))
    return statements
  }
  await anOrder(world.db, world.shop, 'P-LONG')
  for (let i = 0; i < 5; i++) {
    const reference = await filed(world.merchant, world.shop, aRow('P-LONG'))
    await addNote(world.agent, reference, 'メモ')
    if (i < 4) await withdraw(world.merchant, reference)
    else await approved(world.agent, reference)
  }
  expect(await count('P-LONG')).toBe(await count('P1'))
})
