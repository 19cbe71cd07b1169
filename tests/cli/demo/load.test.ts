import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadDemo } from '~/cli/demo/load.server'
import { openSandboxStore, type SandboxStore } from '~/kuroneko/sandbox/store.server'
import { totalOf } from '~/orders/operations/amount'
import { paymentStatuses } from '~/orders/statuses'
import { type Database, openDatabase } from '~/platform/database.server'
import { daysBetween, tokyoDay } from '~/platform/tokyo'
import { createTestDatabase, type TestDatabase } from '../../database'

let database: TestDatabase
let db: Database
let folder: string
let kuroneko: SandboxStore

beforeAll(async () => {
  database = await createTestDatabase()
  db = openDatabase(database.appUrl)
  folder = await mkdtemp(join(tmpdir(), 'mitame-demo-'))
  kuroneko = await openSandboxStore(folder)
  await loadDemo(db, kuroneko)
  await loadDemo(db, kuroneko)
})
afterAll(async () => {
  await db.$disconnect()
  await database.drop()
  await rm(folder, { recursive: true })
})

describe('the demo desk', () => {
  test('is there once, however often it is loaded', async () => {
    expect(await db.shop.count()).toBe(2)
    expect(await db.user.count()).toBe(6)
    const numbers = await db.order.findMany({ select: { shopId: true, number: true } })
    expect(numbers.length).toBeGreaterThanOrEqual(60)
    expect(await db.orderEvent.count({ where: { seq: 1 } })).toBe(numbers.length)
  })

  test('shows every payment status, in both shops where one can meet it', async () => {
    const found = await db.order.groupBy({ by: ['paymentStatus'] })
    expect(new Set(found.map(({ paymentStatus }) => paymentStatus))).toEqual(new Set(paymentStatuses))
  })

  test('has orders near the end of the 58 days, one number in two shops, and numbers of every length', async () => {
    const orders = await db.order.findMany({ include: { deliveries: true } })
    const age = (order: { orderedAt: Date }) => daysBetween(tokyoDay(order.orderedAt), tokyoDay(new Date()))
    const waiting = orders.filter(({ paymentStatus }) => paymentStatus === 'authorized')
    expect(waiting.map(age).filter((days) => days >= 50 && days <= 58).length).toBeGreaterThanOrEqual(5)
    expect(waiting.every((order) => age(order) <= 58)).toBe(true)
    expect(new Set(orders.map(({ number }) => number)).size).toBe(orders.length - 1)
    expect(orders.some(({ number }) => number.length === 26)).toBe(true)
    expect(orders.some(({ number }) => number.endsWith('-1'))).toBe(true)
    expect(orders.some(({ deliveries }) => deliveries.length > 1)).toBe(true)
  })

  test('has a past that led to what each order shows', async () => {
    const orders = await db.order.findMany({
      include: { deliveries: { orderBy: { index: 'asc' } }, events: { orderBy: { seq: 'asc' } } },
    })
    for (const order of orders) {
      const last = order.events.at(-1)
      const ofOrder = order.events.filter(
        ({ action, paymentAfter }) => action.startsWith('order.') && paymentAfter !== null,
      )
      const shown = { payment: order.paymentStatus, deliveries: order.deliveries.map(({ status }) => status) }
      expect(JSON.parse(ofOrder.at(-1)?.text ?? '{}').after, order.number).toEqual(shown)
      expect({ eventSeq: last?.seq, eventHash: last?.hash }).toEqual({
        eventSeq: order.eventSeq,
        eventHash: order.eventHash,
      })
      expect(order.version).toBe(ofOrder.filter(({ outcome }) => outcome === 'done').length)
      const times = order.events.map(({ at }) => at.getTime())
      expect(times).toEqual([...times].sort((a, b) => a - b))
      expect(times.at(-1)).toBeLessThanOrEqual(Date.now())
    }
  })

  test('tells of every order of the platform what was bought, adding up to its amount', async () => {
    const orders = await db.order.findMany({ where: { origin: 'platform' }, include: { lines: true } })
    for (const { number, amount, shippingFee, fee, lines } of orders) {
      expect(lines.length, number).toBeGreaterThan(0)
      expect(totalOf({ lines, shippingFee, fee }), number).toBe(amount)
    }
    expect(await db.orderLine.count({ where: { order: { origin: 'imported' } } })).toBe(0)
  })

  test("gives Yamato's slips the check digit that Kuroneko asks for", async () => {
    const slips = await db.delivery.findMany({ where: { carrier: 'ヤマト運輸' } })
    expect(slips.length).toBeGreaterThan(20)
    for (const { slipNumber } of slips) {
      expect(slipNumber).toMatch(/^\d{12}$/)
      expect(Number(slipNumber?.slice(0, 11)) % 7).toBe(Number(slipNumber?.[11]))
    }
  })
})
