import { v7 as uuidv7 } from 'uuid'
import { type Desk, permits } from '~/staff/desk.server'
import { openRequest } from './open.server'
import { record, requestEvent } from './record.server'
import { refuse } from './refusals'

/** Keeps a note for colleagues; the shop never sees it. */
export async function addNote(desk: Desk, reference: string, body: string) {
  if (!permits(desk, 'desk.decide')) return refuse('not_found')
  return desk.db.$transaction(async (tx) => {
    const opened = await openRequest(tx, desk, reference)
    if (!opened) return refuse('not_found')
    const at = desk.clock.now()
    const { id: requestId, state } = opened.request
    await tx.message.create({
      data: { id: uuidv7(), requestId, authorId: desk.actor.id, kind: 'note', body, at },
    })
    await record(tx, opened, [requestEvent(desk, opened, 'correction.noted', { words: body })])
    return { ok: true as const, state }
  })
}
