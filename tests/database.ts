import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type Database, openDatabase } from '~/platform/database.server'
import { TEMPLATE } from './database-server'

export type TestDatabase = {
  /** Works as `mitame_app`, like the product. */
  appUrl: string
  /** May do anything; for looking behind the product's back. */
  ownerUrl: string
  drop(): Promise<void>
}

/**
 * An own, migrated, otherwise empty database. Make one per test file and drop it when done:
 * `beforeAll(async () => { database = await createTestDatabase() })`, `afterAll(() => database.drop())`.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  return createFrom(TEMPLATE)
}

/** The same, opened as the product opens it; `close` also drops it. */
export async function testDatabase(): Promise<TestDatabase & { db: Database; close(): Promise<void> }> {
  const database = await createTestDatabase()
  const db = openDatabase(database.appUrl)
  return {
    ...database,
    db,
    async close() {
      await db.$disconnect()
      await database.drop()
    },
  }
}

/** A database without a single table, for tests of the migrations themselves. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return createFrom('template0')
}

async function createFrom(template: string): Promise<TestDatabase> {
  const server = inject('databaseServer')
  const name = `test_${randomBytes(6).toString('hex')}`
  const maintain = (sql: string) => execute(server.ownerUrl.replace('{database}', 'postgres'), sql)
  await maintain(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  return {
    appUrl: server.appUrl.replace('{database}', name),
    ownerUrl: server.ownerUrl.replace('{database}', name),
    drop: () => maintain(`DROP DATABASE ${name} WITH (FORCE)`),
  }
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
