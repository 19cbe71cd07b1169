import type { Transaction } from '~/platform/database.server'
import { Prisma } from '~/platform/prisma/client'
import { type Month, partitionOf } from './month'

/** The partition of a month, as the database's owner handles it. */

/** Nobody waits longer for a lock that an act or a verification holds, in milliseconds. */
const patience = 2000

export async function limitWaiting(tx: Transaction): Promise<void> {
  await tx.$executeRaw(raw(`SET LOCAL lock_timeout = ${patience}`))
}

/** Whether that is what an error says: somebody held the lock for too long. */
export function isLockTimeout(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.message.includes('55P03')
}

export async function hasPartition(tx: Transaction, month: Month): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ there: boolean }[]>`
    SELECT to_regclass(${partitionOf(month)}) IS NOT NULL AS there`
  return row?.there ?? false
}

/** How many of the month's events lie in the partition for all others. */
export async function strayEvents(tx: Transaction, month: Month): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM order_event_other
    WHERE id >= month_floor(${month}) AND id < month_ceiling(${month})`
  return row?.count ?? 0
}

/** An empty table of the log's form, not yet a part of it. */
export async function createTable(tx: Transaction, month: Month): Promise<void> {
  await tx.$executeRaw(raw(`CREATE TABLE ${partitionOf(month)} (LIKE order_event INCLUDING DEFAULTS)`))
}

/** Makes a filled table the month's partition; triggers, keys and indexes come with it. */
export async function attach(tx: Transaction, month: Month): Promise<void> {
  const name = partitionOf(month)
  const [range] = await tx.$queryRaw<{ low: string; high: string }[]>`
    SELECT month_floor(${month})::text AS low, month_ceiling(${month})::text AS high`
  await tx.$executeRaw(
    raw(
      `ALTER TABLE order_event ATTACH PARTITION ${name} FOR VALUES FROM ('${range?.low}') TO ('${range?.high}')`,
    ),
  )
  await tx.$executeRaw(
    raw(
      `CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ${name} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
    ),
  )
}

/**
 * Moves the month's events out of the partition for all others into the month's own table. They are not inserted into the
 * log anew: each has its place already.
 */
export async function gatherStrays(tx: Transaction, month: Month): Promise<void> {
  const low = Prisma.sql`month_floor(${month})`
  const high = Prisma.sql`month_ceiling(${month})`
  await tx.$executeRaw`LOCK TABLE order_event_other IN ACCESS EXCLUSIVE MODE`
  await tx.$executeRaw`
    INSERT INTO ${raw(partitionOf(month))} SELECT * FROM order_event_other WHERE id >= ${low} AND id < ${high}`
  await tx.$executeRaw`ALTER TABLE order_event_other DISABLE TRIGGER order_event_no_change`
  await tx.$executeRaw`DELETE FROM order_event_other WHERE id >= ${low} AND id < ${high}`
  await tx.$executeRaw`ALTER TABLE order_event_other ENABLE TRIGGER order_event_no_change`
}

export async function dropPartition(tx: Transaction, month: Month): Promise<void> {
  const name = partitionOf(month)
  await tx.$executeRaw(raw(`ALTER TABLE order_event DETACH PARTITION ${name}`))
  await tx.$executeRaw(raw(`DROP TABLE ${name}`))
}

/** Names of partitions are made of a month's digits and nothing else (`parseMonth`). */
function raw(sql: string): Prisma.Sql {
  return Prisma.raw(sql)
}
