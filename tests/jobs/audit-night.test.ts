import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditNightJob } from '~/jobs/audit-night.server'
import { filed } from '../audit/errands'
import { anOrder, aRow, aWorld, type World } from '../audit/world'

let world: World
beforeAll(async () => {
  world = await aWorld()
  await anOrder(world.db, world.shop, 'P1')
  await filed(world.merchant, world.shop, aRow('P1'))
})
afterAll(() => world.close())

it('makes the months to come and erases what is no longer kept', async () => {
  const clock = { now: () => new Date('2040-12-24T00:00:00Z') }
  const parts = { db: world.db, clock, actor: null, via: 'job' } as const
  await auditNightJob(parts, new AbortController().signal)
  await auditNightJob(parts, new AbortController().signal)
  const months = await world.db.$queryRaw`
    SELECT relname::text FROM pg_class WHERE relkind = 'r' AND relname LIKE 'order_event_204%' ORDER BY 1`
  expect(months).toEqual([
    { relname: 'order_event_2040_12' },
    { relname: 'order_event_2041_01' },
    { relname: 'order_event_2041_02' },
  ])
  expect(await world.db.correctionRequest.count({ where: { reason: null } })).toBe(1)
  expect(await world.db.orderEvent.count({ where: { action: 'audit.words_erased' } })).toBe(1)
})
