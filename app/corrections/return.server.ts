import type { Desk } from '~/staff/desk.server'
import { act } from './act.server'
import { type DecisionInput, keepDecision } from './decision.server'
import { record, requestEvent } from './record.server'

/** Gives a request that waits for its second approval back into review; the note tells the reviewer why. */
export function returnToReview(desk: Desk, input: DecisionInput & { note: string }) {
  return act(
    desk,
    input.reference,
    'return',
    async (acting) => {
      const { tx, to, request, order } = acting
      const event = requestEvent(desk, acting, 'correction.returned', { words: input.note })
      await keepDecision(acting, input, { action: 'return', result: to })
      await record(tx, { request, order }, [event], { to, set: { firstApproverId: null } })
      return { ok: true, state: to }
    },
    input.idempotencyKey,
  )
}
