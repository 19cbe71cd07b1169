import { Prisma } from '~/platform/prisma/client'
import { addDays, startOfTokyoDay } from '~/platform/tokyo'
import { permits, type Reader, shopScope } from '~/staff/desk.server'
import type { AuditFilter } from './filter'

/** Up to so many orders that a number's beginning names, their chains are looked at as they are. */
const fewOrders = 200
/** Up to so many their events' ids are gathered first; beyond, the newest events are walked, where matches are frequent. */
const manyOrders = 25_000

/** A filter with what it names found: the shop's id for its code, the chains of the orders, the request's id. */
export type Narrowed = {
  filter: AuditFilter
  shopId: string | null
  chains: string[] | null
  /** The number's beginning names more orders than that, and yet not any; see `numberedIds`. */
  numbered: boolean
  requestId: string | null
  /** Ids of events: from the first (included) to the last (not included). */
  ids: { from: string | null; before: string | null }
  /** A shop's own people look at their shop's events only; see `rowsOf`. */
  ownOnly: boolean
}

/**
 * Finds what a filter names. Null where there is no such thing, or it is another's, or the reader may see nothing: no
 * event matches then.
 */
export async function narrow(desk: Reader, filter: AuditFilter): Promise<Narrowed | null> {
  if (!permits(desk, 'audit.see')) return null
  const own = shopScope(desk.actor).shopId ?? null
  const shopId = filter.shop ? await shopNamed(desk, filter.shop) : own
  if (filter.shop && shopId === null) return null
  const requestId = filter.reference ? await requestNamed(desk, filter.reference) : null
  if (filter.reference && requestId === null) return null
  if (!(await mayAskAbout(desk, filter.actor))) return null
  const chains = filter.number ? await chainsOf(desk, filter.number, shopId) : null
  if (chains?.length === 0) return null
  const few = chains !== null && chains.length <= fewOrders
  const numbered =
    chains !== null && !few && own === null && (await areCountable(desk, filter.number, shopId))
  return {
    filter,
    shopId,
    requestId,
    chains: few ? chains : null,
    numbered,
    ids: periodOf(filter),
    ownOnly: own !== null,
  }
}

async function shopNamed(desk: Reader, code: string): Promise<string | null> {
  const { shopId } = shopScope(desk.actor)
  const shop = await desk.db.shop.findFirst({
    where: { code, ...(shopId && { id: shopId }) },
    select: { id: true },
  })
  return shop?.id ?? null
}

async function requestNamed(desk: Reader, reference: string): Promise<string | null> {
  const where = { reference, ...shopScope(desk.actor) }
  const request = await desk.db.correctionRequest.findFirst({ where, select: { id: true } })
  return request?.id ?? null
}

/** An order's events stand on the order's chain. One more than `fewOrders` says that there are too many. */
async function chainsOf(desk: Reader, number: string, shopId: string | null): Promise<string[]> {
  const orders = await desk.db.order.findMany({
    where: { number: { startsWith: number }, ...(shopId && { shopId }) },
    select: { id: true },
    take: fewOrders + 1,
  })
  return orders.map(({ id }) => id)
}

async function areCountable(
  desk: Reader,
  number: string | undefined,
  shopId: string | null,
): Promise<boolean> {
  const where = { number: { startsWith: number ?? '' }, ...(shopId && { shopId }) }
  return (await desk.db.order.count({ where, take: manyOrders + 1 })) <= manyOrders
}

/** A shop asks about its own people by name, and about the desk's only taken together. */
async function mayAskAbout(desk: Reader, actor: AuditFilter['actor']): Promise<boolean> {
  const { shopId } = shopScope(desk.actor)
  if (!shopId || !actor || actor === 'desk' || actor === 'system') return true
  const member = await desk.db.member.findFirst({
    where: { organizationId: shopId, userId: actor },
    select: { id: true },
  })
  return member !== null
}

function periodOf({ from, to }: AuditFilter): Narrowed['ids'] {
  return {
    from: from ? firstIdAt(startOfTokyoDay(from)) : null,
    before: to ? firstIdAt(startOfTokyoDay(addDays(to, 1))) : null,
  }
}

/** The lowest id that an event of that moment can have; the same as `uuid_floor` in SQL. */
export function firstIdAt(at: Date): string {
  const hex = Math.max(at.getTime(), 0).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}

/** The conditions on the events' ids, for a column that holds them. */
export function within({ from, before }: Narrowed['ids'], id: Prisma.Sql): Prisma.Sql[] {
  return [
    ...(from ? [Prisma.sql`${id} >= ${from}::uuid`] : []),
    ...(before ? [Prisma.sql`${id} < ${before}::uuid`] : []),
  ]
}
