import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import pg from 'pg'
import type { Parts } from '~/jobs/parts.server'
import type { RunningDatabase } from '~/platform/boot.server'
import { createServer } from '~/platform/server.server'
import { createApp } from '~/routes/app.server'
import { verifyPage } from '~/routes/verify.server'
import type { FrontDoor } from './front-door'
import type { Shutdown } from './shutdown'

/** Puts the application behind the door. */
export async function serve(
  parts: Parts,
  database: Pick<RunningDatabase, 'appDatabaseUrl'>,
  buildFolder: string,
  door: FrontDoor,
  shutdown: Shutdown,
): Promise<void> {
  const { config, log: logger } = parts
  const build: ServerBuild = await import(pathToFileURL(join(buildFolder, 'server/index.js')).href)
  const app = createApp(parts)
  const health = healthPool(database.appDatabaseUrl)
  shutdown.onEnd(() => health.end())
  const server = createServer({
    config,
    build,
    clientFolder: join(buildFolder, 'client'),
    getLoadContext: app.getLoadContext,
    verifyPage: await verifyPage(join(buildFolder, 'verify/index.html'), app.publicKeys, logger),
    checkHealth: async () => void (await health.query('SELECT 1')),
    logger,
  })
  shutdown.onEnd(() => door.close())
  shutdown.onEnd(() => app.endDownloads())
  door.open(server)
}

/** A connection of its own, so that a desk that uses all of the others does not look ill. */
function healthPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 1, connectionTimeoutMillis: 2_000, query_timeout: 2_000 })
  // An idle connection that breaks is simply replaced at the next check.
  pool.on('error', () => {})
  return pool
}
