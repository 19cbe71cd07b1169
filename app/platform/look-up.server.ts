import type { Database, Transaction } from './database.server'
import { Prisma } from './prisma/client'

/**
 * A look-up of one row at most. What the columns hold comes as JSON has it, times as text, and `read` makes of it what
 * the program works with.
 */
export type LookUp<T> = { sql: Prisma.Sql; read(row: unknown): T }

type Found<L> = L extends LookUp<infer T> ? T | null : never

/** Carries several look-ups out by one statement, so that they cost one round trip. What finds no row is null. */
export async function lookUpTogether<L extends Record<string, LookUp<unknown>>>(
  db: Database | Transaction,
  lookUps: L,
): Promise<{ [K in keyof L]: Found<L[K]> }> {
  const asked = Object.entries(lookUps)
  const columns = asked.map(
    ([name, { sql }]) =>
      Prisma.sql`(SELECT to_json(found) FROM (${sql}) AS found) AS ${Prisma.raw(`"${name}"`)}`,
  )
  const [row] = await db.$queryRaw<Record<string, unknown>[]>`SELECT ${Prisma.join(columns)}`
  const found = asked.map(([name, { read }]) => {
    const value = row?.[name] ?? null
    return [name, value === null ? null : read(value)]
  })
  return Object.fromEntries(found)
}
