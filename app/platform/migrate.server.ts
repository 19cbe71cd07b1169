import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { StartRefused } from './refused.server'

export const MIGRATIONS = join(import.meta.dirname, '../../prisma/migrations')

/** Any number that no other user of the database takes: "mitame" in ASCII. */
const MIGRATION_LOCK = 0x6d_69_74_61_6d_65

/** Prisma's own table, so that its tools agree on what was applied (checksum: SHA-256 of the script). */
const MIGRATIONS_TABLE = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum VARCHAR(64) NOT NULL,
    finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL,
    logs TEXT,
    rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`

type Migration = { name: string; script: string; checksum: string }

/**
 * Applies what `prisma/migrations` has and the database has not, oldest first, and returns the names. Each
 * script and its entry in `_prisma_migrations` are one transaction, so being killed leaves no half of one.
 * Other processes that start at the same time wait. Throws `StartRefused`.
 */
export async function migrate(ownerUrl: string, folder = MIGRATIONS): Promise<string[]> {
  const migrations = await readMigrations(folder)
  return withOwner(ownerUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    await client.query(MIGRATIONS_TABLE)
    const missing = await compare(client, migrations)
    for (const migration of missing) await apply(client, migration)
    return missing.map(({ name }) => name)
  })
}

/** The names of migrations that the database has not seen yet. Changes nothing. Throws `StartRefused`. */
export async function pendingMigrations(ownerUrl: string, folder = MIGRATIONS): Promise<string[]> {
  const migrations = await readMigrations(folder)
  return withOwner(ownerUrl, async (client) => {
    const table = await client.query("SELECT to_regclass('_prisma_migrations') AS found")
    const missing = table.rows[0].found ? await compare(client, migrations) : migrations
    return missing.map(({ name }) => name)
  })
}

export async function readMigrations(folder = MIGRATIONS): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  return Promise.all(
    names.sort().map(async (name) => {
      const script = await readFile(join(folder, name, 'migration.sql'), 'utf8')
      return { name, script, checksum: createHash('sha256').update(script).digest('hex') }
    }),
  )
}

async function compare(client: pg.Client, migrations: Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ migration_name: string; checksum: string; finished: boolean }>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  )
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  const newer = rows.filter((row) => !known.has(row.migration_name)).map((row) => row.migration_name)
  if (newer.length > 0) {
    throw new StartRefused(
      'newer_database',
      'データベースはより新しい Mitame のものです。Mitame を更新してください。',
      `The database belongs to a newer Mitame; please update this one. Unknown here: ${newer.join(', ')}`,
    )
  }
  for (const row of rows) {
    if (!row.finished)
      throw migrationFailed(row.migration_name, 'An earlier attempt by another tool did not finish.')
    if (row.checksum !== known.get(row.migration_name)?.checksum) {
      throw migrationFailed(row.migration_name, 'Its script was changed after this database had applied it.')
    }
  }
  const applied = new Set(rows.map((row) => row.migration_name))
  return migrations.filter((migration) => !applied.has(migration.name))
}

async function apply(client: pg.Client, { name, script, checksum }: Migration): Promise<void> {
  try {
    await client.query('BEGIN')
    await client.query(script)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => {})
    throw migrationFailed(name, cause instanceof Error ? cause.message : String(cause), cause)
  }
}

function migrationFailed(name: string, details: string, cause?: unknown): StartRefused {
  return new StartRefused(
    'migration_failed',
    `データベースの更新 ${name} に失敗しました。データは元のままです。`,
    `The migration ${name} cannot be applied; the data is as before. ${details}`,
    { cause },
  )
}

/** Session state such as the lock and `search_path` ends with the connection. */
async function withOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
  } catch (cause) {
    throw new StartRefused(
      'database_unreachable',
      'データベースにつながりません。DATABASE_URL を確認してください。',
      `The database cannot be reached: ${cause instanceof Error ? cause.message : cause}`,
      { cause },
    )
  }
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
