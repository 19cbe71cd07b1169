import { eraseExpired } from '~/audit/erase/expired.server'
import type { Database } from '~/platform/database.server'
import type { By } from '~/staff/desk.server'

/** Each night at half past two, Tokyo. */
export const auditNight = { cron: '30 2 * * *', tz: 'Asia/Tokyo' }

/** The audit log's housekeeping: partitions for the months to come, and what people wrote whose years are over. */
export async function auditNightJob(parts: By & { db: Database }, signal: AbortSignal): Promise<void> {
  const now = parts.clock.now()
  await parts.db.$executeRaw`
    SELECT make_event_months(${now}::timestamptz, ${now}::timestamptz + interval '2 months')`
  await eraseExpired(parts, { signal })
}
