import type { Desk } from '~/staff/desk.server'
import { act } from './act.server'
import { type DecisionInput, keepDecision } from './decision.server'
import { record, requestEvent } from './record.server'

/** Ends the review without a change; the note tells the shop why. */
export function reject(desk: Desk, input: DecisionInput & { note: string }) {
  return act(
    desk,
    input.reference,
    'reject',
    async (acting) => {
      const { tx, to, request, order } = acting
      const event = requestEvent(desk, acting, 'correction.rejected', { words: input.note })
      await keepDecision(acting, input, { action: 'reject', result: to })
      await record(tx, { request, order }, [event], {
        to,
        set: { decidedById: desk.actor.id, decidedAt: desk.clock.now() },
      })
      return { ok: true, state: to }
    },
    input.idempotencyKey,
  )
}
