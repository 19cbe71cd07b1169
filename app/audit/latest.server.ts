import { type Cursor, pageOf } from '~/platform/keyset.server'
import type { Prisma } from '~/platform/prisma/client'
import { type Desk, permits, shopScope } from '~/staff/desk.server'
import type { EventAction } from './events'
import type { HistoryEvent } from './history-event'
import { eventFields, readEvent } from './read.server'

const fields = {
  ...eventFields,
  shop: { select: { code: true, name: true } },
  order: { select: { number: true } },
} satisfies Prisma.OrderEventSelect

export type LogEntry = {
  event: HistoryEvent
  shop: { code: string; name: string }
  /** The order's number; null where no order is concerned. */
  order: string | null
}

export type Latest = { action?: EventAction; after?: Cursor | undefined; size?: number }

/** A page of the newest events that this person may see, across all orders; done ones only where `action` is given. */
export async function latestEvents(
  desk: Desk,
  { action, after, size = 50 }: Latest = {},
): Promise<{ entries: LogEntry[]; next: string | null }> {
  if (!permits(desk, 'audit.see')) return { entries: [], next: null }
  const rows = await desk.db.orderEvent.findMany({
    where: { ...shopScope(desk.actor), ...(action && { action, outcome: 'done' }), ...older(after) },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: size + 1,
    select: fields,
  })
  const { items, next } = pageOf(rows, size, (row) => [row.at, row.id])
  const entries = items.map(({ shop, order, ...row }) => ({
    event: readEvent(desk, row),
    shop,
    order: order?.number ?? null,
  }))
  return { entries, next }
}

/** `at <= …` lets the index start at the place; the rest is decided among that moment's events. */
function older(after: Cursor | undefined): Prisma.OrderEventWhereInput {
  if (!after) return {}
  return {
    at: { lte: after.at },
    OR: [{ at: { lt: after.at } }, { at: after.at, id: { lt: after.id } }],
  }
}
