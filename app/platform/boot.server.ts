import pg from 'pg'
import type { Config } from './config.server'
import { type EmbeddedServer, embeddedUrls, startEmbedded } from './embedded.server'
import { homeHolder } from './home.server'
import { migrate } from './migrate.server'

const DATABASE = 'mitame'
const APP_ROLE = 'mitame_app'

export type RunningDatabase = {
  embedded: boolean
  /** For the app itself: works as `mitame_app`. */
  appDatabaseUrl: string
  /** For migrations and the command line's maintenance. */
  ownerDatabaseUrl: string
  /** Settles when an embedded server has ended, asked or not; never for an external one. */
  ended: Promise<void>
  stop(): Promise<void>
}

/**
 * Starts or reaches the database that the configuration names and brings it up to date. The caller holds the
 * home (`claimHome`). Throws `StartRefused`.
 */
export async function bootDatabase(
  config: Pick<Config, 'home' | 'database'>,
  { durable = true, migrationsFolder }: { durable?: boolean; migrationsFolder?: string } = {},
): Promise<RunningDatabase> {
  if (config.database) {
    const { url, ownerUrl } = config.database
    await migrate(ownerUrl, migrationsFolder)
    await inTurn(ownerUrl, async () => {
      await makeMonths(ownerUrl)
      await letOwnerActAsApp(ownerUrl)
    })
    return external(asAppRole(url), ownerUrl, false)
  }
  const server = await startEmbedded({ home: config.home, durable })
  try {
    await prepareDatabase(server, DATABASE, migrationsFolder)
    await makeMonths(server.ownerUrl(DATABASE))
    return {
      embedded: true,
      appDatabaseUrl: server.appUrl(DATABASE),
      ownerDatabaseUrl: server.ownerUrl(DATABASE),
      ended: server.ended,
      stop: server.stop,
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** The database of a Mitame that already runs, for commands beside it; `null` where none runs here. */
export async function joinDatabase(
  config: Pick<Config, 'home' | 'database'>,
): Promise<RunningDatabase | null> {
  if (config.database) return external(asAppRole(config.database.url), config.database.ownerUrl, false)
  if (!(await homeHolder(config.home))) return null
  const urls = await embeddedUrls(config.home)
  return urls && external(urls.appUrl(DATABASE), urls.ownerUrl(DATABASE), true)
}

function external(appDatabaseUrl: string, ownerDatabaseUrl: string, embedded: boolean): RunningDatabase {
  return {
    embedded,
    appDatabaseUrl,
    ownerDatabaseUrl,
    ended: new Promise(() => {}),
    stop: async () => {},
  }
}

/** Every connection made with this address works as `mitame_app`, whoever logs in. */
export function asAppRole(url: string): string {
  const address = new URL(url)
  const options = address.searchParams.get('options')
  address.searchParams.set('options', [options, `-c role=${APP_ROLE}`].filter(Boolean).join(' '))
  // psql takes a plus sign for itself, not for a space.
  address.search = address.search.replaceAll('+', '%20')
  return address.href
}

/** Makes the database of this name unless it is there, brings it up to date and lets the app in. */
export async function prepareDatabase(
  server: EmbeddedServer,
  name: string,
  migrationsFolder?: string,
): Promise<void> {
  await withClient(server.ownerUrl('postgres'), async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`)
  })
  await migrate(server.ownerUrl(name), migrationsFolder)
  await letAppLogIn(server.ownerUrl(name), server.appPassword)
}

/** The embedded server's app role gets a login of its own; its password is kept in the home. */
async function letAppLogIn(ownerUrl: string, password: string): Promise<void> {
  await withClient(ownerUrl, (client) =>
    client.query(`ALTER ROLE ${APP_ROLE} LOGIN PASSWORD ${pg.escapeLiteral(password)}`),
  )
}

/** The audit log's partitions for the months around now; a nightly job makes the later ones. */
async function makeMonths(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, (client) =>
    client.query(`SELECT make_event_months(now() - interval '3 months', now() + interval '2 months')`),
  )
}

/** Since PostgreSQL 16 making a role does not include the right to act as it. */
async function letOwnerActAsApp(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, (client) =>
    client.query(`DO $$ BEGIN
      IF NOT pg_has_role(current_user, '${APP_ROLE}', 'SET') THEN
        GRANT ${APP_ROLE} TO CURRENT_USER WITH SET TRUE, INHERIT FALSE;
      END IF;
    END $$`),
  )
}

/** Of the processes that start at the same time on a database, one prepares it after the other. */
export async function inTurn<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  return withClient(ownerUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock(hashtextextended('mitame start', 0))")
    return work(client)
  })
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
