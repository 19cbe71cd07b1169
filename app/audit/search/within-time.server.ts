import type { Database, Transaction } from '~/platform/database.server'

/** How Prisma tells PostgreSQL's code for a statement that was cut off. */
const cutOff = 'Code: `57014`'

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
        SELECT set_config('statement_timeout', ${String(milliseconds)}, true), set_config('enable_seqscan', 'off', true)`
      return read(tx)
    })
  } catch (error) {
    if (error instanceof Error && error.message.includes(cutOff)) return null
    throw error
  }
}
