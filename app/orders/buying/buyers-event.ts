import type { EventAction } from '~/audit/events'
import type { EventOnOrder } from '../record.server'

/** An event of a buyer's. Buyers are nobody's whom the desk knows, so the log names no actor. */
export function buyersEvent(
  action: EventAction,
  at: Date,
  details: NonNullable<EventOnOrder['details']>,
): EventOnOrder {
  return { action, outcome: 'done', at, actor: null, via: 'shop', requestId: null, details }
}
