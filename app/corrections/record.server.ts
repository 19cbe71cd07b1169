import { appendEvents } from '~/audit/append.server'
import type { EventAction, NewEvent } from '~/audit/events'
import { recordOnOrder } from '~/orders/record.server'
import type { Transaction } from '~/platform/database.server'
import type { Prisma } from '~/platform/prisma/client'
import type { By } from '~/staff/desk.server'
import type { Statuses } from './change'
import type { RequestState } from './life'
import type { Opened } from './open.server'

type Extra = Partial<
  Pick<NewEvent, 'before' | 'after' | 'digest' | 'words' | 'details' | 'outcome' | 'refusal'>
>

export type RequestEvent = Omit<NewEvent, 'shopId' | 'orderId'>

/** An event of this request by this actor, now. */
export function requestEvent(
  by: By,
  { request }: Pick<Opened, 'request'>,
  action: EventAction,
  extra: Extra = {},
): RequestEvent {
  return {
    action,
    outcome: 'done',
    at: by.clock.now(),
    actor: by.actor && { id: by.actor.id, role: by.actor.role },
    via: by.via,
    requestId: request.id,
    reference: request.reference,
    ...extra,
  }
}

export type Write = {
  /** Where the request goes; its version goes up by one. Absent for what only leaves a trace, such as a refusal. */
  to?: RequestState
  set?: Prisma.CorrectionRequestUncheckedUpdateManyInput
  /** What the order shows from now on. */
  shown?: Statuses
}

/**
 * Writes an act: the request's new state, guarded by its version, what the order shows, and the events, on the order's
 * chain or, where no order is matched, on the request's own.
 */
export async function record(
  tx: Transaction,
  opened: Opened,
  events: RequestEvent[],
  { to, set, shown }: Write = {},
): Promise<void> {
  const { request, order } = opened
  const states: Record<string, string> = to
    ? { state_before: request.state, state_after: to }
    : { state: request.state }
  const told = events.map((event) => ({ ...event, details: { ...event.details, ...states } }))
  const head = order
    ? await recordOnOrder(tx, order, told, shown).then(() => ({}))
    : await appendEvents(tx, {
        id: request.id,
        about: null,
        head: request,
        events: told.map((event) => ({ ...event, shopId: request.shopId, orderId: null })),
      })
  // What only leaves a trace on the order's chain changes nothing of the request.
  if (!to && order) return
  const moved = to ? { ...set, state: to, version: request.version + 1 } : {}
  const written = await tx.correctionRequest.updateMany({
    where: { id: request.id, version: request.version, state: request.state },
    data: { ...moved, ...head },
  })
  if (written.count !== 1) throw new Error(`request ${request.reference} was changed without its lock`)
}
