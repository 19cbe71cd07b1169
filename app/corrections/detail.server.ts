import { shownBy } from '~/orders/record.server'
import type { Prisma } from '~/platform/prisma/client'
import { type Desk, permits, shopScope } from '~/staff/desk.server'
import { changesNothing } from './change'
import { approvable, contentOf } from './content.server'
import { actionsFor, openStates } from './life'
import { secondPersonFor } from './second-person'
import { deskSettings } from './settings.server'

const person = { select: { id: true, name: true, role: true } }

const fields = {
  shop: { select: { id: true, code: true, name: true, carrierSetting: true } },
  order: { include: { deliveries: { orderBy: { index: 'asc' } } } },
  filedBy: person,
  assignee: person,
  firstApprover: person,
  decidedBy: person,
  reverts: { select: { reference: true } },
} satisfies Prisma.CorrectionRequestInclude

/**
 * All that the pages of one request show: the request, its order now, the conversation (notes for the desk only), what
 * this person may do, and what an approval would be bound to. Null when there is none that this person may see.
 */
export async function requestDetail(desk: Desk, reference: string) {
  if (!permits(desk, 'requests.see')) return null
  const where = { reference, ...shopScope(desk.actor) }
  const request = await desk.db.correctionRequest.findFirst({ where, include: fields })
  if (!request) return null
  const [messages, decisions, others, settings] = await Promise.all([
    conversation(desk, request.id),
    decisionsOn(desk, request.id),
    otherOpen(desk, request),
    deskSettings(desk.db),
  ])
  const { order } = request
  const bound = order && approvable(request, order)
  return {
    request,
    messages,
    decisions,
    others,
    actions: actionsFor(desk.actor, request),
    approval: bound && {
      digest: bound.digest,
      text: bound.text,
      before: bound.content.before,
      after: bound.content.after,
    },
    obstacles: order ? obstacles(request, order) : (['no_order'] as const),
    second: order ? secondPersonFor(order, request.paymentWish, settings.secondPersonFrom) : [],
    /** Yen; from here on two people approve. */
    limit: settings.secondPersonFrom,
    applied: appliedChange(decisions),
    changedSinceFiling: order !== null && order.version !== request.orderVersion,
  }
}
export type RequestDetail = NonNullable<Awaited<ReturnType<typeof requestDetail>>>

type Loaded = Prisma.CorrectionRequestGetPayload<{ include: typeof fields }>

/** What makes approving impossible whatever a reviewer thinks of it; the approval itself checks the same again. */
function obstacles(request: Loaded, order: NonNullable<Loaded['order']>) {
  const found: ('not_kuroneko' | 'nothing_changes')[] = []
  if (order.paymentMethod !== 'kuroneko_card' || order.origin === 'imported') found.push('not_kuroneko')
  const now = shownBy(order)
  if (changesNothing(now, approvable(request, order).content.after)) found.push('nothing_changes')
  return found
}

function conversation(desk: Desk, requestId: string) {
  return desk.db.message.findMany({
    where: { requestId, ...(!permits(desk, 'notes.see') && { kind: { not: 'note' } }) },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    take: 500,
    include: { author: person },
  })
}

function decisionsOn(desk: Desk, requestId: string) {
  return desk.db.decision.findMany({
    where: { requestId },
    orderBy: { at: 'asc' },
    take: 100,
    select: { action: true, note: true, at: true, result: true, digest: true, content: true, actor: person },
  })
}

/** What the order showed before and after, once the request is applied. */
function appliedChange(decisions: Awaited<ReturnType<typeof decisionsOn>>) {
  const last = decisions.findLast(({ result }) => result === 'applied')
  const content = last?.digest ? contentOf(last.content ?? undefined, last.digest) : null
  return content && { before: content.before, after: content.after }
}

function otherOpen(desk: Desk, request: Loaded) {
  if (!request.orderId) return []
  return desk.db.correctionRequest.findMany({
    where: { orderId: request.orderId, id: { not: request.id }, state: { in: openStates } },
    select: { reference: true, state: true },
    take: 10,
  })
}
