import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStates } from '~/corrections/life'
import { findOrders, lookUpOrders } from '~/orders/find.server'
import { listOrders, orderFilterSchema } from '~/orders/list.server'
import type { NewOrder } from '~/orders/receive.server'
import { type Database, openDatabase } from '~/platform/database.server'
import { type Prisma, PrismaClient } from '~/platform/prisma/client'
import { shopChoices } from '~/shops/list.server'
import type { Desk } from '~/staff/desk.server'
import { createTestDatabase, type TestDatabase } from '../database'
import { aDesk, anOrder, aShop, withOrders } from './world'

let database: TestDatabase
let db: Database
let staff: Desk
let merchant: Desk
let other: Desk

beforeAll(async () => {
  database = await createTestDatabase()
  db = openDatabase(database.appUrl)
  const [one, two] = [await aShop(db, 'one'), await aShop(db, 'two')]
  staff = await aDesk(db, 'agent')
  merchant = await aDesk(db, 'merchant', one)
  other = await aDesk(db, 'merchant', two)
  await withOrders(db, [...many(one, 120), ...special(one, two)])
})
afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

/** Two of them at each moment, so that pages end between orders of one time. */
function many(shopId: string, count: number): NewOrder[] {
  return Array.from({ length: count }, (_, i) =>
    anOrder(shopId, `P26${String(i).padStart(4, '0')}`, {
      orderedAt: new Date(Date.UTC(2026, 9, 1) + Math.floor(i / 2) * 3600_000),
      paymentStatus: i % 2 === 0 ? 'captured' : 'authorized',
    }),
  )
}

function special(one: string, two: string): NewOrder[] {
  const nearMidnight = { orderedAt: new Date('2026-11-04T15:00:00.000Z') }
  return [
    anOrder(one, 'TWIN1'),
    anOrder(two, 'TWIN1', { amount: 7000 }),
    anOrder(two, 'THEIRS'),
    anOrder(one, 'R100', nearMidnight),
    anOrder(one, 'R100-1', nearMidnight),
    anOrder(one, 'S200', {
      deliveries: [
        { status: 'shipped', slipNumber: '471002345671', carrier: 'ヤマト運輸' },
        { status: 'returned', slipNumber: null, carrier: null },
      ],
    }),
  ]
}

async function list(desk: Desk, address: Record<string, string> = {}) {
  const page = await listOrders(desk, orderFilterSchema.parse(address), openStates)
  if (!page) throw new Error('no page')
  return { ...page, numbers: page.rows.map(({ number }) => number) }
}

describe('the list of orders', () => {
  test('goes through all of them by pages of fifty, newest first, each once', async () => {
    const numbers: string[] = []
    let after: string | null = ''
    let pages = 0
    while (after !== null) {
      const page: Awaited<ReturnType<typeof list>> = await list(merchant, { q: 'P26', after })
      numbers.push(...page.numbers)
      after = page.next
      pages += 1
    }
    expect(pages).toBe(3)
    expect(new Set(numbers).size).toBe(120)
    const times = await db.order.findMany({ where: { number: { startsWith: 'P26' } } })
    const at = new Map(times.map(({ number, orderedAt }) => [number, orderedAt.getTime()]))
    const order = numbers.map((number) => at.get(number) ?? 0)
    expect(order).toEqual([...order].sort((a, b) => b - a))
  })

  test.each<[Record<string, string>, string[]]>([
    [{ q: ' ｒ１００ ' }, ['R100', 'R100-1']],
    [{ shipping: 'returned' }, ['S200']],
    [{ q: 'S', payment: 'captured' }, []],
    [{ q: 'S', payment: 'nonsense' }, ['S200']],
    [{ from: '2026-11-05', to: '2026-11-05' }, ['R100', 'R100-1']],
    [{ from: '2026-11-04', to: '2026-11-04' }, []],
    [{ q: 'TWIN', from: 'not a day', after: 'not a cursor' }, ['TWIN1']],
    [{ q: 'THEIRS' }, []],
    [{ shop: 'two' }, []],
    [{ q: '100%' }, []],
  ])('narrowed by %j', async (address, numbers) => {
    expect((await list(merchant, address)).numbers.sort()).toEqual(numbers)
  })

  test('shows the desk all shops, and one where it asks for one', async () => {
    expect((await list(staff, { q: 'TWIN' })).numbers).toEqual(['TWIN1', 'TWIN1'])
    expect((await list(staff, { shop: 'two' })).numbers.sort()).toEqual(['THEIRS', 'TWIN1'])
    expect((await shopChoices(staff)).map(({ code }) => code)).toEqual(['one', 'two'])
    expect(await shopChoices(merchant)).toEqual([])
  })

  test('shows a merchant without a shop nothing', async () => {
    expect((await list(await aDesk(db, 'merchant'))).numbers).toEqual([])
  })
})

