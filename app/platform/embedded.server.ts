import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, mkdir, open, readdir, readFile, rename, rm, stat, truncate } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { z } from 'zod'
import { type Postmaster, startPostmaster, stopLeftOver } from './embedded/postmaster.server'
import {
  type Account,
  makePlace,
  type ServerFiles,
  serverAccount,
  serverFiles,
} from './embedded/server-files.server'
import { makeHome, writePrivately } from './home.server'
import { StartRefused } from './refused.server'

const OWNER = 'mitame_owner'
const APP_ROLE = 'mitame_app'
const LARGEST_LOG = 1_000_000

const record = z.object({
  place: z.string(),
  port: z.number(),
  ownerPassword: z.string(),
  appPassword: z.string(),
})
/** What `MITAME_HOME/database.json` remembers of the embedded server. */
type Record = z.infer<typeof record>

export type EmbeddedServer = {
  pid: number
  port: number
  appPassword: string
  /** Whether this start made the database files. */
  isNew: boolean
  ownerUrl(database: string): string
  appUrl(database: string): string
  /** Settles when the server has ended, asked or not. */
  ended: Promise<void>
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL of this home, making it first where there is none. Whatever an earlier start left half
 * done is mended. The caller holds the home (`claimHome`). Throws `StartRefused`.
 */
export async function startEmbedded(options: { home: string; durable: boolean }): Promise<EmbeddedServer> {
  const { home } = options
  await makeHome(home)
  const account = serverAccount()
  const known = (await readRecord(home)) ?? (await newRecord(home, account))
  const files = await serverFiles(known.place, account)
  const dataFolder = join(known.place, 'data')
  await removeHalfMade(known.place)
  await stopLeftOver(dataFolder)
  const isNew = await initialise(known, files, account, options.durable)
  await checkVersion(dataFolder, files.major)
  const logFile = join(home, 'postgres.log')
  if ((await sizeOf(logFile)) > LARGEST_LOG) await truncate(logFile)

  const start = async (port: number) =>
    startPostmaster({ files, account, dataFolder, logFile, port, durable: options.durable })
  const { postmaster, port } = await startOnFreePort(known.port, logFile, start)
  if (port !== known.port) await saveRecord(home, { ...known, port })
  return {
    ...urls({ ...known, port }),
    pid: postmaster.pid,
    port,
    appPassword: known.appPassword,
    isNew,
    ended: postmaster.ended,
    stop: postmaster.stop,
  }
}

/** Where the running server of this home is reached; `null` where there never was one. */
export async function embeddedUrls(home: string): Promise<ReturnType<typeof urls> | null> {
  const known = await readRecord(home)
  return known && urls(known)
}

function urls(known: Record) {
  const at = (user: string, password: string, database: string) =>
    `postgresql://${user}:${password}@127.0.0.1:${known.port}/${database}`
  return {
    ownerUrl: (database: string) => at(OWNER, known.ownerPassword, database),
    appUrl: (database: string) => at(APP_ROLE, known.appPassword, database),
  }
}

async function readRecord(home: string): Promise<Record | null> {
  const text = await readFile(join(home, 'database.json'), 'utf8').catch(() => null)
  return text === null ? null : record.parse(JSON.parse(text))
}

async function newRecord(home: string, account: Account): Promise<Record> {
  const made: Record = {
    place: await makePlace(home, account),
    port: await freePort(),
    ownerPassword: randomBytes(24).toString('base64url'),
    appPassword: randomBytes(24).toString('base64url'),
  }
  if ((await sizeOf(join(made.place, 'data'))) > 0) {
    throw new StartRefused(
      'database_failed',
      `${home}/database.json がないため、${made.place} のデータベースに入れません。控えから戻してください。`,
      `${home}/database.json, which holds the passwords of the database in ${made.place}, is gone. Please restore it.`,
    )
  }
  await saveRecord(home, made)
  return made
}

function saveRecord(home: string, known: Record): Promise<void> {
  return writePrivately(join(home, 'database.json'), JSON.stringify(known, null, 2))
}

async function removeHalfMade(place: string): Promise<void> {
  const names = await readdir(place).catch(() => [])
  for (const name of names.filter((name) => name.includes('.new-'))) {
    await rm(join(place, name), { recursive: true, force: true })
  }
}

/** Makes the database files under another name first: `data` exists only when complete. */
async function initialise(
  known: Record,
  files: ServerFiles,
  account: Account,
  durable: boolean,
): Promise<boolean> {
  const dataFolder = join(known.place, 'data')
  if ((await sizeOf(dataFolder)) > 0) return false
  const draft = `${dataFolder}.new-${process.pid}`
  const passwordFile = join(known.place, `password.new-${process.pid}`)
  await mkdir(known.place, { recursive: true, mode: 0o700 })
  await mkdir(draft, { mode: 0o700 })
  await writePasswordFile(passwordFile, known.ownerPassword, account)
  if (account) await chown(draft, account.uid, account.gid)
  // pg_trgm asks the C library which characters are letters, so its locale must know Japanese ones too.
  const locale = { linux: 'C.UTF-8', darwin: 'en_US.UTF-8' }[process.platform as string] ?? 'C'
  const flags = [
    `--pgdata=${draft}`,
    `--username=${OWNER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    `--locale=${locale}`,
    '--lc-messages=C',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ]
  try {
    await promisify(execFile)(files.initdb, flags, { ...account, cwd: known.place })
  } catch (cause) {
    throw databaseFailed(`initdb: ${cause instanceof Error ? cause.message : cause}`, cause)
  }
  await rm(passwordFile)
  await rename(draft, dataFolder)
  await syncFolder(known.place)
  return true
}

async function writePasswordFile(path: string, password: string, account: Account): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  await file.writeFile(`${password}\n`)
  if (account) await file.chown(account.uid, account.gid)
  await file.close()
}

async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path)
  await folder.sync()
  await folder.close()
}

async function checkVersion(dataFolder: string, major: number): Promise<void> {
  const found = Number((await readFile(join(dataFolder, 'PG_VERSION'), 'utf8').catch(() => '0')).trim())
  if (found === major) return
  if (found === 0) throw databaseFailed(`${dataFolder} is not a database folder`)
  throw new StartRefused(
    found > major ? 'newer_database' : 'older_database',
    `データベースは PostgreSQL ${found} のもので、この Mitame の PostgreSQL ${major} では開けません。`,
    `The database in ${dataFolder} belongs to PostgreSQL ${found}; this Mitame brings PostgreSQL ${major}.`,
  )
}

/** Tries the remembered port first; a server that met a port taken at the last moment gets another. */
async function startOnFreePort(
  remembered: number,
  logFile: string,
  start: (port: number) => Promise<Postmaster | null>,
): Promise<{ postmaster: Postmaster; port: number }> {
  let said = ''
  for (let attempt = 0; attempt < 20; attempt++) {
    const port = attempt < 3 && (await isFree(remembered)) ? remembered : await freePort()
    const before = await sizeOf(logFile)
    const postmaster = await start(port)
    if (postmaster) return { postmaster, port }
    said = (await readFile(logFile)).subarray(before).toString().trim()
    // After a crash the last backends may hold the shared memory for a moment longer.
    if (!/could not bind|could not create any TCP|is still in use/.test(said)) break
    await pause(250)
  }
  throw databaseFailed(said)
}

function databaseFailed(details: string, cause?: unknown): StartRefused {
  return new StartRefused(
    'database_failed',
    '組み込みデータベースを起動できません。',
    `The embedded database does not start.\n${details}`,
    { cause },
  )
}

function isFree(port: number): Promise<boolean> {
  return freePort(port).then(
    () => true,
    () => false,
  )
}

/** A free loopback port; with a number, that one, or a rejection when it is taken. */
function freePort(port = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject()))
    })
  })
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => null)
  if (!found) return 0
  return found.isDirectory() ? 1 : found.size
}
