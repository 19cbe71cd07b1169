import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
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
  const connection = { connectionString: url, options: '-c role=mitame_app' }
  const adapter = new PrismaPg({ ...connection, max }, { statementNameGenerator: statementNames() })
  const db = new PrismaClient({ adapter })
  connections.set(db, connection)
  return db
}

const connections = new WeakMap<Database, pg.ClientConfig>()

/** One more connection of the same role, beside the pool and without Prisma; whoever asks for it ends it. */
export async function connectBeside(db: Database): Promise<pg.Client> {
  const connection = connections.get(db)
  if (!connection) throw new Error('a database that openDatabase did not open')
  const client = new pg.Client(connection)
  // Whatever waits for an answer is told as well.
  client.on('error', () => {})
  await client.connect()
  return client
}

/** Opens the database as its owner, for the few commands that move whole tables. */
export function openAsOwner(ownerUrl: string): Database {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: ownerUrl, max: 2 }) })
}
