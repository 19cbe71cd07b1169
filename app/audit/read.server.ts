import type { Database, Transaction } from '~/platform/database.server'
import type { Prisma } from '~/platform/prisma/client'
import { permits, type Reader } from '~/staff/desk.server'
import type { EventAction } from './events'
import type { HistoryEvent } from './history-event'
import { readRecorded } from './recorded'

/** What a history needs of each event, apart from what people wrote (`readEvents`). */
export const eventFields = {
  id: true,
  seq: true,
  at: true,
  text: true,
  actor: { select: { name: true } },
} satisfies Prisma.OrderEventSelect

type Row = Prisma.OrderEventGetPayload<{ select: typeof eventFields }>

/** What colleagues write to each other; a shop sees that it happened and not the words. */
export const internalWords: readonly EventAction[] = [
  'correction.noted',
  'correction.returned',
  'correction.approved_first',
  'correction.approved',
]

/** The events as this reader may see them; one statement more, however many they are. */
export async function readEvents(desk: Reader, rows: Row[]): Promise<HistoryEvent[]> {
  const words = await wordsOf(
    desk.db,
    rows.map(({ id }) => id),
  )
  return rows.map(({ actor, ...row }) =>
    readEvent(desk, { ...row, actorName: actor?.name ?? null, words: words.get(row.id) ?? null }),
  )
}

/** What people wrote at these events; an event whose words were erased is not in the map. */
export async function wordsOf(db: Database | Transaction, eventIds: string[]): Promise<Map<string, string>> {
  const rows = await db.orderEventWords.findMany({
    where: { eventId: { in: eventIds } },
    select: { eventId: true, words: true },
  })
  return new Map(rows.flatMap(({ eventId, words }) => (words === null ? [] : [[eventId, words]])))
}

/** An event with what was written at it, null where nothing was or it is erased. */
export type EventWithWords = Omit<Row, 'actor'> & { actorName: string | null; words: string | null }

/** The same for an event that was read with its words. */
export function readEvent(
  desk: Reader,
  { id, seq, at, text, actorName, words }: EventWithWords,
): HistoryEvent {
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
      actor: recorded.actor && { name: actorName || null, role: recorded.actor.role },
      words: hidden ? null : words,
      hidden: hidden && words !== null,
      erased: recorded.words !== null && words === null,
      details: details ?? {},
    },
  }
}
