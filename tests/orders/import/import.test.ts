import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { PrismaPg } from '@prisma/adapter-pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ImportFile, importOrders } from '~/orders/import/import.server'
import type { ImportReport } from '~/orders/import/report'
import { lockOrder, recordOnOrder } from '~/orders/record.server'
import { type Database, openDatabase } from '~/platform/database.server'
import { PrismaClient } from '~/platform/prisma/client'
import type { Desk } from '~/staff/desk.server'
import { createTestDatabase, type TestDatabase } from '../../database'
import { aDesk, anOrder, aShop, today, withOrders } from '../world'
import { bytes, csv, type Line, line, usualHeadings } from './files'

let database: TestDatabase
let db: Database
let desk: Desk
let shopId: string
let shops = 0

beforeAll(async () => {
  database = await createTestDatabase()
  db = openDatabase(database.appUrl)
})
afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})
beforeEach(async () => {
  shops += 1
  shopId = await aShop(db, `shop${shops}`)
  desk = await aDesk(db, 'merchant', shopId)
})

type Options = Partial<ImportFile> & { by?: Desk; into?: string; bytesAs?: string }

function run(text: string | Buffer, { by = desk, into = shopId, bytesAs, ...options }: Options = {}) {
  const stream = bytes(text, bytesAs)
  return importOrders(by, { shopId: into, stream, filename: '受注.csv', dryRun: false, ...options })
}

