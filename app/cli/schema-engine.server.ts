import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
} from '@prisma/driver-adapter-utils'
import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'
import { MIGRATIONS, readMigrations } from '~/platform/migrate.server'

const SCHEMA = join(MIGRATIONS, '../schema.prisma')
const { CHAR, BYTEA } = pg.types.builtins

/**
 * The SQL that leads from what the migrations make to what `schema.prisma` describes; empty where they agree.
 * Works in a database of its own on the owner's server. What Prisma's schema cannot express (triggers,
 * functions, roles, partial and expression indexes) is not compared.
 */
export async function schemaDrift(ownerUrl: string, schema?: string): Promise<string> {
  const content = schema ?? (await readFile(SCHEMA, 'utf8'))
  const files = [{ path: SCHEMA, content }]
  const { SchemaEngine } = await loadEngine()
  const adapter = bindMigrationAwareSqlAdapterFactory(adapterFactory(ownerUrl))
  const engine = await SchemaEngine.new({ datamodels: [[SCHEMA, content]] }, () => {}, adapter)
  try {
    const { stdout } = await engine.diff({
      from: { tag: 'migrations', ...(await migrationList()) },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    })
    return (stdout ?? '').replace('-- This is an empty migration.', '').trim()
  } finally {
    engine.free()
  }
}

let loaded: ReturnType<typeof instantiateEngine> | undefined

/** One per process: its glue keeps the instance in module state. */
function loadEngine() {
  loaded ??= instantiateEngine()
  return loaded
}

/** Prisma's schema engine as WebAssembly; its package leaves the instantiation to a bundler. */
async function instantiateEngine() {
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const file = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const code = await readFile(file.replace(/\.js$/, '.wasm'))
  const { instance } = await WebAssembly.instantiate(code, { './schema_engine_bg.js': engine })
  engine.__wbg_set_wasm(instance.exports)
  const begin = instance.exports.__wbindgen_start
  if (typeof begin === 'function') begin()
  return engine
}

async function migrationList(): Promise<MigrationList> {
  const migrations = await readMigrations()
  return {
    baseDir: MIGRATIONS,
    lockfile: {
      path: 'migration_lock.toml',
      content: await readFile(join(MIGRATIONS, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, script }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: script } },
    })),
  }
}

function adapterFactory(ownerUrl: string): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connect(ownerUrl),
    async connectToShadowDb() {
      const name = `mitame_shadow_${randomUUID().replaceAll('-', '')}`
      await once(ownerUrl, `CREATE DATABASE ${name}`)
      const url = new URL(ownerUrl)
      url.pathname = name
      const shadow = await connect(url.href)
      const dispose = shadow.dispose.bind(shadow)
      return Object.assign(shadow, {
        async dispose() {
          await dispose()
          await once(ownerUrl, `DROP DATABASE ${name} WITH (FORCE)`)
        },
      })
    },
  }
}

/** Prisma's adapter, except for two things that stand in the engine's way. */
async function connect(url: string): Promise<SqlDriverAdapter> {
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  const query = pool.query.bind(pool) as (config: pg.QueryArrayConfig) => Promise<pg.QueryArrayResult>
  // The adapter refuses the catalogue's one-byte "char". It passes as bytea, which no query of the engine has,
  // and is given its right type below.
  const queryCatalogue = async (config: pg.QueryArrayConfig) => {
    const result = await query(config)
    for (const field of result.fields) if (field.dataTypeID === CHAR) field.dataTypeID = BYTEA
    return result
  }
  const factory = new PrismaPg(Object.assign(pool, { query: queryCatalogue }), { disposeExternalPool: true })
  const adapter = await factory.connect()
  const queryRaw = adapter.queryRaw.bind(adapter)
  return Object.assign(adapter, {
    async queryRaw(statement: SqlQuery) {
      const result = await queryRaw(statement)
      const columnTypes = result.columnTypes.map((type) =>
        type === ColumnTypeEnum.Bytes ? ColumnTypeEnum.Character : type,
      )
      return { ...result, columnTypes }
    },
    // The adapter's own would cut a script at each semicolon, those inside function bodies included.
    async executeScript(script: string) {
      await once(url, script)
    },
  })
}

async function once(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(sql).finally(() => client.end())
}
