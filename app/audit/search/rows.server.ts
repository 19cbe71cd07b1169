import { Prisma } from '~/platform/prisma/client'
import { internalWords } from '../read.server'
import { all, conditionsOn, wordsContain, wordsMayContain } from './conditions.server'
import { type Narrowed, within } from './narrow.server'

const eventId = Prisma.sql`e.id`
const wordsId = Prisma.sql`w.event_id`

/**
 * The ids of the events that match, as a part of a statement; the newest first where `newestFirst` says so.
 *
 * For the desk's own people everything stands side by side and the planner chooses the index. Where a shop's people
 * ask, or the filter names orders or a request, those rows are taken first, by their own index, and everything else is
 * asked of them alone: `OFFSET 0` keeps the planner from moving a condition inside. So how long a shop's search takes
 * depends on that shop's events only, and what colleagues wrote to each other is not even compared for a shop.
 */
export function matchingIds(narrowed: Narrowed, newestFirst = true): Prisma.Sql {
  const { ownOnly, chains, requestId } = narrowed
  const order = newestFirst ? Prisma.sql`ORDER BY e.id DESC` : Prisma.empty
  const fenced = ownOnly || chains !== null || requestId !== null
  return fenced ? fromOwnRows(narrowed, order) : fromAllRows(narrowed, order)
}

function fromAllRows(narrowed: Narrowed, order: Prisma.Sql): Prisma.Sql {
  const { words } = narrowed.filter
  const conditions = all([
    ...ownRows(narrowed),
    ...conditionsOn(narrowed),
    ...(words ? wordsContain(words, Prisma.sql`w.folded`) : []),
    ...(words ? wordsMayContain(words, Prisma.sql`w.bigrams`) : []),
  ])
  return Prisma.sql`SELECT e.id FROM order_event e ${withWords(narrowed)} WHERE ${conditions} ${order}`
}

function fromOwnRows(narrowed: Narrowed, order: Prisma.Sql): Prisma.Sql {
  const { words } = narrowed.filter
  const rows = [...ownRows(narrowed), ...(words && narrowed.ownOnly ? [readable] : [])]
  const conditions = all([
    ...conditionsOn(narrowed),
    ...(words ? wordsContain(words, Prisma.sql`e.folded`) : []),
  ])
  return Prisma.sql`
    SELECT e.id FROM (
      SELECT e.id, e.chain_id, e.action, e.outcome, e.actor_id, e.actor_role, e.amount, e.payment_before, e.payment_after,
             e.shipping_before, e.shipping_after, e.evidence_outcome
             ${words ? Prisma.sql`, w.folded` : Prisma.empty}
      FROM order_event e ${withWords(narrowed)} WHERE ${all(rows)} ${order} OFFSET 0
    ) AS e WHERE ${conditions} ${order}`
}

const readable = Prisma.sql`e.action NOT IN (${Prisma.join([...internalWords])})`

/** Whose and when; said of the words as well, so that either of both tables can be walked first. */
function ownRows({ shopId, chains, requestId, ids, filter }: Narrowed): Prisma.Sql[] {
  return [
    ...within(ids, eventId),
    ...(shopId ? [Prisma.sql`e.shop_id = ${shopId}::uuid`] : []),
    ...(chains ? [Prisma.sql`e.chain_id = ANY (${chains}::uuid[])`] : []),
    ...(requestId ? [Prisma.sql`e.request_id = ${requestId}::uuid`] : []),
    ...(filter.words ? within(ids, wordsId) : []),
    ...(filter.words && shopId ? [Prisma.sql`w.shop_id = ${shopId}::uuid`] : []),
  ]
}

function withWords({ filter }: Narrowed): Prisma.Sql {
  return filter.words ? Prisma.sql`JOIN order_event_words w ON w.event_id = e.id` : Prisma.empty
}
