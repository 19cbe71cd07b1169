import type { Database, Transaction } from '~/platform/database.server'
import { Prisma } from '~/platform/prisma/client'

/** What is known of events whose month is in the archive: their places in the chains stay in the database. */

type Db = Database | Transaction

/** Places `from` to `until` of a chain, all of them archived, with the last one's hash. */
export type ArchivedStretch = { from: number; until: number; hash: string }

/** Whether an event's place `l` belongs to a month that is away. */
export const away = Prisma.sql`EXISTS (
  SELECT FROM archived_month a
  WHERE a.restored_at IS NULL AND l.event_id >= month_floor(a.month) AND l.event_id < month_ceiling(a.month))`

/** The archived ones of a chain's places from one to another, as stretches without a gap. */
export function archivedStretches(
  db: Db,
  chainId: string,
  from: number,
  until: number,
): Promise<ArchivedStretch[]> {
  return db.$queryRaw<ArchivedStretch[]>`
    SELECT stretch.from, stretch.until, encode(last.hash, 'hex') AS hash
    FROM (
      SELECT min(seq) AS from, max(seq) AS until FROM (
        SELECT seq, seq - row_number() OVER (ORDER BY seq) AS island
        FROM event_leaf l WHERE chain_id = ${chainId}::uuid AND seq BETWEEN ${from} AND ${until} AND ${away}
      ) AS place GROUP BY island
    ) AS stretch
    JOIN event_leaf last ON last.chain_id = ${chainId}::uuid AND last.seq = stretch.until
    ORDER BY stretch.from`
}

/** Whether any place of a chain after this one is archived. */
export async function anyArchivedAfter(db: Db, chainId: string, seq: number): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM event_leaf l WHERE chain_id = ${chainId}::uuid AND seq > ${seq} AND ${away} LIMIT 1`
  return rows.length > 0
}

/** Where an archived event stands, and the month that is away; null where it is none. */
export async function archivedEvent(
  db: Db,
  eventId: string,
): Promise<{ chainId: string; seq: number; month: string } | null> {
  const [row] = await db.$queryRaw<{ chainId: string; seq: number; month: string }[]>`
    SELECT l.chain_id AS "chainId", l.seq, a.month FROM event_leaf l JOIN archived_month a
      ON a.restored_at IS NULL AND l.event_id >= month_floor(a.month) AND l.event_id < month_ceiling(a.month)
    WHERE l.event_id = ${eventId}::uuid`
  return row ?? null
}

/** Of the events of one order's chain that are archived, the newest one's month, `2019-01`; null with none. */
export async function newestArchivedMonth(db: Db, chainId: string): Promise<string | null> {
  const [row] = await db.$queryRaw<{ month: string }[]>`
    SELECT a.month FROM archived_month a
    WHERE a.restored_at IS NULL AND EXISTS (
      SELECT FROM event_leaf l WHERE l.chain_id = ${chainId}::uuid
        AND l.event_id >= month_floor(a.month) AND l.event_id < month_ceiling(a.month))
    ORDER BY a.month DESC LIMIT 1`
  return row?.month ?? null
}
