import type { Prisma } from '~/platform/prisma/client'
import { type Desk, permits, shopScope } from '~/staff/desk.server'
import type { EventAction } from './events'
import type { HistoryEvent } from './history-event'
import { eventFields, readEvents } from './read.server'

/** What a list of many orders' events needs of each (`readEntries`). */
export const logFields = {
  ...eventFields,
  shop: { select: { code: true, name: true } },
  order: { select: { number: true } },
} satisfies Prisma.OrderEventSelect

export type LogEntry = {
  event: HistoryEvent
  /** Null for what concerns the desk as a whole. */
  shop: { code: string; name: string } | null
  /** The order's number; null where no order is concerned. */
  order: string | null
}

/** `after` is the id of the last event of the page before. */
export type Latest = { action?: EventAction; after?: string | undefined; size?: number }

/** A page of the newest events that this person may see, across all orders; done ones only where `action` is given. */
export async function latestEvents(
  desk: Desk,
  { action, after, size = 50 }: Latest = {},
): Promise<{ entries: LogEntry[]; next: string | null }> {
  if (!permits(desk, 'audit.see')) return { entries: [], next: null }
  const rows = await desk.db.orderEvent.findMany({
    where: {
      ...shopScope(desk.actor),
      ...(action && { action, outcome: 'done' }),
      ...(after && { id: { lt: after } }),
    },
    orderBy: { id: 'desc' },
    take: size + 1,
    select: logFields,
  })
  const page = rows.slice(0, size)
  const entries = await readEntries(desk, page)
  return { entries, next: rows.length > size ? (page.at(-1)?.id ?? null) : null }
}

/** The events as this reader may see them, each with the order and the shop it belongs to. */
export async function readEntries(
  desk: Desk,
  rows: Prisma.OrderEventGetPayload<{ select: typeof logFields }>[],
): Promise<LogEntry[]> {
  const events = await readEvents(desk, rows)
  return events.map((event, i) => ({
    event,
    shop: rows[i]?.shop ?? null,
    order: rows[i]?.order?.number ?? null,
  }))
}
