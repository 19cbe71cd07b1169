import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStates } from '~/corrections/life'
import { type QueueFilter, queue, queueFilterSchema, queueView } from '~/corrections/queue.server'
import { queueViews, statesOf } from '~/corrections/views'
import type { Prisma } from '~/platform/prisma/client'
import type { Actor, Desk } from '~/staff/desk.server'
import { manyRows } from '../bench/many-rows'
import { testDatabase } from '../database'
import { someJobs } from '../jobs-double'
import { aKuroneko } from '../kuroneko-double'
import { today } from '../orders/world'

let database: Awaited<ReturnType<typeof testDatabase>>
let desk: Desk
let other: Actor

beforeAll(async () => {
  database = await testDatabase()
  const made = await manyRows(database.db, database.ownerUrl, 700)
  other = made.other
  desk = {
    ...{ actor: made.agent, db: database.db, clock: { now: () => today }, via: 'web' },
    ...{ kuroneko: aKuroneko(), jobs: someJobs() },
  }
})
afterAll(() => database.close())

/** All pages of a list, one after the other. */
async function everyPage(filter: Partial<QueueFilter>) {
  const rows = []
  for (let after: string | undefined; ; ) {
    const page = await queue(desk, { ...queueFilterSchema.parse({ after }), ...filter })
    rows.push(...(page?.rows ?? []))
    if (!page?.next) return rows
    after = page.next
  }
}

function expected(where: Prisma.CorrectionRequestWhereInput, closed = false) {
  return database.db.correctionRequest.findMany({
    where,
    orderBy: closed ? [{ decidedAt: 'desc' }, { id: 'desc' }] : [{ dueAt: 'asc' }, { id: 'asc' }],
    select: { reference: true, dueAt: true, decidedAt: true },
  })
}

const shown = (rows: { reference: string; dueAt: Date; decidedAt: Date | null }[]) =>
  rows.map(({ reference, dueAt, decidedAt }) => ({ reference, dueAt, decidedAt }))

describe('the queue', () => {
  it.each(queueViews)('shows each request of its tab %s once, in order', async (view) => {
    const mine = view === 'mine' ? { assigneeId: desk.actor.id } : {}
    const rows = await everyPage({ view })
    const wanted = await expected({ state: { in: statesOf[view] }, ...mine }, view === 'closed')
    expect(wanted.length).toBeGreaterThan(100)
    expect(shown(rows)).toEqual(wanted)
  })

  it('is narrowed by shop, verdict and assignee together', async () => {
    const rows = await everyPage({ shop: 'many-2', verdict: 'no', assignee: other.id })
    const wanted = await expected({
      ...{ state: { in: statesOf.open }, shop: { code: 'many-2' } },
      ...{ verdict: 'no', assigneeId: other.id },
    })
    expect(wanted.length).toBeGreaterThan(1)
    expect(shown(rows)).toEqual(wanted)
    expect(await everyPage({ shop: 'none' })).toEqual([])
  })

  it('shows what stands in a row', async () => {
    const [row] = await everyPage({})
    const stored = await database.db.correctionRequest.findUniqueOrThrow({
      where: { reference: row?.reference ?? '' },
      include: { shop: true, assignee: true, order: { include: { deliveries: true } } },
    })
    expect(row).toMatchObject({
      ...{ id: stored.id, number: stored.number, state: stored.state, verdict: stored.verdict },
      ...{ filedAt: stored.filedAt, shop: { code: stored.shop.code, name: stored.shop.name } },
      assignee: { id: stored.assigneeId, name: stored.assignee?.name },
      order: {
        ...{ amount: stored.order?.amount, paymentStatus: stored.order?.paymentStatus },
        deliveries: stored.order?.deliveries.map(({ status }) => ({ status })),
      },
    })
  })

  it('counts what each tab holds and what could be approved together', async () => {
    const count = (where: Prisma.CorrectionRequestWhereInput) =>
      database.db.correctionRequest.count({ where })
    const view = await queueView(desk, queueFilterSchema.parse({}))
    expect(view?.counts).toEqual({
      open: await count({ state: { in: statesOf.open } }),
      mine: await count({ state: { in: openStates }, assigneeId: desk.actor.id }),
      waiting: await count({ state: { in: statesOf.waiting } }),
      second: await count({ state: { in: statesOf.second } }),
    })
    const ready = { state: { in: statesOf.open }, verdict: 'go' as const, assigneeId: desk.actor.id }
    expect(view?.quick).toBe(await count(ready))
    expect(view?.shops).toHaveLength(5)
  })
})
