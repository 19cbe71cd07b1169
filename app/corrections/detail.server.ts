import type { Prisma } from '~/platform/prisma/client'
import { type Desk, permits, shopScope } from '~/staff/desk.server'
import { assessRequest } from './assess.server'
import { approvable, contentOf } from './content.server'
import { actionsFor, openStates } from './life'

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
  const [messages, decisions, others, assessed] = await Promise.all([
    conversation(desk, request.id),
    decisionsOn(desk, request.id),
    otherOpen(desk, request),
    assessRequest(desk.db, request, request.order, desk.clock.now()),
  ])
  const { order } = request
  const bound = order && approvable(request, order, assessed)
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
    assessment: assessed.assessment,
    evidence: assessed.evidence,
    mayOverride: permits(desk, 'desk.override'),
    mayAsk: permits(desk, 'kuroneko.ask'),
    mayErase: permits(desk, 'audit.erase'),
    applied: appliedChange(decisions),
    changedSinceFiling: order !== null && order.version !== request.orderVersion,
  }
}
export type RequestDetail = NonNullable<Awaited<ReturnType<typeof requestDetail>>>

type Loaded = Prisma.CorrectionRequestGetPayload<{ include: typeof fields }>

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
    select: {
      action: true,
      note: true,
      noteErased: true,
      override: true,
      at: true,
      result: true,
      digest: true,
      content: true,
      actor: person,
    },
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
