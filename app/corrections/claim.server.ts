import type { Desk } from '~/staff/desk.server'
import { type Act, act, conflict, type Done } from './act.server'
import { record, requestEvent } from './record.server'

/** Takes a request into one's own hands, or takes it over from a colleague. */
export function claim(desk: Desk, reference: string) {
  return act(desk, reference, 'claim', take)
}

/** Takes a request that is in no colleague's hands: for work on many at once, where nobody looks at who has which. */
export function claimFree(desk: Desk, reference: string) {
  return act(desk, reference, 'claim', async (acting) => {
    const { assigneeId } = acting.request
    const taken = assigneeId !== null && assigneeId !== desk.actor.id
    return taken ? conflict(acting.tx, desk, acting, 'claim') : take(acting)
  })
}

async function take({ tx, desk, to, ...opened }: Act): Promise<Done> {
  await record(tx, opened, [requestEvent(desk, opened, 'correction.claimed')], {
    to,
    set: { assigneeId: desk.actor.id },
  })
  return { ok: true, state: to }
}
