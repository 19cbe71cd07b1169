import { Prisma } from '~/platform/prisma/client'
import { internalWords } from '../read.server'
import { all, conditionsOn, wordsContain, wordsMayContain } from './conditions.server'
import { type Narrowed, within } from './narrow.server'

const newestFirst = Prisma.sql`ORDER BY e.id DESC`
const withWords = Prisma.sql`JOIN order_event_words w ON w.event_id = e.id`

/** What is asked of an event beyond whose it is and when. */
const asked = Prisma.sql`e.id, e.chain_id, e.action, e.outcome, e.actor_id, e.actor_role, e.amount, e.payment_before,
  e.payment_after, e.shipping_before, e.shipping_after, e.evidence_outcome`

/** Whether the rows are few or one shop's, and are taken before anything else is asked of them. */
export function isFenced({ ownOnly, chains, requestId }: Narrowed): boolean {
  return ownOnly || chains !== null || requestId !== null
}

/**
 * The ids of the events that match, from the rows of a shop, of some orders or of a request. These rows are taken
 * first, by their own index, and everything else is asked of them alone: `OFFSET 0` keeps the planner from moving a
 * condition inside. So how long a shop's search takes depends on that shop's events only, and what colleagues wrote to
 * each other is not even compared for a shop.
 */
export function fencedIds(narrowed: Narrowed): Prisma.Sql {
  const { words } = narrowed.filter
  const rows = [...whose(narrowed), ...(words && narrowed.ownOnly ? [readable] : [])]
  const conditions = all([
    ...conditionsOn(narrowed),
    ...(words ? wordsContain(words, Prisma.sql`e.folded`) : []),
  ])
  return Prisma.sql`
    SELECT e.id FROM (
      SELECT ${asked} ${words ? Prisma.sql`, w.folded` : Prisma.empty}
      FROM order_event e ${words ? withWords : Prisma.empty} WHERE ${all(rows)} ${newestFirst} OFFSET 0
    ) AS e WHERE ${conditions} ${newestFirst}`
}

/** The same from all rows: everything stands side by side and the planner chooses the index. In no order. */
export function plannedIds(narrowed: Narrowed): Prisma.Sql {
  const { words } = narrowed.filter
  const conditions = all([
    ...whose(narrowed),
    ...conditionsOn(narrowed),
    ...(words ? wordsContain(words, Prisma.sql`w.folded`) : []),
    ...(words ? wordsMayContain(words, Prisma.sql`w.bigrams`) : []),
  ])
  return Prisma.sql`SELECT e.id FROM order_event e ${words ? withWords : Prisma.empty} WHERE ${conditions}`
}

/** The same from so many of the newest rows only. */
export function walkedIds(narrowed: Narrowed, rows: number): Prisma.Sql {
  const { words } = narrowed.filter
  const alone = { ...narrowed, filter: { ...narrowed.filter, words: undefined } }
  const conditions = all([
    ...conditionsOn(narrowed),
    ...(words ? wordsContain(words, Prisma.sql`w.folded`) : []),
  ])
  return Prisma.sql`
    SELECT e.id FROM (
      SELECT ${asked} FROM order_event e WHERE ${all(whose(alone))} ${newestFirst} LIMIT ${rows}
    ) AS e ${words ? withWords : Prisma.empty} WHERE ${conditions} ${newestFirst}`
}

/**
 * The same from the events of very many orders, whose ids are gathered by the places of their chains, which lie in one
 * table for all months. `OFFSET 0` keeps the planner from walking all of the log instead.
 */
export function numberedIds(narrowed: Narrowed): Prisma.Sql {
  const { shopId, ids, filter } = narrowed
  const { words, number, ...rest } = filter
  const conditions = all([
    ...conditionsOn({ ...narrowed, filter: rest }),
    ...(words ? wordsContain(words, Prisma.sql`w.folded`) : []),
  ])
  const orders = [
    Prisma.sql`starts_with(o.number, ${number ?? ''})`,
    ...(shopId ? [Prisma.sql`o.shop_id = ${shopId}::uuid`] : []),
    ...within(ids, Prisma.sql`place.event_id`),
  ]
  return Prisma.sql`
    SELECT e.id FROM (
      SELECT place.event_id FROM "order" o
      CROSS JOIN LATERAL (SELECT event_id FROM event_leaf l WHERE l.chain_id = o.id OFFSET 0) AS place
      WHERE ${all(orders)} ORDER BY place.event_id DESC OFFSET 0
    ) AS found
    CROSS JOIN LATERAL (SELECT ${asked} FROM order_event e WHERE e.id = found.event_id OFFSET 0) AS e
    ${words ? withWords : Prisma.empty} WHERE ${conditions} ORDER BY found.event_id DESC`
}

const readable = Prisma.sql`e.action NOT IN (${Prisma.join([...internalWords])})`

/** Whose and when; said of the words as well, so that either of both tables can be walked first. */
function whose({ shopId, chains, requestId, ids, filter }: Narrowed): Prisma.Sql[] {
  return [
    ...within(ids, Prisma.sql`e.id`),
    ...(shopId ? [Prisma.sql`e.shop_id = ${shopId}::uuid`] : []),
    ...(chains ? [Prisma.sql`e.chain_id = ANY (${chains}::uuid[])`] : []),
    ...(requestId ? [Prisma.sql`e.request_id = ${requestId}::uuid`] : []),
    ...(filter.words ? within(ids, Prisma.sql`w.event_id`) : []),
    ...(filter.words && shopId ? [Prisma.sql`w.shop_id = ${shopId}::uuid`] : []),
  ]
}
