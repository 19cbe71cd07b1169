import { z } from 'zod'
import { newestArchivedMonth } from '~/audit/archive/places.server'
import { type AsOf, type BeforeAll, orderAsOf } from '~/audit/as-of.server'
import { askedWhen, findOrder, type HistoryOrder, historyPage, orderEvents } from '~/audit/history.server'
import { sealedBy } from '~/audit/sealed-by.server'
import { verifyOrder } from '~/audit/verify.server'
import { assessmentsAt, findingsAtDecisions } from '~/corrections/findings-then.server'
import { tokyoMoment } from '~/platform/tokyo'
import { type Desk, permits } from '~/staff/desk.server'

const flag = z.literal('1').optional().catch(undefined)
const querySchema = z.object({
  shop: z.string().max(64).optional().catch(undefined),
  before: z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined),
  at: z.string().trim().max(64).catch(''),
  kind: z.literal('status').optional().catch(undefined),
  print: flag,
  verify: flag,
})
type Query = z.infer<typeof querySchema>

/** Events in a printed history; what is older is printed as of an earlier moment. */
export const printedEvents = 2000
/** A chain up to here is checked with each look at the page; a longer one when somebody asks for it. */
const checkedAtOnce = 1000

/** All that the page of one order's history shows; null when there is no such order that this person may see. */
export async function orderView(desk: Desk, number: string, url: string) {
  const query = querySchema.parse(Object.fromEntries(new URL(url).searchParams))
  const found = await findOrder(desk, number, query.shop)
  if (found?.kind !== 'one') return found
  const { order } = found
  const chosen = readMoment(query.at, desk.clock.now())
  const asOf = chosen.at && (await asOfWithVerdicts(desk, order, chosen.at))
  const page = await eventsOf(desk, order, query, asOf)
  const [asked, findings, verified, seal] = await Promise.all([
    askedWhen(desk, page.events),
    findingsAtDecisions(desk.db, page.events),
    isChecked(order, query, asOf) ? verifyOrder(desk.db, order.id) : null,
    sealedBy(desk.db, order.id, asOf?.kind === 'then' ? asOf.seq : order.eventSeq),
  ])
  return {
    kind: 'history' as const,
    order,
    ...page,
    beside: { asked, findings, requests: requestsOf(desk) },
    asOf,
    wrongMoment: chosen.wrong,
    archived: page.older === null ? await newestArchivedMonth(desk.db, order.id) : null,
    mayErase: permits(desk, 'audit.erase'),
    verified,
    seal,
    view: { at: query.at || undefined, kind: query.kind, before: query.before },
    print: query.print && !chosen.wrong ? { by: desk.actor.name, at: desk.clock.now() } : null,
  }
}

/** The past on screen says nothing of the chain; whatever is printed does. */
function isChecked({ eventSeq }: HistoryOrder, { print, verify }: Query, asOf: Then | null): boolean {
  return Boolean(print) || (!asOf && (Boolean(verify) || eventSeq <= checkedAtOnce))
}

export type OrderHistoryView = Extract<
  NonNullable<Awaited<ReturnType<typeof orderView>>>,
  { kind: 'history' }
>

function requestsOf(desk: Desk) {
  return permits(desk, 'desk.see') ? ('/desk' as const) : ('/requests' as const)
}

function eventsOf(desk: Desk, order: HistoryOrder, query: Query, asOf: Then | null) {
  if (asOf?.kind === 'before') return { events: [], older: null }
  const cut = asOf ? asOf.seq + 1 : undefined
  const before = query.before && cut ? Math.min(query.before, cut) : (query.before ?? cut)
  return orderEvents(desk, order, {
    before: query.print ? cut : before,
    most: query.print ? printedEvents : historyPage,
    only: query.kind,
  })
}

type Then = Awaited<ReturnType<typeof asOfWithVerdicts>>

async function asOfWithVerdicts(desk: Desk, order: HistoryOrder, at: Date) {
  const asOf: AsOf | BeforeAll = await orderAsOf(desk.db, order, at)
  if (asOf.kind === 'before') return asOf
  const ids = asOf.requests.map(({ id }) => id)
  const assessments = await assessmentsAt(desk.db, ids, at)
  const requests = asOf.requests.map((request) => ({
    ...request,
    assessed: assessments.get(request.id) ?? null,
  }))
  return { ...asOf, requests }
}

export type WrongMoment = 'unreadable' | 'future'

function readMoment(typed: string, now: Date): { at: Date | null; wrong: WrongMoment | null } {
  if (typed === '') return { at: null, wrong: null }
  const at = tokyoMoment(typed)
  if (!at) return { at: null, wrong: 'unreadable' }
  return at > now ? { at: null, wrong: 'future' } : { at, wrong: null }
}
