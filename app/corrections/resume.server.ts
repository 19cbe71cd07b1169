import type { Desk } from '~/staff/desk.server'
import { act } from './act.server'
import { record, requestEvent } from './record.server'

/** Goes on with the review without waiting for the answer. */
export function resume(desk: Desk, reference: string) {
  return act(desk, reference, 'resume', async ({ tx, to, ...opened }) => {
    await record(tx, opened, [requestEvent(desk, opened, 'correction.resumed')], {
      to,
      set: { assigneeId: desk.actor.id },
    })
    return { ok: true, state: to }
  })
}
