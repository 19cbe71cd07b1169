import { v7 as uuidv7 } from 'uuid'
import type { Desk } from '~/staff/desk.server'
import { act } from './act.server'
import { record, requestEvent } from './record.server'

/** Asks the shop something; the request waits for the answer. */
export function ask(desk: Desk, reference: string, body: string) {
  return say(desk, reference, 'ask', body)
}

/** Answers the desk's question; the review goes on. */
export function answer(desk: Desk, reference: string, body: string) {
  return say(desk, reference, 'answer', body)
}

const said = {
  ask: { kind: 'question', event: 'correction.asked' },
  answer: { kind: 'answer', event: 'correction.answered' },
} as const

function say(desk: Desk, reference: string, action: keyof typeof said, body: string) {
  const { kind, event } = said[action]
  return act(desk, reference, action, async ({ tx, to, ...opened }) => {
    await tx.message.create({
      data: {
        id: uuidv7(),
        requestId: opened.request.id,
        authorId: desk.actor.id,
        kind,
        body,
        at: desk.clock.now(),
      },
    })
    const set = action === 'ask' ? { assigneeId: desk.actor.id } : {}
    await record(tx, opened, [requestEvent(desk, opened, event, { words: body })], { to, set })
    return { ok: true, state: to }
  })
}
