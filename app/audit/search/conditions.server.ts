import { Prisma } from '~/platform/prisma/client'
import { actionGroups } from './action-groups'
import { type AuditFilter, termsOf } from './filter'
import type { Narrowed } from './narrow.server'

/**
 * What each field of a filter asks of an event `e`, apart from whose it is and when. One index answers each of them by
 * itself (`prisma/migrations`, "audit_search"); several together are left to the planner.
 */
export function conditionsOn({ filter, chains }: Narrowed): Prisma.Sql[] {
  return [
    ...(filter.number && !chains ? [numberBegins(filter.number)] : []),
    ...byActor(filter.actor),
    ...(filter.action?.length ? [Prisma.sql`e.action IN (${Prisma.join(actionsIn(filter.action))})`] : []),
    ...(filter.outcome ? [Prisma.sql`e.outcome = ${filter.outcome}`] : []),
    ...paymentMoved(filter),
    ...deliveryMoved(filter),
    ...(filter.amountFrom === undefined ? [] : [Prisma.sql`e.amount >= ${filter.amountFrom}`]),
    ...(filter.amountTo === undefined ? [] : [Prisma.sql`e.amount <= ${filter.amountTo}`]),
    ...(filter.evidence ? [Prisma.sql`e.evidence_outcome = ${filter.evidence}`] : []),
  ]
}

/** What a search for words asks of the folded words; `strpos` takes them as they are, without wildcards. */
export function wordsContain(words: string, folded: Prisma.Sql): Prisma.Sql[] {
  return termsOf(words).map((term) => Prisma.sql`strpos(${folded}, fold(${term})) > 0`)
}

/** The same by the index on each two neighbouring characters: it finds too much, never too little. */
export function wordsMayContain(words: string, bigrams: Prisma.Sql): Prisma.Sql[] {
  return termsOf(words).map((term) => Prisma.sql`${bigrams} @> bigrams(fold(${term}))`)
}

function actionsIn(groups: NonNullable<AuditFilter['action']>): string[] {
  return groups.flatMap((group) => [...actionGroups[group]])
}

/** For the beginning of very many orders' numbers: the events are walked, and each one's order looked at. */
function numberBegins(number: string): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT FROM "order" o WHERE o.id = e.chain_id AND starts_with(o.number, ${number}))`
}

function byActor(actor: AuditFilter['actor']): Prisma.Sql[] {
  if (!actor) return []
  if (actor === 'system') return [Prisma.sql`e.actor_id IS NULL`]
  if (actor === 'desk') return [Prisma.sql`e.actor_role IN ('agent', 'lead', 'auditor', 'admin')`]
  return [Prisma.sql`e.actor_id = ${actor}::uuid`]
}

function paymentMoved({ paymentBefore, paymentAfter }: AuditFilter): Prisma.Sql[] {
  if (!paymentBefore && !paymentAfter) return []
  return [
    // Says what the partial indexes on it say.
    Prisma.sql`e.payment_before IS DISTINCT FROM e.payment_after`,
    ...(paymentBefore ? [Prisma.sql`e.payment_before = ${paymentBefore}::payment_status`] : []),
    ...(paymentAfter ? [Prisma.sql`e.payment_after = ${paymentAfter}::payment_status`] : []),
  ]
}

/** One and the same delivery moved from the one to the other. What the index can find comes first. */
function deliveryMoved({ shippingBefore: from, shippingAfter: to }: AuditFilter): Prisma.Sql[] {
  if (!from && !to) return []
  const one = [
    Prisma.sql`d.was IS DISTINCT FROM d.became`,
    ...(from ? [Prisma.sql`d.was = ${from}::shipping_status`] : []),
    ...(to ? [Prisma.sql`d.became = ${to}::shipping_status`] : []),
  ]
  return [
    Prisma.sql`e.shipping_before IS DISTINCT FROM e.shipping_after`,
    ...(from ? [Prisma.sql`e.shipping_before @> ARRAY[${from}::shipping_status]`] : []),
    ...(to ? [Prisma.sql`e.shipping_after @> ARRAY[${to}::shipping_status]`] : []),
    Prisma.sql`EXISTS (
      SELECT FROM unnest(e.shipping_before, e.shipping_after) AS d (was, became) WHERE ${all(one)})`,
  ]
}

/** All of the conditions; true where there is none. */
export function all(conditions: Prisma.Sql[]): Prisma.Sql {
  return conditions.length > 0 ? Prisma.join(conditions, ' AND ') : Prisma.sql`true`
}
