import { orderEvents, requestHistory } from '~/audit/history.server'
import type { HistoryEvent } from '~/audit/history-event'
import type { RequestDetail } from '~/corrections/detail.server'
import { type Desk, permits } from '~/staff/desk.server'

/** What a reviewer looks at beside a request; the rest is one link away. */
export const shownEvents = 20

/** The newest events of the request's order or, where none is matched, of the request itself. */
export async function historyFor(desk: Desk, request: RequestDetail['request']): Promise<HistoryEvent[]> {
  if (!request.order) return requestHistory(desk, request.reference)
  if (!permits(desk, 'audit.see')) return []
  const { events } = await orderEvents(desk, request.order, { most: shownEvents })
  return events
}
