import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seal } from '~/audit/seal/sealer.server'
import { auditArchive, auditRestore } from '~/cli/audit-archive'
import { type Database, openAsOwner } from '~/platform/database.server'
import { anOrder, aWorld, type World } from '../audit/world'
import { terminal } from './terminal'

let world: World
let db: Database
let folder: string
const clock = { now: () => new Date('2026-11-25T00:00:00.000Z') }

beforeAll(async () => {
  world = await aWorld()
  db = openAsOwner(world.ownerUrl)
  folder = await mkdtemp(join(tmpdir(), 'mitame-archive-'))
  await anOrder(world.db, world.shop, 'P1', { orderedAt: new Date('2019-01-10T00:00:00.000Z') })
  await seal({ db: world.db, clock, secret: 'the secret of the desk under test', origin: null })
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await db.$disconnect()
  await world.close()
})

async function run(command: typeof auditArchive, line: string[]) {
  const at = terminal()
  const code = await command(line, { ...at, clock, withOwner: (_env, work) => work(db) })
  return { code, ...at.written }
}

it('moves a month into a file and reads it back', async () => {
  const archived = await run(auditArchive, ['2019-01', '--to', folder, '--json'])
  const file = join(folder, 'mitame-audit-2019-01.jsonl.gz')
  expect(JSON.parse(archived.out)).toMatchObject({ month: '2019-01', events: 1, file })
  const restored = await run(auditRestore, [file])
  expect(restored).toMatchObject({ code: 0, err: '' })
  expect(restored.out).toContain('2019-01 の記録 1件を読み戻しました。')
  await expect(run(auditRestore, [file])).rejects.toThrow('すでに読み戻されています')
})

it.each([
  [['2019-13', '--to', '.'], 2, 'YYYY-MM'],
  [['2019-02'], 2, '--to'],
  [['2019-02', '--to', '/nowhere'], 1, 'フォルダーがありません'],
  [['2019-02', '--to', '.'], 1, 'この月の記録はありません'],
  [['2026-11', '--to', '.', '--even-younger'], 1, '12か月'],
])('refuses %s', async (line, exitCode, words) => {
  await expect(run(auditArchive, line)).rejects.toMatchObject({
    exitCode,
    message: expect.stringContaining(words),
  })
})
