import type { Desk } from '~/staff/desk.server'
import { act } from './act.server'
import { record, requestEvent } from './record.server'

/** Takes a request into one's own hands, or takes it over from a colleague. */
export function claim(desk: Desk, reference: string) {
  return act(desk, reference, 'claim', async ({ tx, to, ...opened }) => {
    await record(tx, opened, [requestEvent(desk, opened, 'correction.claimed')], {
      to,
      set: { assigneeId: desk.actor.id },
    })
    return { ok: true, state: to }
  })
}
