import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { navCounts } from '~/corrections/counts.server'
import { requestDetail } from '~/corrections/detail.server'
import { openStates } from '~/corrections/life'
import { type QueueFilter, queue, queueFilterSchema, queueView } from '~/corrections/queue.server'
import { listOrders, type OrderFilter, orderFilterSchema } from '~/orders/list.server'
import { PrismaClient } from '~/platform/prisma/client'
import { historyFor } from '~/routes/desk/history.server'
import type { Desk } from '~/staff/desk.server'
import { manyRows } from '../bench/many-rows'
import { testDatabase } from '../database'
import { someJobs } from '../jobs-double'
import { aKuroneko } from '../kuroneko-double'

/** How the database carries the hot look-ups out where there are 100,000 orders and requests. */
const orders = 100_000
/** Far more than the rows of two pages, far less than any table here. */
const mostRows = 400

type Statement = { query: string; params: unknown[] }
type Node = {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  Plans?: Node[]
}

let database: Awaited<ReturnType<typeof testDatabase>>
let db: PrismaClient
let explaining: pg.Client
let desk: Desk
let shop: string
let other: string
let number: (place: number) => string
const statements: Statement[] = []

beforeAll(async () => {
  database = await testDatabase()
  const made = await manyRows(database.db, database.ownerUrl, orders)
  shop = made.shop
  other = made.other.id
  number = made.number
  const adapter = new PrismaPg({ connectionString: database.appUrl, max: 1, options: '-c role=mitame_app' })
  const told = new PrismaClient({ adapter, log: [{ emit: 'event', level: 'query' }] })
  db = told
  told.$on('query', ({ query, params }) => statements.push({ query, params: JSON.parse(params) }))
  explaining = new pg.Client(database.appUrl)
  await explaining.connect()
  desk = {
    ...{ actor: made.agent, db, clock: { now: () => new Date() }, via: 'web' },
    ...{ kuroneko: aKuroneko(), jobs: someJobs() },
  }
}, 60_000)
afterAll(async () => {
  await explaining.end()
  await db.$disconnect()
  await database.close()
})

/** The parts of every plan of what `read` sends that look into a big table. */
async function looksOf(read: () => Promise<unknown>) {
  statements.length = 0
  await read()
  const asked = statements.filter(({ query }) => /^\s*SELECT/.test(query))
  const plans = []
  for (const { query, params } of asked) {
    const { rows } = await explaining.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${query}`, params)
    plans.push(...rows.flatMap((row): Node[] => row['QUERY PLAN'].map(({ Plan }: { Plan: Node }) => Plan)))
  }
  return { asked: asked.length, looks: plans.flatMap(nodesOf).filter(isIntoBigTable) }
}

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]

const big = ['order', 'delivery', 'correction_request']
const isIntoBigTable = (node: Node) =>
  big.includes(node['Relation Name'] ?? '') || node['Node Type'] === 'Bitmap Index Scan'

const indexesOf = (looks: Node[]) => [...new Set(looks.flatMap((look) => look['Index Name'] ?? []))].sort()

const touched = (look: Node) =>
  (look['Actual Rows'] + (look['Rows Removed by Filter'] ?? 0)) * look['Actual Loops']

function expectFewRows(looks: Node[]): void {
  expect(looks.map((look) => look['Node Type'])).not.toContain('Seq Scan')
  expect(looks.filter((look) => touched(look) > mostRows)).toEqual([])
}

const joined = ['delivery_order_id_index_key', 'order_pkey']

describe('the queue', () => {
  const inQueue = (filter: Partial<QueueFilter>) => () =>
    queue(desk, { ...queueFilterSchema.parse({}), ...filter })

  it.each<[string, () => Partial<QueueFilter>, string]>([
    ['open', () => ({}), 'correction_request_state_due_at_id_idx'],
    ['waiting', () => ({ view: 'waiting' }), 'correction_request_state_due_at_id_idx'],
    ['of a verdict', () => ({ verdict: 'look' }), 'correction_request_verdict_state_due_at_id_idx'],
    ['of a shop', () => ({ shop }), 'correction_request_shop_id_state_due_at_id_idx'],
    ['of somebody', () => ({ assignee: other }), 'correction_request_assignee_id_state_due_at_id_idx'],
    ['mine', () => ({ view: 'mine' }), 'correction_request_assignee_id_state_due_at_id_idx'],
    ['closed', () => ({ view: 'closed' }), 'correction_request_decided_at_idx'],
  ])('reads a page by an index: %s', async (_, filter, index) => {
    const { asked, looks } = await looksOf(inQueue(filter()))
    expect(asked).toBe(1)
    expect(indexesOf(looks)).toEqual([index, ...joined].sort())
    expectFewRows(looks)
  })

  it('reads the next page where the last one ended', async () => {
    const first = await inQueue({})()
    const { after } = queueFilterSchema.parse({ after: first?.next })
    expectFewRows((await looksOf(inQueue({ after }))).looks)
  })

  it('counts what is open without reading what is closed', async () => {
    const open = await database.db.correctionRequest.count({ where: { state: { in: openStates } } })
    for (const counted of [() => queueView(desk, queueFilterSchema.parse({})), () => navCounts(desk)]) {
      const { asked, looks } = await looksOf(counted)
      expect(asked).toBe(1)
      expect(looks.map((look) => look['Node Type'])).not.toContain('Seq Scan')
      expect(Math.max(...looks.map(touched))).toBeLessThanOrEqual(open)
    }
  })
})

describe('the list of orders', () => {
  it.each<[string, () => Partial<OrderFilter>, string]>([
    ['newest', () => ({}), 'order_ordered_at_id_idx'],
    ['of a status', () => ({ payment: 'captured' }), 'order_payment_status_ordered_at_id_idx'],
    ['of a shop', () => ({ shop }), 'order_shop_id_ordered_at_id_idx'],
    ['of a day', () => ({ from: '2020-01-01', to: '2030-01-01' }), 'order_ordered_at_id_idx'],
    ['of a number', () => ({ q: number(50) }), 'order_number_idx'],
  ])('reads a page by an index: %s', async (_, filter, index) => {
    const { looks } = await looksOf(() =>
      listOrders(desk, { ...orderFilterSchema.parse({}), ...filter() }, openStates),
    )
    expect(indexesOf(looks)).toContain(index)
    expectFewRows(looks)
  })
})

describe('a request', () => {
  it('is read with all that stands beside it by a few statements, each by an index', async () => {
    const { asked, looks } = await looksOf(async () => {
      const detail = await requestDetail(desk, 'MT-2026-5')
      if (!detail?.request.order) throw new Error('not found')
      return historyFor(desk, detail.request)
    })
    expect(asked).toBeLessThanOrEqual(6)
    expect(indexesOf(looks)).toEqual(
      expect.arrayContaining([
        'correction_request_reference_key',
        'correction_request_order_id_idx',
        ...joined,
      ]),
    )
    expectFewRows(looks)
  })
})
