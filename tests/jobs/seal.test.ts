import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PgBoss } from 'pg-boss'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { latestCheckpoint } from '~/audit/seal/checkpoints.server'
import { sinksOf } from '~/audit/seal/copies.server'
import { openBoss } from '~/jobs/boss.server'
import { type SealParts, sealAtTheEnd, workSeals } from '~/jobs/seal.server'
import { createLogger } from '~/platform/log.server'
import { append } from '../audit/seal/append'
import { aLog, asOwner, type Log } from '../audit/seal/world'

let log: Log
let boss: PgBoss
let folder: string
let parts: SealParts
const errors: unknown[] = []
beforeAll(async () => {
  log = await aLog()
  boss = await openBoss(log.appUrl, createLogger('error'))
  folder = await mkdtemp(join(tmpdir(), 'mitame-'))
  const settings = { origin: null, webhook: null, mailTo: [], witnesses: [] }
  parts = {
    ...log.sealing,
    sinks: sinksOf({ ...settings, checkpointFile: join(folder, 'checkpoint') }, null),
    log: { warn: () => {}, error: (entry: unknown) => void errors.push(entry) },
  }
})
afterAll(async () => {
  await boss.stop({ timeout: 1_000 })
  await log.close()
  await rm(folder, { recursive: true })
})

const kept = () => readFile(join(folder, 'checkpoint'), 'utf8')

it('seals at the start what was left, sends it off, and comes back each minute', async () => {
  await append(log.db, 3)
  await workSeals(boss, parts, new AbortController().signal)
  await vi.waitFor(async () => expect(await kept()).toContain('\n3\n'), { timeout: 15_000 })
  expect((await latestCheckpoint(log.db))?.note).toBe(await kept())
  expect(await boss.getSchedules('seal')).toMatchObject([{ cron: '* * * * *' }])
})

it('seals what came last before the end, and speaks up where it cannot', async () => {
  await append(log.db, 2)
  await sealAtTheEnd(parts)
  expect(await kept()).toContain('\n5\n')
  expect(errors).toEqual([])
  await append(log.db, 1)
  await asOwner(log, 'DELETE FROM checkpoint')
  await sealAtTheEnd(parts)
  expect(errors).toEqual([{ error: expect.stringContaining('does not fit its newest checkpoint') }])
})