describe('an order by its number', () => {
  test('is found as it is typed, in every shop that one may see', async () => {
    expect(await findOrders(staff, 'twin1')).toHaveLength(2)
    expect(await findOrders(staff, 'TWIN1', 'two')).toMatchObject([{ amount: 7000 }])
    expect(await findOrders(merchant, 'TWIN1')).toMatchObject([{ amount: 5000 }])
    expect(await findOrders(merchant, 'TWIN1', 'two')).toEqual([])
    expect(await findOrders(merchant, 'THEIRS')).toEqual([])
  })

  test('is looked up with how it was matched', async () => {
    const found = await lookUpOrders(merchant, [
      'R100',
      'ｒ100 ',
      'R100-1',
      'R100-2',
      'S200-1',
      'THEIRS',
      'NONE',
      '',
    ])
    const matches = Object.entries(found).map(([typed, hit]) => [typed, hit && [hit.match, hit.order.number]])
    expect(Object.fromEntries(matches)).toEqual({
      R100: ['exact', 'R100'],
      'ｒ100 ': ['normalised', 'R100'],
      'R100-1': ['exact', 'R100-1'],
      'R100-2': ['without_suffix', 'R100'],
      'S200-1': ['without_suffix', 'S200'],
      THEIRS: null,
      NONE: null,
      '': null,
    })
  })

  test('is looked up in the own shop only, whatever shop is named; by the desk where it names one', async () => {
    expect(await lookUpOrders(merchant, ['THEIRS'], 'two')).toEqual({ THEIRS: null })
    expect((await lookUpOrders(other, ['TWIN1'], 'one')).TWIN1?.order.amount).toBe(7000)
    expect((await lookUpOrders(staff, ['TWIN1'], 'two')).TWIN1?.order.amount).toBe(7000)
    expect(await lookUpOrders(staff, ['TWIN1'])).toEqual({ TWIN1: null })
  })
})

const someId = '01900000-0000-7000-8000-000000000000'

describe('on a large table', () => {
  let owner: pg.Client
  beforeAll(async () => {
    owner = new pg.Client(database.ownerUrl)
    await owner.connect()
    await owner.query(`
      INSERT INTO "order" (id, shop_id, number, number_as_received, ordered_at, payment_status, amount, updated_at)
      SELECT uuidv7(), shop.id, 'Q' || n, 'Q' || n, timestamptz '2025-01-01' + n * interval '1 minute',
             (enum_range(NULL::payment_status))[1 + n % 6], 1000, now()
      FROM shop, generate_series(1, 40000) AS n`)
    await owner.query('ANALYZE "order"')
  })
  afterAll(() => owner.end())

  test.each<[string, Record<string, string>]>([
    ['of all shops', {}],
    ['further down', { after: `2025-01-20T00:00:00.000Z_${someId}` }],
    ['of one shop', { shop: 'one' }],
    ['with one status', { payment: 'failed' }],
    ['of a period', { from: '2025-01-10', to: '2025-01-12' }],
    ['with few days left to capture', { left: '7' }],
    [
      'of one shop with one status, further down',
      { shop: 'one', payment: 'failed', after: `2025-01-20T00:00:00.000Z_${someId}` },
    ],
  ])('a page %s is read along an index, without sorting', async (_, address) => {
    const plan = await planOf(address)
    expect(plan).toMatch(/Index Scan/)
    expect(plan).not.toMatch(/Sort|Seq Scan on "?order/)
  })

  test('the beginning of a number is found along its index', async () => {
    expect(await planOf({ q: 'Q3999' })).toMatch(/order_number_idx/)
  })

  /** How PostgreSQL answers the very statement that the list sends. */
  async function planOf(address: Record<string, string>): Promise<string> {
    const logged = new PrismaClient({
      adapter: new PrismaPg({ connectionString: database.appUrl }),
      log: [{ emit: 'event', level: 'query' }],
    })
    const sent: Prisma.QueryEvent[] = []
    logged.$on('query', (event) => {
      sent.push(event)
    })
    await list({ ...staff, db: logged }, address)
    await logged.$disconnect()
    const paged = sent.find(({ query }) => query.includes('"order"') && query.includes('LIMIT'))
    if (!paged) throw new Error('the list sent no statement')
    const { rows } = await owner.query(`EXPLAIN ${paged.query}`, JSON.parse(paged.params))
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  }
})
