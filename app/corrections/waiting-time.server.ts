import type { Database } from '~/platform/database.server'

/**
 * How long the desk takes: the median, in milliseconds, from filing to decision over its latest 200 decisions.
 * Null while there are fewer than five, for a promise needs something to stand on.
 */
export async function medianWaitingTime(db: Database): Promise<number | null> {
  const [row] = await db.$queryRaw<{ seconds: number | null; decided: number }[]>`
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM decided_at - filed_at)) AS seconds,
           count(*)::int AS decided
    FROM (
      SELECT decided_at, filed_at FROM correction_request
      WHERE decided_at IS NOT NULL AND state IN ('applied', 'rejected')
      ORDER BY decided_at DESC LIMIT 200
    ) AS latest`
  if (!row || row.seconds === null || row.decided < 5) return null
  return Math.round(row.seconds * 1000)
}
