import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readRecorded } from '~/audit/recorded'
import { verifyLog } from '~/audit/verify.server'
import { devHistory } from '~/cli/dev/history'
import { type HistoryOptions, makeHistory } from '~/cli/dev/history/generate.server'
import { isAtWork } from '~/cli/dev/make.server'
import { eventOf } from '~/corrections/act.server'
import { life, type RequestState, requestActions } from '~/corrections/life'
import { paymentStatuses } from '~/orders/statuses'
import type { Database } from '~/platform/database.server'
import { may, type Role } from '~/staff/permissions'
import { filed } from '../audit/errands'
import { anOrder, aRow, aWorld } from '../audit/world'
import { testDatabase } from '../database'
import { terminal } from './terminal'

const events = 2_000
const until = new Date('2026-11-25T03:00:00Z')
const options: HistoryOptions = { events, months: 12, seed: 'a', until, onProgress() {} }

type Tested = Awaited<ReturnType<typeof testDatabase>>
let database: Tested
let made: Awaited<ReturnType<typeof makeHistory>>
beforeAll(async () => {
  database = await testDatabase()
  made = await makeHistory(database.ownerUrl, options)
})
afterAll(() => database.close())

async function faultsOf(db: Database) {
  const faults: unknown[] = []
  const { events } = await verifyLog(db, (fault) => faults.push(fault))
  return { events, faults }
}

async function textsOf(db: Database) {
  const rows = await db.orderEvent.findMany({ orderBy: { id: 'asc' }, select: { text: true } })
  return rows.map(({ text }) => text)
}