async function report(text: string | Buffer, options: Options = {}): Promise<ImportReport> {
  const result = await run(text, options)
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`)
  return result
}

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')
/** Bytes of the heap that are really held, whenever the collector would have come by itself. */
function heldAfterCollection(): number {
  collect()
  return process.memoryUsage().heapUsed
}

const table = (...lines: Line[]) => csv([usualHeadings, ...lines])
const stored = (number: string) =>
  db.order.findUnique({
    where: { shopId_number: { shopId, number } },
    include: { deliveries: { orderBy: { index: 'asc' } }, events: { orderBy: { seq: 'asc' } } },
  })

describe('an import', () => {
  test('receives new orders with what the file says', async () => {
    const { counts } = await report(
      table(line('ｐ２５１１０４０００３', { 合計金額: '１２，１００円', 伝票番号: '471002345671' })),
    )
    expect(counts).toEqual({ new: 1, changed: 0, unchanged: 0, refused: 0 })
    const order = await stored('P2511040003')
    expect(order).toMatchObject({
      numberAsReceived: 'ｐ２５１１０４０００３',
      amount: 12100,
      paymentStatus: 'authorized',
      version: 1,
      eventSeq: 1,
      orderedAt: new Date('2026-11-04T00:12:00.000Z'),
      deliveries: [{ status: 'unshipped', slipNumber: '471002345671', index: 0 }],
      events: [{ action: 'order.received', actorId: desk.actor.id, actorRole: 'merchant' }],
    })
    expect(order?.eventHash).toBe(order?.events[0]?.hash)
  })

  test('reads several rows of one number as its deliveries, in order', async () => {
    const { counts, lines, rows } = await report(
      table(
        line('P1', { 配送ステータス: '配送完了', 伝票番号: '471002345671' }),
        line('P1', {
          日付: '',
          注文時間: '',
          決済ステータス: '',
          合計金額: '',
          配送ステータス: '配送準備中',
        }),
        line('P2'),
      ),
    )
    expect(counts.new).toBe(2)
    expect(rows).toBe(3)
    expect(lines.map(({ row, rows }) => [row, rows])).toEqual([
      [2, 2],
      [4, 1],
    ])
    expect((await stored('P1'))?.deliveries.map(({ status }) => status)).toEqual(['shipped', 'preparing'])
  })

  test('of the same file again changes nothing and records nothing', async () => {
    const file = table(line('P1'), line('P2', { 決済ステータス: '決済完了' }))
    await report(file)
    const before = await db.orderEvent.count({ where: { shopId } })
    const { counts } = await report(file)
    expect(counts).toEqual({ new: 0, changed: 0, unchanged: 2, refused: 0 })
    expect(await db.orderEvent.count({ where: { shopId } })).toBe(before)
  })

  test('changes what the file says otherwise, with before and after', async () => {
    await report(table(line('P1'), line('P2')))
    const changes = { 決済ステータス: '決済完了', 配送ステータス: '配送完了', 伝票番号: '471002345671' }
    const { counts, lines } = await report(table(line('P1', changes), line('P2')))
    expect(counts).toEqual({ new: 0, changed: 1, unchanged: 1, refused: 0 })
    expect(lines[0]).toMatchObject({
      number: 'P1',
      outcome: 'changed',
      changed: ['paymentStatus', 'shippingStatus', 'slipNumber'],
      before: { payment: 'authorized', deliveries: ['unshipped'] },
      after: { payment: 'captured', deliveries: ['shipped'] },
      overCorrection: false,
    })
    const order = await stored('P1')
    expect(order).toMatchObject({ paymentStatus: 'captured', version: 2, eventSeq: 2 })
    expect(order?.deliveries).toMatchObject([{ status: 'shipped', slipNumber: '471002345671' }])
    expect(order?.events[1]).toMatchObject({
      action: 'order.status_imported',
      paymentBefore: 'authorized',
      paymentAfter: 'captured',
      hash: order?.eventHash,
    })
    expect(JSON.parse(order?.events[1]?.text ?? '').details).toEqual({
      slipNumberBefore: '-',
      slipNumberAfter: '471002345671',
    })
  })

  test('records an amount that changed without any status', async () => {
    await report(table(line('P1')))
    await report(table(line('P1', { 合計金額: '9000' })))
    const order = await stored('P1')
    expect(order).toMatchObject({ amount: 9000, version: 2 })
    expect(JSON.parse(order?.events[1]?.text ?? '').details).toEqual({
      amountBefore: 12100,
      amountAfter: 9000,
    })
  })

  test('adds a delivery that the platform has now, and never takes one away', async () => {
    await report(table(line('P1')))
    const two = await report(table(line('P1'), line('P1', { 配送ステータス: '配送完了' })))
    expect(two.counts.changed).toBe(1)
    expect((await stored('P1'))?.deliveries.map(({ status }) => status)).toEqual(['unshipped', 'shipped'])
    const one = await report(table(line('P1')))
    expect(one.lines[0]?.problems).toEqual([
      { row: 2, field: 'number', problem: 'fewer_deliveries', read: '1', expected: '2' },
    ])
    expect((await stored('P1'))?.deliveries).toHaveLength(2)
  })

  test('keeps the exact time of an order when the file has only the day', async () => {
    const orderedAt = new Date('2026-11-04T00:12:33.456Z')
    await withOrders(db, [anOrder(shopId, 'P1', { orderedAt, amount: 12100 })])
    expect((await report(table(line('P1')))).counts.unchanged).toBe(1)
    expect((await report(table(line('P1', { 注文時間: '' })))).counts.unchanged).toBe(1)
    expect((await stored('P1'))?.orderedAt).toEqual(orderedAt)
  })

  test('goes over a correction of the desk, and says so', async () => {
    await report(table(line('P1', { 決済ステータス: '決済完了' })))
    const id = (await stored('P1'))?.id ?? ''
    await db.$transaction(async (tx) => {
      const order = await lockOrder(tx, id)
      if (!order) throw new Error('no order')
      const after = { payment: 'cancelled', deliveries: ['cancelled'] } as const
      await recordOnOrder(
        tx,
        order,
        [{ action: 'order.corrected', outcome: 'done', at: today, actor: null, via: 'web', requestId: null }],
        { payment: after.payment, deliveries: [...after.deliveries] },
      )
    })
    const { lines } = await report(table(line('P1', { 決済ステータス: '決済完了' })))
    expect(lines[0]).toMatchObject({ outcome: 'changed', overCorrection: true })
    expect(await stored('P1')).toMatchObject({ paymentStatus: 'captured', version: 3 })
  })

  test('keeps its shop’s own chain: digests and counts, no names', async () => {
    const { counts } = await report(table(line('P1'), line('P2', { 合計金額: '?' })))
    const shop = await db.shop.findUniqueOrThrow({ where: { id: shopId } })
    const event = await db.orderEvent.findFirstOrThrow({ where: { chainId: shopId } })
    expect(event).toMatchObject({ action: 'orders.imported', orderId: null, hash: shop.eventHash, seq: 1 })
    const { details } = JSON.parse(event.text)
    expect(details).toMatchObject({ ...counts, rows: 2 })
    expect(details.fileDigest).toMatch(/^[0-9a-f]{64}$/)
    expect(event.text).not.toContain('受注.csv')
  })

  test('as a dry run writes nothing and reports the same', async () => {
    const file = table(line('P1'), line('P2', { 決済ステータス: '決済済' }))
    const dry = await report(file, { dryRun: true })
    expect(await db.order.count({ where: { shopId } })).toBe(0)
    expect(await db.orderEvent.count({ where: { shopId } })).toBe(0)
    expect((await db.shop.findUniqueOrThrow({ where: { id: shopId } })).importMapping).toBeNull()
    expect({ ...(await report(file)), dryRun: true }).toEqual(dry)
  })

  test('leaves nothing half done when it is cut off, and can be run again', async () => {
    const lines = Array.from({ length: 450 }, (_, i) => line(`P${i + 1}`))
    async function* cutOff() {
      let sent = 0
      for await (const chunk of bytes(table(...lines), 'utf-8', 1000)) {
        if (sent > 15_000) throw new Error('cut off')
        sent += chunk.length
        yield chunk
      }
    }
    await expect(run('', { stream: cutOff() })).rejects.toThrow('cut off')
    const there = await db.order.count({ where: { shopId } })
    expect(there % 200).toBe(0)
    expect(await db.orderEvent.count({ where: { shopId } })).toBe(there)
    expect((await report(table(...lines))).counts).toMatchObject({ new: 450 - there, unchanged: there })
  })

  test('twice at once makes each order once', async () => {
    const file = table(...Array.from({ length: 300 }, (_, i) => line(`P${i}`)))
    const [a, b] = await Promise.all([report(file), report(file)])
    expect(a.counts.new + b.counts.new).toBe(300)
    expect(a.counts.unchanged + b.counts.unchanged).toBe(300)
  })

  test('asks the database as often for two hundred orders as for ten', async () => {
    const logged = new PrismaClient({
      adapter: new PrismaPg({ connectionString: database.appUrl }),
      log: [{ emit: 'event', level: 'query' }],
    })
    let queries = 0
    logged.$on('query', () => {
      queries += 1
    })
    const count = async (from: number, size: number, status: string) => {
      queries = 0
      const lines = Array.from({ length: size }, (_, i) => line(`P${from + i}`, { 決済ステータス: status }))
      await report(table(...lines), { by: { ...desk, db: logged } })
      return queries
    }
    const receiving = await count(0, 10, '仮売上')
    expect(await count(1000, 200, '仮売上')).toBe(receiving)
    const changing = await count(0, 10, '決済完了')
    expect(await count(1000, 200, '決済完了')).toBe(changing)
    await logged.$disconnect()
  })

  test('holds no more of a long file than it needs', async () => {
    const rows = 50_000
    async function* long(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(csv([usualHeadings]))
      for (let at = 0; at < rows; at += 500) {
        yield Buffer.from(csv(Array.from({ length: 500 }, (_, i) => line(`P2511040003${at + i}`))))
      }
    }
    const before = heldAfterCollection()
    let highest = 0
    let chunks = 0
    async function* watched() {
      for await (const chunk of long()) {
        chunks += 1
        if (chunks % 10 === 0) highest = Math.max(highest, heldAfterCollection())
        yield chunk
      }
    }
    const { counts, leftOff, lines } = await report('', { stream: watched(), dryRun: true })
    expect(counts.new).toBe(rows)
    expect(lines.length + leftOff).toBe(rows)
    expect(highest - before).toBeLessThan(20 * 1024 * 1024)
  }, 60_000)
})

describe('who may import', () => {
  test('merchants into their own shop only; another one is as if it were not there', async () => {
    const other = await aShop(db, `other${shops}`)
    expect(await run(table(line('P1')), { into: other })).toEqual({ ok: false, refusal: 'not_found' })
    expect(await db.order.count({ where: { shopId: other } })).toBe(0)
  })

  test('administrators into any, agents and auditors into none', async () => {
    expect(await run(table(line('P1')), { by: await aDesk(db, 'admin') })).toMatchObject({ ok: true })
    for (const role of ['agent', 'lead', 'auditor'] as const) {
      const refused = await run(table(line('P2')), { by: await aDesk(db, role) })
      expect(refused).toEqual({ ok: false, refusal: 'forbidden' })
    }
    expect(await stored('P2')).toBeNull()
  })

  test('the same number may be in two shops', async () => {
    const other = await aShop(db, `twin${shops}`)
    const admin = await aDesk(db, 'admin')
    await report(table(line('P1')))
    expect((await report(table(line('P1')), { by: admin, into: other })).counts.new).toBe(1)
  })
})

describe('files as they come', () => {
  test.each([
    ['UTF-8', 'utf-8', '', 'utf-8'],
    ['UTF-8 with a byte order mark', 'utf-8', '\ufeff', 'utf-8'],
    ['CP932', 'cp932', '', 'cp932'],
  ])('%s', async (_, bytesAs, mark, encoding) => {
    const text = mark + table(line('P1', { 配送業者: 'ヤマト運輸①髙' }))
    expect(await report(text, { bytesAs })).toMatchObject({ encoding, counts: { new: 1 } })
    expect((await stored('P1'))?.deliveries[0]?.carrier).toBe('ヤマト運輸①髙')
  })

  test('an encoding may be forced', async () => {
    const text = csv([
      ['day', 'no', 'pay', 'ship', 'sum', 'carrier'],
      ['20261104', 'P1', 'captured', 'shipped', 800, 'ﾔﾏﾄ'],
    ])
    const mapping = {
      orderedOn: 'day',
      number: 'no',
      paymentStatus: 'pay',
      shippingStatus: 'ship',
      amount: 'sum',
      carrier: 'carrier',
    }
    await report(text, { bytesAs: 'cp932', encoding: 'cp932', mapping })
    expect((await stored('P1'))?.deliveries[0]?.carrier).toBe('ﾔﾏﾄ')
  })

  test('bytes that are no characters are named by row and column', async () => {
    const good = Buffer.from(table(line('P1'), line('P2', { 配送業者: '@' }), line('P3')))
    const at = good.indexOf('@')
    good[at] = 0xff
    const { counts, lines } = await report(good, { encoding: 'utf-8' })
    expect(counts).toMatchObject({ new: 2, refused: 1 })
    expect(lines[1]).toMatchObject({
      row: 3,
      problems: [{ row: 3, field: 'carrier', problem: 'not_readable' }],
    })
  })

  test('line ends, empty lines, quoted line ends and formula-like cells are text', async () => {
    const text = `${csv([usualHeadings], { eol: '\n' })}\r\n${csv([line('P1', { 配送業者: 'ヤマト\n運輸' })])},,,,,,,\r\n${csv([line('P2', { 配送業者: '=1+1' })])}`
    const { counts, lines } = await report(text)
    expect(counts).toEqual({ new: 2, changed: 0, unchanged: 0, refused: 0 })
    expect(lines.map(({ row }) => row)).toEqual([3, 5])
    expect((await stored('P1'))?.deliveries[0]?.carrier).toBe('ヤマト\n運輸')
    expect((await stored('P2'))?.deliveries[0]?.carrier).toBe('=1+1')
  })

  test('columns in any order, more of them than needed, rows that are too short', async () => {
    const text = csv([
      ['会社名', '合計金額', '注文番号', '処理状況', '注文者', '日付', '決済ステータス', '備考'],
      ['山田商店', '¥12,100', 'P1', '配送', '山田', '2026-11-04 09:12', '決済完了', ''],
      ['', '800', 'P2', 'N', '', '20261104', '仮売上'],
    ])
    expect((await report(text)).counts.new).toBe(2)
    expect(await stored('P1')).toMatchObject({ amount: 12100, deliveries: [{ status: 'shipped' }] })
    expect(await stored('P2')).toMatchObject({ orderedAt: new Date('2026-11-03T15:00:00.000Z') })
  })

  test('nothing, or headings alone', async () => {
    expect(await run('')).toEqual({ ok: false, refusal: 'empty' })
    expect((await report(table())).counts).toEqual({ new: 0, changed: 0, unchanged: 0, refused: 0 })
  })

  test('a missing column is named, with what was found', async () => {
    const headings = ['日付', '注文番号', '金額です', '決済ステータス']
    expect(await run(csv([headings, ['2026/11/04', 'P1', '1', '仮売上']]))).toMatchObject({
      refusal: 'missing_columns',
      fields: ['amount', 'shippingStatus'],
      headings,
    })
  })

  test('a heading that stands twice is refused only if it is read', async () => {
    const twice = csv([[...usualHeadings, '備考', '備考'], line('P1')])
    expect((await report(twice)).counts.new).toBe(1)
    const read = csv([
      [...usualHeadings, '合計金額'],
      [...line('P1'), '1'],
    ])
    expect(await run(read)).toMatchObject({ refusal: 'ambiguous_columns', ambiguous: ['合計金額'] })
  })

  test('a quotation mark that is never closed stops the file, and whole orders before it count', async () => {
    const { counts, stopped } = await report(
      `${table(line('P0'), line('P1'))}2026/11/04,09:12,"P2,仮売上,未配送,1,,\r\n${csv([line('P3')])}`,
    )
    // The rest of P1 may stand in what cannot be read.
    expect(counts.new).toBe(1)
    expect(await stored('P1')).toBeNull()
    expect(stopped).toMatchObject({ reason: 'not_csv' })
  })

  test('one mapping per shop, kept with its first import', async () => {
    const text = csv([
      ['いつ', 'ばんごう', 'お金', 'はらい', 'とどけ'],
      ['2026/11/04', 'P1', '1', '仮売上', '未配送'],
    ])
    const mapping = {
      orderedOn: 'いつ',
      number: 'ばんごう',
      amount: 'お金',
      paymentStatus: 'はらい',
      shippingStatus: 'とどけ',
    }
    expect(await run(text)).toMatchObject({ refusal: 'missing_columns' })
    await report(text, { mapping })
    expect(await report(text)).toMatchObject({ counts: { unchanged: 1 }, mapping })
  })
})

