import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { schemaDrift } from '~/cli/schema-engine.server'
import { MIGRATIONS, migrate, pendingMigrations, readMigrations } from '~/platform/migrate.server'
import { createEmptyDatabase, type TestDatabase } from '../database'

let database: TestDatabase
let folder: string

beforeEach(async () => {
  database = await createEmptyDatabase()
  folder = await mkdtemp(join(tmpdir(), 'mitame-migrations-'))
})
afterEach(async () => {
  await database.drop()
  await rm(folder, { recursive: true })
})

async function add(name: string, script: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true })
  await writeFile(join(folder, name, 'migration.sql'), script)
}

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(database.ownerUrl)
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}

test('the migrations lead an empty database to the present, once', async () => {
  const names = (await readMigrations()).map(({ name }) => name)
  expect(await pendingMigrations(database.ownerUrl)).toEqual(names)
  expect(await migrate(database.ownerUrl)).toEqual(names)
  expect(await pendingMigrations(database.ownerUrl)).toEqual([])
  expect(await migrate(database.ownerUrl)).toEqual([])
})

test('of two that start at once one applies them', async () => {
  const applied = await Promise.all([migrate(database.ownerUrl), migrate(database.ownerUrl)])
  expect(applied.flat()).toEqual((await readMigrations()).map(({ name }) => name))
})

test('bodies with semicolons are one statement', async () => {
  await add(
    '1_function',
    'CREATE FUNCTION one() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 1; END; $$;',
  )
  await migrate(database.ownerUrl, folder)
  expect(await query('SELECT one()')).toEqual([{ one: 1 }])
})

test('a database that a newer Mitame has changed is refused', async () => {
  await cp(MIGRATIONS, folder, { recursive: true })
  await add('29990101000000_later', 'CREATE TABLE later (n int)')
  await migrate(database.ownerUrl, folder)
  const refusal = { reason: 'newer_database', message: expect.stringContaining('29990101000000_later') }
  await expect(migrate(database.ownerUrl)).rejects.toMatchObject(refusal)
  await expect(pendingMigrations(database.ownerUrl)).rejects.toMatchObject(refusal)
})

test('a failing migration is named and leaves nothing behind', async () => {
  await add('1_good', 'CREATE TABLE good (n int)')
  await add('2_bad', 'CREATE TABLE half (n int); SELECT no_such_function()')
  await expect(migrate(database.ownerUrl, folder)).rejects.toMatchObject({
    reason: 'migration_failed',
    message: expect.stringMatching(/2_bad.*no_such_function/s),
  })
  expect(await query("SELECT to_regclass('good')::text AS good, to_regclass('half')::text AS half")).toEqual([
    { good: 'good', half: null },
  ])
  await add('2_bad', 'CREATE TABLE half (n int)')
  expect(await migrate(database.ownerUrl, folder)).toEqual(['2_bad'])
})

test('a script that was changed after it was applied is refused', async () => {
  await add('1_good', 'CREATE TABLE good (n int)')
  await migrate(database.ownerUrl, folder)
  await add('1_good', 'CREATE TABLE good (n bigint)')
  await expect(migrate(database.ownerUrl, folder)).rejects.toMatchObject({ reason: 'migration_failed' })
})

test('a database that cannot be reached is said so', async () => {
  const nowhere = database.ownerUrl.replace(/@[^/]+/, '@127.0.0.1:1')
  await expect(migrate(nowhere)).rejects.toMatchObject({ reason: 'database_unreachable' })
})

describe('schema.prisma and the migrations', () => {
  const serverUrl = inject('databaseServer').ownerUrl.replace('{database}', 'postgres')

  test('agree', async () => {
    expect(await schemaDrift(serverUrl)).toBe('')
  })

  test('are seen to differ where they do', async () => {
    const schema = await readFile(join(MIGRATIONS, '../schema.prisma'), 'utf8')
    const drift = await schemaDrift(serverUrl, `${schema}\nmodel Extra {\n  id Int @id\n}\n`)
    expect(drift).toMatch(/^-- CreateTable\nCREATE TABLE "Extra"/)
  })
})
