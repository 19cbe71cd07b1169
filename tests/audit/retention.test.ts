import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eraseExpired } from '~/audit/erase/expired.server'
import { keptSince, type RetentionYears } from '~/audit/erase/kept'
import { orderHistory } from '~/audit/history.server'
import { verifyLog } from '~/audit/verify.server'
import { claim } from '~/corrections/claim.server'
import { reject } from '~/corrections/reject.server'
import { setRetention } from '~/shops/retention.server'
import type { Desk } from '~/staff/desk.server'
import { filed } from './errands'
import { anOrder, aRow, aWorld, type World } from './world'

describe('what is kept', () => {
  it.each<[now: string, years: RetentionYears, since: string]>([
    // The last moment of the day in Tokyo, and the first of the next.
    ['2026-11-24T14:59:59.999Z', 7, '2019-11-23T15:00:00.000Z'],
    ['2026-11-24T15:00:00.000Z', 7, '2019-11-24T15:00:00.000Z'],
    ['2026-11-24T15:00:00.000Z', 10, '2016-11-24T15:00:00.000Z'],
    // Of 29 February 2020 everything is kept through 28 February 2027 …
    ['2027-02-28T14:59:59.999Z', 7, '2020-02-27T15:00:00.000Z'],
    // … and nothing from the first of March.
    ['2027-02-28T15:00:00.000Z', 7, '2020-02-29T15:00:00.000Z'],
    // On a 29 February what was written on 28 February has had its years.
    ['2028-02-28T15:00:00.000Z', 7, '2021-02-28T15:00:00.000Z'],
    ['2028-02-28T15:00:00.000Z', 10, '2018-02-28T15:00:00.000Z'],
  ])('at %s with %i years begins at %s', (now, years, since) => {
    expect(keptSince(new Date(now), years).toISOString()).toBe(since)
  })
})

describe('each night', () => {
  let world: World
  const written = '返品を受け付け、クロネコ側で取り消しました。'
  const why = 'クロネコでは売上のままです。'
  let reference: string
  beforeAll(async () => {
    world = await aWorld()
    await anOrder(world.db, world.shop, 'P1')
    await anOrder(world.db, world.otherShop, 'P2')
    // The last minute of 29 February 2028 in Tokyo, and the next day's first.
    const lastOfFebruary = { now: () => new Date('2028-02-29T14:59:59.000Z') }
    const firstOfMarch = { now: () => new Date('2028-02-29T15:00:00.000Z') }
    const at = (desk: Desk, clock: Desk['clock']) => ({ ...desk, clock })
    const row = aRow('P1', { reason: written, kuronekoStatus: 'other', kuronekoWords: '取消済みのはず' })
    reference = await filed(at(world.merchant, lastOfFebruary), world.shop, row)
    await claim(at(world.agent, firstOfMarch), reference)
    await reject(at(world.agent, firstOfMarch), { reference, idempotencyKey: crypto.randomUUID(), note: why })
    await filed(at(world.otherMerchant, lastOfFebruary), world.otherShop, aRow('P2', { reason: written }))
  })
  afterAll(() => world.close())

  const night = (now: string) =>
    eraseExpired({ db: world.db, clock: { now: () => new Date(now) }, actor: null, via: 'job' })

  async function faults() {
    const found: unknown[] = []
    await verifyLog(world.db, (fault) => found.push(fault))
    return found
  }

  it('is a shop set to ten years, once, with an event', async () => {
    expect(await setRetention(world.auditor, world.otherShop, 10)).toEqual({
      ok: false,
      refusal: 'not_found',
    })
    expect(await setRetention(world.admin, world.otherShop, 10)).toMatchObject({ ok: true, changed: true })
    expect(await setRetention(world.admin, world.otherShop, 10)).toMatchObject({ ok: true, changed: false })
    const events = await world.db.orderEvent.findMany({ where: { action: 'shop.retention_set' } })
    expect(events.map(({ text }) => JSON.parse(text).details)).toEqual([{ years_before: 7, years_after: 10 }])
  })

  it('nothing goes before its day is over in Tokyo', async () => {
    expect(await night('2035-02-28T14:59:59.999Z')).toBe(0)
  })

  it('goes what has had its seven years, copies too, and tells of it by itself', async () => {
    expect(await night('2035-02-28T15:00:00.000Z')).toBe(1)
    const request = await world.db.correctionRequest.findUniqueOrThrow({ where: { reference } })
    expect([request.reason, request.claimWords]).toEqual([null, null])
    const history = await orderHistory(world.agent, 'P1', { shop: 'hananoya' })
    const events = history?.kind === 'history' ? history.events : []
    const of = (action: string) => events.find(({ told }) => told?.action === action)
    expect(events[0]?.told).toMatchObject({
      ...{ action: 'audit.words_erased', actor: null, via: 'job' },
      details: { seqs: String(of('correction.filed')?.seq), count: 1 },
    })
    expect(of('correction.filed')?.told).toMatchObject({ words: null, erased: true })
    expect(of('correction.rejected')?.told).toMatchObject({ words: why })
    expect(await faults()).toEqual([])
  })

  it('goes the same day once only', async () => {
    expect(await night('2035-02-28T15:00:00.000Z')).toBe(0)
  })

  it('goes the rest a day later, and where ten years were set after ten', async () => {
    expect(await night('2035-03-01T15:00:00.000Z')).toBe(1)
    const decision = await world.db.decision.findFirstOrThrow({ where: { request: { reference } } })
    expect([decision.note, decision.noteErased]).toEqual([null, true])
    expect(await night('2038-02-28T14:59:59.999Z')).toBe(0)
    expect(await night('2038-02-28T15:00:00.000Z')).toBe(1)
    expect(await faults()).toEqual([])
  })

  it('goes no more than may, oldest first, until it is told to stop', async () => {
    await anOrder(world.db, world.shop, 'P3')
    await anOrder(world.db, world.shop, 'P4')
    await filed(world.merchant, world.shop, aRow('P3', { reason: 'ひとつめの経緯です' }))
    await filed(world.merchant, world.shop, aRow('P4', { reason: 'ふたつめの経緯です' }))
    const parts = {
      db: world.db,
      clock: { now: () => new Date('2050-01-01') },
      actor: null,
      via: 'job',
    } as const
    expect(await eraseExpired(parts, { signal: AbortSignal.abort() })).toBe(0)
    expect(await eraseExpired(parts, { most: 1 })).toBe(1)
    const left = await world.db.correctionRequest.findMany({ where: { reason: { not: null } } })
    expect(left.map(({ number }) => number)).toEqual(['P4'])
    expect(await eraseExpired(parts)).toBe(1)
    expect(await faults()).toEqual([])
  })
})
