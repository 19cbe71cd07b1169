import type { PgBoss } from 'pg-boss'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { file } from '~/corrections/file.server'
import { askKuronekoJob, NoAnswerYet } from '~/jobs/ask-kuroneko.server'
import { jobsOf, openBoss } from '~/jobs/boss.server'
import { work } from '~/jobs/work.server'
import { createLogger } from '~/platform/log.server'
import type { Desk } from '~/staff/desk.server'
import { anOrder, aRow, aWorld, type World } from '../audit/world'
import { answered } from '../kuroneko-double'

let world: World
let boss: PgBoss
let merchant: Desk
beforeAll(async () => {
  world = await aWorld()
  boss = await openBoss(world.appUrl, createLogger('error'))
  merchant = { ...world.merchant, jobs: jobsOf(boss) }
})
afterAll(async () => {
  await boss.stop({ timeout: 1_000 })
  await world.close()
})

const silent = (number: string) => world.kuroneko.answers.set(number, { kind: 'unknown', reason: 'timeout' })
const asker = () => ({ ...world.merchant, actor: null, via: 'job' as const })
const waitingFor = (orderId: string) => boss.findJobs('ask-kuroneko', { key: orderId, queued: true })
const fileOne = (number: string) =>
  file(merchant, { shopId: world.shop, rows: [aRow(number)], idempotencyKey: crypto.randomUUID() })
const verdictOf = async (orderId: string) =>
  (await world.db.correctionRequest.findFirstOrThrow({ where: { orderId } })).verdict

describe('a question that Kuroneko left unanswered while filing', () => {
  it('waits in the queue, once per order, and only where there is no answer', async () => {
    const asked = await anOrder(world.db, world.shop, 'J1', {}, null)
    const known = await anOrder(world.db, world.shop, 'J2')
    silent('J1')
    expect(await fileOne('J1')).toMatchObject({ ok: true })
    expect(await fileOne('J2')).toMatchObject({ ok: true })
    const jobs = jobsOf(boss)
    await world.db.$transaction((tx) => jobs.send(tx, { name: 'ask-kuroneko', data: { orderId: asked } }))
    expect(await waitingFor(asked)).toHaveLength(1)
    expect(await waitingFor(known)).toHaveLength(0)
  })

  it('is gone with the transaction that it came with', async () => {
    const orderId = await anOrder(world.db, world.shop, 'J3', {}, null)
    const jobs = jobsOf(boss)
    const failing = world.db.$transaction(async (tx) => {
      await jobs.send(tx, { name: 'ask-kuroneko', data: { orderId } })
      throw new Error('filing failed')
    })
    await expect(failing).rejects.toThrow('filing failed')
    expect(await waitingFor(orderId)).toHaveLength(0)
  })

  it('is asked again until there is an answer, without telling the log of each silence', async () => {
    const orderId = await anOrder(world.db, world.shop, 'J4', {}, null)
    silent('J4')
    await fileOne('J4')
    expect(await verdictOf(orderId)).toBe('look')
    const asks = () => world.db.evidence.count({ where: { orderId } })
    const before = await asks()
    await expect(askKuronekoJob(asker(), { orderId })).rejects.toThrow(NoAnswerYet)
    await expect(askKuronekoJob(asker(), { orderId })).rejects.toThrow(NoAnswerYet)
    expect(await asks()).toBe(before)
    world.kuroneko.answers.set('J4', answered(31))
    await askKuronekoJob(asker(), { orderId })
    expect(await asks()).toBe(before + 1)
    expect(await verdictOf(orderId)).toBe('no')
  })

  it('is not asked where nobody waits for the answer any more', async () => {
    const orderId = await anOrder(world.db, world.shop, 'J5', {}, null)
    await askKuronekoJob(asker(), { orderId })
    expect(world.kuroneko.asked).not.toContain('J5')
  })

  it('is taken up by the worker, and the request has its verdict', async () => {
    const orderId = await anOrder(world.db, world.shop, 'J6', {}, null)
    silent('J6')
    await fileOne('J6')
    world.kuroneko.answers.set('J6', answered(31))
    const { db, clock, kuroneko } = world
    await work(boss, { db, clock, kuroneko, jobs: merchant.jobs, stopping: new AbortController().signal })
    await vi.waitFor(async () => expect(await verdictOf(orderId)).toBe('no'), { timeout: 10_000 })
    expect(await waitingFor(orderId)).toHaveLength(0)
  })
})
