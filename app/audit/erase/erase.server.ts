import type { Transaction } from '~/platform/database.server'
import { type Desk, permits } from '~/staff/desk.server'
import type { PlaceOfWords } from './erasable.server'
import { eraseAndRecord } from './record-erased.server'
import { findSubject, type SubjectName } from './subject.server'

/** `gone`: none of these events holds words any more. */
export type EraseRefused = { ok: false; refusal: 'not_found' | 'gone' }

const limits = { maxWait: 10_000, timeout: 60_000 }

/**
 * Erases what was written at these events of an order, a request or an export, for good: the words and their salt, every copy of
 * the same words on that order and its requests, and drafts that hold them. The same words at other events of the same
 * chains go with them. The chains stay as they are, and each gets an event with the reason.
 */
export async function eraseWords(
  desk: Desk,
  name: SubjectName,
  { events, reason }: { events: string[]; reason: string },
): Promise<{ ok: true; erased: number } | EraseRefused> {
  if (!permits(desk, 'audit.erase')) return { ok: false, refusal: 'not_found' }
  const subject = await findSubject(desk.db, name)
  if (!subject) return { ok: false, refusal: 'not_found' }
  return desk.db.$transaction(async (tx) => {
    const places = await withTheSameWords(tx, subject.chains, events)
    await forgetDrafts(tx, places)
    const erased = await eraseAndRecord(tx, desk, places, { reason })
    return erased > 0 ? { ok: true, erased } : { ok: false, refusal: 'gone' }
  }, limits)
}

type Found = PlaceOfWords & { words: string }

/** The chosen events that hold words, and those of the same chains that hold the same. */
function withTheSameWords(tx: Transaction, chains: string[], events: string[]): Promise<Found[]> {
  return tx.$queryRaw<Found[]>`
    WITH held AS (
      SELECT l.event_id, l.chain_id, l.seq, w.words
      FROM event_leaf l JOIN order_event_words w ON w.event_id = l.event_id
      WHERE l.chain_id = ANY (${chains}::uuid[]) AND w.words IS NOT NULL
    )
    SELECT event_id AS "eventId", chain_id AS "chainId", seq, words FROM held
    WHERE words IN (SELECT words FROM held WHERE event_id = ANY (${events}::uuid[]))
    ORDER BY event_id`
}

/** A form that lapsed with its sign-in is kept for a day, as JSON text. */
async function forgetDrafts(tx: Transaction, places: Found[]): Promise<void> {
  const written = places.map(({ words }) => JSON.stringify(words))
  await tx.$executeRaw`
    DELETE FROM draft WHERE EXISTS (
      SELECT FROM unnest(${written}::text[]) AS words WHERE strpos(content, words) > 0)`
}
