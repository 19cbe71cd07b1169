import type { Database, Transaction } from '~/platform/database.server'

/** How Prisma tells PostgreSQL's code for a statement that was cut off. */
const cutOff = 'Code: `57014`'

/**
 * Each search is planned for the very words and values that it asks for. One plan for all of them would look up a rare
 * word and a frequent one the same way, and wait long for one of the two.
 */
const forValues = 'force_custom_plan'

/**
 * Reads with a limit on each statement; null where the database took longer than that many milliseconds. No table is
 * read from one end to the other: a shop's search would then take as long as the others' events do.
 */
export async function withinTime<T>(
  db: Database,
  milliseconds: number,
  read: (tx: Transaction) => Promise<T>,
): Promise<T | null> {
  try {
    return await db.$transaction(async (tx) => {
      await tx.$queryRaw`
        SELECT set_config('statement_timeout', ${String(milliseconds)}, true), set_config('enable_seqscan', 'off', true),
               set_config('plan_cache_mode', ${forValues}, true)`
      return read(tx)
    })
  } catch (error) {
    if (error instanceof Error && error.message.includes(cutOff)) return null
    throw error
  }
}

/** Reads without a limit, as exports do. */
export function withoutHaste<T>(db: Database, read: (tx: Transaction) => Promise<T>): Promise<T> {
  return db.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT set_config('plan_cache_mode', ${forValues}, true)`
      return read(tx)
    },
    { maxWait: 30_000, timeout: 60 * 60 * 1000 },
  )
}
