import { bootDatabase, joinDatabase, type RunningDatabase } from '~/platform/boot.server'
import { type Config, loadConfig } from '~/platform/config.server'
import { type Database, openAsOwner, openDatabase } from '~/platform/database.server'
import { claimHome } from '~/platform/home.server'
import type { Terminal } from './command'

/**
 * Works on the database that the environment names. The embedded one is started for as long as the command takes
 * where no Mitame of this home runs. Throws `StartRefused`.
 */
export async function withDatabase<T>(env: Terminal['env'], work: (db: Database) => Promise<T>): Promise<T> {
  const config = await loadConfig(env)
  return withRunning(config, async ({ appDatabaseUrl }) => {
    const db = openDatabase(appDatabaseUrl, 1)
    try {
      return await work(db)
    } finally {
      await db.$disconnect()
    }
  })
}

/** The same as the database's owner, who may move whole tables. */
export async function withOwner<T>(env: Terminal['env'], work: (db: Database) => Promise<T>): Promise<T> {
  const config = await loadConfig(env)
  return withRunning(config, async ({ ownerDatabaseUrl }) => {
    const db = openAsOwner(ownerDatabaseUrl)
    try {
      return await work(db)
    } finally {
      await db.$disconnect()
    }
  })
}

/** The same for what needs more than one connection as the app. */
export async function withRunning<T>(
  config: Config,
  work: (database: RunningDatabase) => Promise<T>,
): Promise<T> {
  const running = config.database ? await bootDatabase(config) : await joinDatabase(config)
  if (running) return work(running)
  const claim = await claimHome(config.home)
  try {
    const started = await bootDatabase(config)
    try {
      return await work(started)
    } finally {
      await started.stop()
    }
  } finally {
    await claim.release()
  }
}
