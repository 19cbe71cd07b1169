import type { Desk, Reader } from '~/staff/desk.server'
import { type LogEntry, logFields, readEntries } from '../latest.server'
import type { AuditFilter } from './filter'
import { type Narrowed, narrow } from './narrow.server'
import { newestIds } from './newest.server'
import { withinTime, withoutHaste } from './within-time.server'

/** How long a page may be looked for, in milliseconds. */
const patience = 2_000

export type Found =
  | { ended: true; entries: LogEntry[]; next: string | null }
  /** It took too long: a rare combination over a long period. */
  | { ended: false }

/** `after` is the id of the last event of the page before. */
export type SearchPage = { after?: string | undefined; size?: number }

/** A page of the events that match and that this person may see, newest first. */
export async function searchEvents(
  desk: Desk,
  filter: AuditFilter,
  { after, size = 50 }: SearchPage = {},
): Promise<Found> {
  const narrowed = await narrow(desk, filter)
  if (!narrowed) return { ended: true, entries: [], next: null }
  const ids = await withinTime(desk.db, patience, (tx) => newestIds(tx, before(narrowed, after), size + 1))
  if (!ids) return { ended: false }
  const page = ids.slice(0, size)
  return {
    ended: true,
    entries: await entriesOf(desk, page),
    next: ids.length > size ? (page.at(-1) ?? null) : null,
  }
}

/** How an export goes through all that match: so many ids at a time, from before this id on. */
export type Going = { batchSize?: number; before?: string }

/** The ids of all events that match, newest first, a batch at a time: what an export writes is what the search shows. */
export async function* eachMatchingIds(
  desk: Reader,
  filter: AuditFilter,
  { batchSize = 1_000, before: first }: Going = {},
): AsyncGenerator<string[]> {
  const narrowed = await narrow(desk, filter)
  if (!narrowed) return
  let after = first
  do {
    const batch = before(narrowed, after)
    const ids = await withoutHaste(desk.db, (tx) => newestIds(tx, batch, batchSize))
    if (ids.length > 0) yield ids
    after = ids.length < batchSize ? undefined : ids.at(-1)
  } while (after)
}

function before(narrowed: Narrowed, after: string | undefined): Narrowed {
  const { ids } = narrowed
  if (!after || (ids.before && ids.before < after)) return narrowed
  return { ...narrowed, ids: { ...ids, before: after } }
}

/** The events in full, in the order of the ids. */
async function entriesOf(desk: Desk, ids: string[]): Promise<LogEntry[]> {
  const rows = await desk.db.orderEvent.findMany({
    where: { id: { in: ids } },
    orderBy: { id: 'desc' },
    select: logFields,
  })
  return readEntries(desk, rows)
}
