import { sealNow } from '~/audit/seal/sealer.server'
import { systemClock } from '~/platform/clock'
import { type Environment, loadConfig } from '~/platform/config.server'
import { type Database, openDatabase } from '~/platform/database.server'
import { CommandRefused } from '../command'
import { withRunning } from '../database.server'
import { demoShops } from '../demo/people'
import type { MadeAndSealed, Wanted } from './history'
import { makeHistory } from './history/generate.server'

/** Makes a history in the database that the environment names, up to now, and seals it. */
export async function makeWithConfig(
  env: Environment,
  wanted: Wanted,
  sure: boolean,
  onProgress: (written: number) => void,
): Promise<MadeAndSealed> {
  const config = await loadConfig(env)
  if (config.database && !sure) throw notSure('DATABASE_URL が設定されています', 'DATABASE_URL is set')
  return withRunning(config, async ({ appDatabaseUrl, ownerDatabaseUrl }) => {
    const db = openDatabase(appDatabaseUrl, 1)
    try {
      if (!sure && (await isAtWork(db))) throw notSure('実際の依頼があります', 'It holds real requests')
      const made = await makeHistory(ownerDatabaseUrl, { ...wanted, until: new Date(), onProgress })
      const { secret, audit } = config
      const { sealed } = await sealNow({ db, clock: systemClock, secret, origin: audit.origin })
      return { ...made, sealed }
    } finally {
      await db.$disconnect()
    }
  })
}

/** Whether somebody has filed what is neither the demo's nor made up. */
export async function isAtWork(db: Database): Promise<boolean> {
  const madeUp = [
    ...Object.values(demoShops).map(({ code }) => ({ code })),
    { code: { startsWith: 'scale-' } },
  ]
  const real = await db.correctionRequest.findFirst({
    where: { shop: { NOT: { OR: madeUp } } },
    select: { id: true },
  })
  return real !== null
}

function notSure(japanese: string, english: string): CommandRefused {
  return new CommandRefused(
    `${japanese}。架空の履歴を加えてよければ --yes を付けてください。`,
    `${english}; add --yes if it may take a made-up history.`,
  )
}
