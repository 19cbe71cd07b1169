import type { Prisma } from '~/platform/prisma/client'
import { type Desk, permits } from '~/staff/desk.server'
import type { EventAction } from './events'
import type { HistoryEvent } from './history-event'
import { readRecorded } from './recorded'

/** What a history needs of each event; three statements for a page, however many events it has. */
export const eventFields = {
  id: true,
  seq: true,
  at: true,
  text: true,
  actor: { select: { name: true } },
  words: { select: { words: true } },
} satisfies Prisma.OrderEventSelect

type Row = Prisma.OrderEventGetPayload<{ select: typeof eventFields }>

/** What colleagues write to each other; a shop sees that it happened and not the words. */
const internalWords: readonly EventAction[] = [
  'correction.noted',
  'correction.returned',
  'correction.approved_first',
  'correction.approved',
]

/** The event as this reader may see it. */
export function readEvent(desk: Desk, { id, seq, at, text, actor, words }: Row): HistoryEvent {
  const recorded = readRecorded(text)
  if (!recorded) return { id, seq, at, told: null }
  const { action, outcome, refusal, via, reference, before, after, digest, details } = recorded
  const hidden = internalWords.includes(action) && !permits(desk, 'notes.see')
  return {
    id,
    seq,
    at,
    told: {
      ...{ action, outcome, refusal, via, reference, before, after, digest },
      actor: recorded.actor && { name: actor?.name || null, role: recorded.actor.role },
      words: hidden ? null : (words?.words ?? null),
      details: details ?? {},
    },
  }
}
