import type { Database } from '~/platform/database.server'
import { type Desk, permits } from '~/staff/desk.server'
import type { Told } from '../history-event'
import { eventFields, readEvents, wordsOf } from '../read.server'
import { findSubject, type Subject, type SubjectName } from './subject.server'

/** Events offered, and erased, at a time. */
export const mostErased = 500

/** An event that still holds what a person wrote. */
export type Erasable = {
  id: string
  seq: number
  at: Date
  words: string
  /** Null where the event itself is in the archive, or cannot be read. */
  told: Told | null
}

/** What could be erased of an order, a request or an export, newest first. Null for whoever may not, and where there is none. */
export async function erasable(
  desk: Desk,
  name: SubjectName,
): Promise<{ subject: Subject; events: Erasable[] } | null> {
  if (!permits(desk, 'audit.erase')) return null
  const subject = await findSubject(desk.db, name)
  if (!subject) return null
  const places = await withWords(desk.db, subject)
  const ids = places.map(({ eventId }) => eventId)
  const rows = await desk.db.orderEvent.findMany({ where: { id: { in: ids } }, select: eventFields })
  const told = new Map((await readEvents(desk, rows)).map((event) => [event.id, event.told]))
  const words = await wordsOf(desk.db, ids)
  const events = places.flatMap(({ eventId: id, seq }) => {
    const own = words.get(id)
    return own === undefined ? [] : [{ id, seq, at: timeOf(id), words: own, told: told.get(id) ?? null }]
  })
  return { subject, events }
}

export type PlaceOfWords = { eventId: string; chainId: string; seq: number }

/** The newest events of a subject that hold words. */
function withWords(db: Database, { chains, event }: Subject): Promise<PlaceOfWords[]> {
  return db.$queryRaw<PlaceOfWords[]>`
    SELECT l.event_id AS "eventId", l.chain_id AS "chainId", l.seq
    FROM event_leaf l JOIN order_event_words w ON w.event_id = l.event_id
    WHERE l.chain_id = ANY (${chains}::uuid[]) AND l.event_id = coalesce(${event}::uuid, l.event_id)
      AND w.words IS NOT NULL
    ORDER BY l.event_id DESC LIMIT ${mostErased}`
}

/** An event's id begins with its time, in milliseconds. */
function timeOf(id: string): Date {
  return new Date(Number.parseInt(id.replace('-', '').slice(0, 12), 16))
}
