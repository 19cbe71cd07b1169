import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CommandRefused } from '~/cli/command'
import { importCommand } from '~/cli/import'
import { type Database, openDatabase } from '~/platform/database.server'
import { createTestDatabase, type TestDatabase } from '../database'
import { csv, line, usualHeadings } from '../orders/import/files'
import { aShop } from '../orders/world'

let database: TestDatabase
let db: Database
let folder: string
let file: string

beforeAll(async () => {
  database = await createTestDatabase()
  db = openDatabase(database.appUrl)
  await aShop(db, 'hana')
  folder = await mkdtemp(join(tmpdir(), 'mitame-import-'))
  file = join(folder, '受注.csv')
  const lines = [usualHeadings, line('P1'), line('P2', { 決済ステータス: '売上済' })]
  await writeFile(file, iconv.encode(csv(lines), 'cp932'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await db.$disconnect()
  await database.drop()
})

async function run(...args: string[]) {
  let out = ''
  const code = await importCommand(args, {
    env: {},
    out: (text) => {
      out += text
    },
    err: () => {},
    input: async () => '',
    withDatabase: (_, work) => work(db),
  })
  return { code, out }
}

describe('mitame import', () => {
  test('says what is wrong where, and what a dry run would do', async () => {
    const { code, out } = await run(file, '--shop', 'hana', '--dry-run')
    expect(code).toBe(1)
    expect(out).toBe(
      '3行目「決済ステータス」 「売上済」という値は知られていません。「決済完了」ではありませんか。\n' +
        '新規 1、変更 0、変更なし 0、取り込めない 1\n',
    )
    expect(await db.order.count()).toBe(0)
  })

  test('imports, as nobody in particular, and answers programs', async () => {
    const { out } = await run(file, '--shop', 'hana', '--json')
    expect(JSON.parse(out)).toMatchObject({ ok: true, encoding: 'cp932', counts: { new: 1, refused: 1 } })
    const events = await db.orderEvent.findMany({ orderBy: { action: 'asc' } })
    expect(events.map(({ action, actorId, actorRole }) => [action, actorId, actorRole])).toEqual([
      ['order.received', null, 'system'],
      ['orders.imported', null, 'system'],
    ])
    expect(JSON.parse(events[0]?.text ?? '').via).toBe('cli')
  })

  test.each([
    [['--shop', 'hana'], 2],
    [['FILE'], 2],
    [['FILE', '--shop', 'hana', '--encoding', 'ebcdic'], 2],
    [['FILE', '--shop', 'nowhere'], 1],
    [['/no/such/file', '--shop', 'hana'], 1],
  ])('refuses %j', async (args, exitCode) => {
    const refused = await run(...args.map((arg) => (arg === 'FILE' ? file : arg))).catch((error) => error)
    expect(refused).toBeInstanceOf(CommandRefused)
    expect(refused.exitCode).toBe(exitCode)
  })
})