describe('rows that cannot be read', () => {
  test.each([
    [
      { 決済ステータス: '決済済み' },
      { field: 'paymentStatus', problem: 'unknown_status', read: '決済済み', expected: '決済完了' },
    ],
    [
      { 決済ステータス: 'キャンセル済' },
      { field: 'paymentStatus', problem: 'unknown_status', expected: '注文キャンセル' },
    ],
    [
      { 決済ステータス: '売上済' },
      { field: 'paymentStatus', problem: 'unknown_status', expected: '決済完了' },
    ],
    [{ 決済ステータス: 'xyz' }, { field: 'paymentStatus', problem: 'unknown_status', expected: undefined }],
    [{ 配送ステータス: '配送済' }, { field: 'shippingStatus', problem: 'unknown_status' }],
    [{ 決済ステータス: '' }, { field: 'paymentStatus', problem: 'missing', read: '' }],
    [{ 配送ステータス: '' }, { field: 'shippingStatus', problem: 'missing' }],
    [{ 合計金額: '12.5' }, { field: 'amount', problem: 'not_amount', read: '12.5' }],
    [{ 合計金額: '-1' }, { field: 'amount', problem: 'not_amount' }],
    [{ 合計金額: '' }, { field: 'amount', problem: 'missing' }],
    [{ 日付: '2026/02/30' }, { field: 'orderedOn', problem: 'not_date', read: '2026/02/30' }],
    [{ 日付: '2026/11/25' }, { field: 'orderedOn', problem: 'in_future', expected: '2026-11-24' }],
    [{ 注文時間: '25:00' }, { field: 'orderedTime', problem: 'not_time' }],
    [{ 注文番号: '  ' }, { field: 'number', problem: 'missing' }],
    [{ 注文番号: 'P'.repeat(65) }, { field: 'number', problem: 'too_long', expected: '64' }],
  ])('%j', async (cells, problem) => {
    const { counts, lines } = await report(table(line('P1', cells), line('P2')))
    expect(counts).toMatchObject({ new: 1, refused: 1 })
    expect(lines[0]?.problems[0]).toMatchObject({ row: 2, ...problem })
    expect(await db.order.count({ where: { shopId } })).toBe(1)
  })

  test('an amount whose comma was not quoted, which moves all that stands behind it', async () => {
    const { lines } = await report(`${table(line('P1'))}2026/11/04,09:12,P2,仮売上,未配送,12,100,,\r\n`)
    expect(lines[1]?.problems).toEqual([
      { row: 3, field: null, problem: 'too_many_cells', read: '9', expected: '8' },
    ])
    expect(await stored('P2')).toBeNull()
  })

  test('an order with one bad row is refused as a whole', async () => {
    const { counts, lines } = await report(table(line('P1'), line('P1', { 配送ステータス: '?' }), line('P2')))
    expect(counts).toMatchObject({ new: 1, refused: 1 })
    expect(lines[0]).toMatchObject({ row: 2, rows: 2, problems: [{ row: 3, field: 'shippingStatus' }] })
  })

  test('rows of one order that say different things', async () => {
    const { lines } = await report(table(line('P1'), line('P1', { 合計金額: '1' })))
    expect(lines[0]?.problems).toEqual([
      { row: 3, field: 'amount', problem: 'differs', read: '1', expected: '12100' },
    ])
  })

  test('rows of one order that stand apart', async () => {
    const { counts, lines } = await report(table(line('P1'), line('P2'), line('ｐ1')))
    expect(counts).toMatchObject({ new: 2, refused: 1 })
    expect(lines[2]).toMatchObject({ row: 4, problems: [{ problem: 'apart', read: 'P1' }] })
  })
})
