import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from './prisma/client'

export type Database = PrismaClient
/** What a verb writes with inside `db.$transaction(async (tx) => …)`. */
export type Transaction = Parameters<Parameters<Database['$transaction']>[0]>[0]

/** Connects lazily; the caller closes it with `$disconnect()`. */
export function openDatabase(url: string): Database {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) })
}
