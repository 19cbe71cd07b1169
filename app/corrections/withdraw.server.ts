import type { Desk } from '~/staff/desk.server'
import { act } from './act.server'
import { record, requestEvent } from './record.server'

/** Takes a request back before it is decided. */
export function withdraw(desk: Desk, reference: string) {
  return act(desk, reference, 'withdraw', async ({ tx, to, ...opened }) => {
    await record(tx, opened, [requestEvent(desk, opened, 'correction.withdrawn')], {
      to,
      set: { decidedById: desk.actor.id, decidedAt: desk.clock.now() },
    })
    return { ok: true, state: to }
  })
}
