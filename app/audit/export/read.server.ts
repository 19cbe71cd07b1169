import type { Reader } from '~/staff/desk.server'
import type { HistoryEvent } from '../history-event'
import { eventFields, readEvents } from '../read.server'
import type { AuditFilter } from '../search/filter'
import { eachMatchingIds } from '../search/search.server'

/** An event as an export tells it: what its reader may see of it, and where it stands. */
export type ExportedEvent = HistoryEvent & {
  chainId: string
  hash: string
  text: string
  amount: number | null
  shop: { code: string; name: string } | null
  /** The order's number; null where no order is concerned. */
  order: string | null
}

/** Ids that are looked for at once: each look may bring up all that match. */
const idsAtOnce = 10_000
/** Events that are held at once. */
export const batchSize = 1_000

const fields = {
  ...eventFields,
  chainId: true,
  hash: true,
  amount: true,
  shop: { select: { code: true, name: true } },
  order: { select: { number: true } },
} as const

/** The events that match and lie before an id, newest first, so many at a time. No transaction lasts longer than that. */
export async function* eachExported(
  desk: Reader,
  filter: AuditFilter,
  before: string,
): AsyncGenerator<ExportedEvent[]> {
  for await (const ids of eachMatchingIds(desk, filter, { batchSize: idsAtOnce, before })) {
    for (let at = 0; at < ids.length; at += batchSize) {
      yield await eventsOf(desk, ids.slice(at, at + batchSize))
    }
  }
}

async function eventsOf(desk: Reader, ids: string[]): Promise<ExportedEvent[]> {
  const rows = await desk.db.orderEvent.findMany({
    where: { id: { in: ids } },
    orderBy: { id: 'desc' },
    select: fields,
  })
  const events = await readEvents(desk, rows)
  return rows.flatMap(({ chainId, hash, text, amount, shop, order }, nth) => {
    const event = events[nth]
    return event ? [{ ...event, chainId, hash, text, amount, shop, order: order?.number ?? null }] : []
  })
}
