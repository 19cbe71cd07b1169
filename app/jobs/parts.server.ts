import type { PgBoss } from 'pg-boss'
import { createKuroneko, type Kuroneko } from '~/kuroneko/client.server'
import { systemClock } from '~/platform/clock'
import { type Config, kuronekoAddress } from '~/platform/config.server'
import { type Database, openDatabase } from '~/platform/database.server'
import { createLogger, type Logger } from '~/platform/log.server'
import type { Jobs } from '~/staff/desk.server'
import { closeBoss, jobsOf, openBoss } from './boss.server'

/** What pages and jobs both work with, built once per process. */
export type Parts = {
  config: Config
  /** Where people reach Mitame. */
  url: string
  db: Database
  log: Logger
  kuroneko: Kuroneko
  boss: PgBoss
  jobs: Jobs
}

/**
 * Opens them.
 * @param appUrl the database for the role `mitame_app`
 * @param works whether this process will work the queues, or only fills them
 */
export async function openParts(config: Config, appUrl: string, works: boolean): Promise<Parts> {
  const log = createLogger(config.logLevel)
  const boss = await openBoss(appUrl, log, works)
  return {
    ...{ config, url: config.publicUrl ?? addressOf(config), log, boss, jobs: jobsOf(boss) },
    db: openDatabase(appUrl),
    kuroneko: createKuroneko({ url: kuronekoAddress(config), clock: systemClock, log }),
  }
}

/** Closes them; jobs that are under way get a moment to end. */
export async function closeParts({ boss, kuroneko, db }: Parts): Promise<void> {
  await closeBoss(boss)
  await kuroneko.close()
  await db.$disconnect()
}

function addressOf({ host, port }: Config): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