describe('a made-up history', () => {
  it('has the events that were asked for, and verification finds no fault', async () => {
    expect(made).toMatchObject({ events, shops: 3 })
    expect(await faultsOf(database.db)).toEqual({ events, faults: [] })
  })

  it('lies within its months, in their partitions', async () => {
    const { _min, _max } = await database.db.orderEvent.aggregate({ _min: { at: true }, _max: { at: true } })
    expect(_min.at?.toISOString()).toMatch(/^2025-11-2[5-9]/)
    expect(_max.at?.toISOString()).toMatch(/^2026-11-2[0-5]/)
    expect(_max.at?.getTime()).toBeLessThan(until.getTime())
    const [other] = await database.db.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM order_event WHERE tableoid = 'order_event_other'::regclass`
    expect(other?.n).toBe(0)
  })

  it('has orders of every payment status, and every act of a request, refused ones too', async () => {
    const orders = await database.db.order.groupBy({ by: ['paymentStatus'] })
    expect(orders.map(({ paymentStatus }) => paymentStatus).sort()).toEqual([...paymentStatuses].sort())
    const acts = await database.db.orderEvent.groupBy({ by: ['action', 'outcome'] })
    const told = new Set(acts.map(({ action, outcome }) => `${action} ${outcome}`))
    const expected = [...new Set(Object.values(eventOf))].map((action) => `${action} done`)
    const others = ['correction.noted done', 'correction.approved_first done', 'correction.approved refused']
    const onOrders = ['order.drift_found done', 'order.drift_closed done', 'order.inquired refused']
    expect([...told]).toEqual(expect.arrayContaining([...expected, ...others, ...onOrders]))
  })

  it('keeps to the life table: each step of a request is one that its actor may take', async () => {
    const steps = (await textsOf(database.db)).flatMap((text) => {
      const event = readRecorded(text)
      const { state_before: from, state_after: to } = event?.details ?? {}
      return event?.outcome === 'done' && typeof from === 'string' && event.action !== 'order.corrected'
        ? [{ from: from as RequestState, to, event }]
        : []
    })
    expect(steps.length).toBeGreaterThan(300)
    const wrong = steps.filter(({ from, to, event }) => {
      const told = event.action === 'correction.approved_first' ? 'correction.approved' : event.action
      return !requestActions.some((action) => {
        const step = eventOf[action] === told ? life[from][action] : undefined
        if (!step || !may(event.actor?.role as Role, step.permission)) return false
        return to === (event.action === 'correction.approved_first' ? step.whenTwo : step.to)
      })
    })
    expect(wrong).toEqual([])
  })

  it('keeps decisions and messages beside the events that tell of them', async () => {
    const { db } = database
    const count = (actions: string[]) =>
      db.orderEvent.count({ where: { outcome: 'done', action: { in: actions } } })
    expect(await db.decision.count()).toBe(
      await count(['approved', 'approved_first', 'returned', 'rejected'].map((act) => `correction.${act}`)),
    )
    expect(await db.message.count()).toBe(
      await count(['asked', 'answered', 'noted'].map((act) => `correction.${act}`)),
    )
    expect(await db.evidence.count()).toBe(
      await db.orderEvent.count({ where: { action: { in: ['order.inquired', 'order.evidence_attached'] } } }),
    )
  })

  it('has a frequent word in a twelfth of its events, and a rare one exactly as often as it should', async () => {
    const holding = (word: string) =>
      database.db.orderEventWords.count({ where: { words: { contains: word } } })
    expect(await holding('取消')).toBeGreaterThan(0.07 * events)
    expect(await holding('取消')).toBeLessThan(0.09 * events)
    expect(await holding('縮緬')).toBe(20)
  })

  it('is the same for the same seed, and another one for another', async () => {
    const again = await testDatabase()
    const another = await testDatabase()
    await makeHistory(again.ownerUrl, options)
    await makeHistory(another.ownerUrl, { ...options, events: 100, seed: 'b' })
    const first = await textsOf(database.db)
    expect(await textsOf(again.db)).toEqual(first)
    expect(first).not.toContain((await textsOf(another.db))[0])
    await again.close()
    await another.close()
  })

  it('goes on in the shops that are there, but not twice with one seed', async () => {
    await makeHistory(database.ownerUrl, { ...options, seed: 'c', events: 300 })
    expect(await database.db.shop.count()).toBe(3)
    expect(await faultsOf(database.db)).toEqual({ events: events + 300, faults: [] })
    await expect(makeHistory(database.ownerUrl, options)).rejects.toThrow('choose another --seed')
    expect(await database.db.orderEvent.count()).toBe(events + 300)
  })
})

describe('isAtWork', () => {
  it('tells a desk with requests of its own from one with made-up ones', async () => {
    expect(await isAtWork(database.db)).toBe(false)
    const world = await aWorld()
    await world.db.shop.update({ where: { id: world.shop }, data: { code: 'real' } })
    await anOrder(world.db, world.shop, 'P1')
    await filed(world.merchant, world.shop, aRow('P1'))
    expect(await isAtWork(world.db)).toBe(true)
    await world.close()
  })
})

describe('mitame dev history', () => {
  const done = { events: 100, words: 9, orders: 20, requests: 7, shops: 3, seconds: 0.5, sealed: 100 }

  async function run(line: string[], watched = false) {
    const { written, ...rest } = terminal()
    const asked: unknown[] = []
    const code = await devHistory(line, {
      ...rest,
      watched,
      make: async (wanted, sure, onProgress) => {
        asked.push({ ...wanted, sure })
        onProgress(50)
        return done
      },
    })
    return { code, asked, ...written }
  }

  it('says what it made, for people and for programs', async () => {
    const { code, out, err, asked } = await run(['--events', '100'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(asked).toEqual([{ events: 100, months: 12, seed: 'mitame', sure: false }])
    expect(out).toContain('200 events per second')
    const json = await run(['--events', '100', '--months', '3', '--seed', 'x', '--yes', '--json'])
    expect(json.asked).toEqual([{ events: 100, months: 3, seed: 'x', sure: true }])
    expect(JSON.parse(json.out)).toEqual(done)
  })

  it('shows how far it is where somebody watches', async () => {
    expect((await run(['--events', '100'], true)).err).toContain('50 / 100')
  })

  it.each([[['--events', 'many']], [['--events', '99']], [[]], [['--events', '100', '--months', '0']]])(
    'refuses %j',
    async (line) => {
      await expect(run(line)).rejects.toThrow('must be a whole number')
    },
  )
})
