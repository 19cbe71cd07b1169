import { Prisma } from '~/platform/prisma/client'
import type { Desk } from '~/staff/desk.server'
import type { AuditFilter } from './filter'
import { type Narrowed, narrow } from './narrow.server'
import { fencedIds, isFenced, numberedIds, plannedIds } from './rows.server'
import { withinTime } from './within-time.server'
import { indexedWords, isWordsOnly } from './words.server'

/** Up to here one counts. */
export const mostCounted = 10_000
/** How long may be counted, in milliseconds. */
const patience = 300

/** How many events match: exactly, or more than `mostCounted`, or too slow to count. */
export type MatchCount = { kind: 'exact'; count: number } | { kind: 'over' } | { kind: 'unknown' }

export async function countMatching(desk: Desk, filter: AuditFilter): Promise<MatchCount> {
  const narrowed = await narrow(desk, filter)
  if (!narrowed) return { kind: 'exact', count: 0 }
  const rows = await withinTime(desk.db, patience, (tx) => {
    const matching = Prisma.sql`${matchingIds(narrowed)} LIMIT ${mostCounted + 1}`
    return tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM (${matching}) AS matching`
  })
  if (!rows) return { kind: 'unknown' }
  const count = rows[0]?.count ?? 0
  return count > mostCounted ? { kind: 'over' } : { kind: 'exact', count }
}

function matchingIds(narrowed: Narrowed): Prisma.Sql {
  if (isFenced(narrowed)) return fencedIds(narrowed)
  if (narrowed.numbered) return numberedIds(narrowed)
  return isWordsOnly(narrowed) ? indexedWords(narrowed) : plannedIds(narrowed)
}
