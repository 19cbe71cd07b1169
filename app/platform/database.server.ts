import { PrismaPg } from '@prisma/adapter-pg'
import { type Prisma, PrismaClient } from '~/platform/prisma/client'
import { statementNames } from './statements.server'

export type Database = PrismaClient
/** What a verb writes through: everything inside one transaction. */
export type Transaction = Prisma.TransactionClient

/**
 * Opens the desk's database as the role `mitame_app`, which cannot rewrite what was recorded.
 * @param url connection string; `max` is the pool's size, 10 unless told
 */
export function openDatabase(url: string, max = 10): Database {
  const pool = { connectionString: url, max, options: '-c role=mitame_app' }
  const adapter = new PrismaPg(pool, { statementNameGenerator: statementNames() })
  return new PrismaClient({ adapter })
}

/** Opens the database as its owner, for the few commands that move whole tables. */
export function openAsOwner(ownerUrl: string): Database {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: ownerUrl, max: 2 }) })
}
