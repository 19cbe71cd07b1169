import type { Desk } from '~/staff/desk.server'
import { act } from './act.server'
import { record, requestEvent } from './record.server'

/** Puts a request back into the queue. */
export function release(desk: Desk, reference: string) {
  return act(desk, reference, 'release', async ({ tx, to, ...opened }) => {
    await record(tx, opened, [requestEvent(desk, opened, 'correction.released')], {
      to,
      set: { assigneeId: null },
    })
    return { ok: true, state: to }
  })
}
