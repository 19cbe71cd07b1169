import { loadConfig } from '~/platform/config.server'
import { claimHome } from '~/platform/home.server'
import { StartRefused } from '~/platform/refused.server'
import { holdPort } from './start/front-door'
import { step } from './start/progress'
import { roleOf } from './start/role'
import { type DemoKuroneko, requireKuroneko, startDemoKuroneko } from './start/sandbox'
import { prepareShutdown, type Shutdown } from './start/shutdown'
import { startersOf, whenAnyGone } from './start/starters'
import { findWebBuild, makeWebBuild } from './start/web-build'

/** `npm start`. What takes long to load is imported only when its turn comes. */
async function start(shutdown: Shutdown): Promise<void> {
  const config = await loadConfig(process.env)
  requireKuroneko(config)
  const role = roleOf(process.argv.slice(2), config)
  const starters = startersOf(process.env)
  const claim = await claimHome(config.home, starters)
  shutdown.onEnd(() => claim.release())
  whenAnyGone(starters, () => void shutdown.end(0))
  const door = role === 'worker' ? null : await holdPort(config)
  shutdown.onEnd(async () => door?.close())
  const kuroneko = config.database ? null : await startDemoKuroneko(config)
  shutdown.onEnd(async () => kuroneko?.sandbox?.close())

  const database = await step('データベース / database', async () => {
    const { bootDatabase } = await import('~/platform/boot.server')
    const booted = await bootDatabase(config)
    shutdown.onEnd(() => booted.stop())
    const { prepareJobs } = await import('~/jobs/schema.server')
    await prepareJobs(booted.ownerDatabaseUrl)
    return booted
  })
  void database.ended.then(() => databaseLost(shutdown))

  if (kuroneko)
    await step('デモデータ / demo data', () => loadDemoData(database.appDatabaseUrl, config.secret, kuroneko))
  const folder = door && (await webBuild(shutdown))
  await step(door ? 'サーバー / server' : 'ジョブ / jobs', async () => {
    const kuronekoUrl = kuroneko?.sandbox?.protocolUrl ?? config.kuronekoUrl
    const { openParts, closeParts } = await import('~/jobs/parts.server')
    const own = { ...config, kuronekoUrl, port: door?.port ?? config.port }
    const parts = await openParts(own, database.appDatabaseUrl, role !== 'web')
    shutdown.onEnd(() => closeParts(parts))
    if (role !== 'web') {
      const { startWorker } = await import('~/jobs/worker.server')
      shutdown.onEnd(await startWorker(parts))
    }
    if (!door || !folder) return
    const { serve } = await import('./start/serve')
    await serve(parts, database, folder, door, shutdown)
  })
  if (door) await claim.announce(door.url)
  const { printWelcome } = await import('./start/welcome')
  printWelcome(door?.url ?? null, database.embedded, kuroneko?.sandbox?.url)
}

async function webBuild(shutdown: Shutdown): Promise<string> {
  const { folder, exists } = await findWebBuild()
  if (!exists) await step('画面のビルド / build', () => makeWebBuild(folder, shutdown))
  return folder
}

async function loadDemoData(appUrl: string, secret: string, { store }: DemoKuroneko): Promise<void> {
  const { openDatabase } = await import('~/platform/database.server')
  const { loadDemo } = await import('./demo/load.server')
  const { loadDemoBuying } = await import('./demo/buying.server')
  const db = openDatabase(appUrl, 1)
  try {
    await loadDemo(db, store)
    await loadDemoBuying(db, secret)
  } finally {
    await db.$disconnect()
  }
}

function databaseLost(shutdown: Shutdown): void {
  if (shutdown.ending) return
  console.error(
    '\n✗ データベースが止まりました。Mitame を終了します。\n  The database has stopped; so does Mitame.',
  )
  void shutdown.end(1)
}

const shutdown = prepareShutdown()
try {
  await start(shutdown)
} catch (error) {
  // A shutdown under way pulls the ground from under what is still starting.
  if (!shutdown.ending) {
    console.error(error instanceof StartRefused ? `\n✗ ${error.message.replaceAll('\n', '\n  ')}\n` : error)
    await shutdown.end(1)
  }
}
