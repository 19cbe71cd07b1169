import type { OrderWithDeliveries } from '~/orders/record.server'
import type { Desk } from '~/staff/desk.server'
import { type Act, type ActRefused, act, type Done, recordRefusal } from './act.server'
import { changesNothing } from './change'
import { type Approvable, approvable, contentOf, type Moved, whatMoved } from './content.server'
import { type DecisionInput, keepDecision } from './decision.server'
import { record, requestEvent } from './record.server'
import { type Refused, refuse } from './refusals'
import { type SecondPersonReason, secondPersonFor } from './second-person'
import { deskSettings } from './settings.server'

export type Approval = DecisionInput & {
  action: 'approve' | 'approve_second'
  /** Of what the reviewer saw; nothing else is applied. */
  digest: string
  /** The content that the digest was made of, so that a refusal can say what moved. */
  content?: string | undefined
}

export type Stale = Refused<'stale'> & { digest: string; moved: Moved[] }
export type Approved = Done & { second: SecondPersonReason[] }
export type ApprovalRefused = Refused<'no_order' | Blocked>
type Answer = Approved | Done | Stale | ActRefused | ApprovalRefused

/**
 * Approves exactly what the reviewer saw, and applies it; or, where two people are needed, keeps it as the first
 * approval. Applying is one transaction: order, deliveries, both events, decision and request, or none of them.
 */
export function approve(desk: Desk, input: Approval): Promise<Answer> {
  return act<Answer>(
    desk,
    input.reference,
    input.action,
    (acting) => decide(acting, input),
    input.idempotencyKey,
  )
}

async function decide(acting: Act, input: Approval): Promise<Answer> {
  const { request, order, desk, tx } = acting
  if (!order) return refused(acting, input, 'no_order')
  const blocked = blockedBy(acting, order, input)
  if (blocked) return refused(acting, input, blocked)
  const current = approvable(request, order)
  const first = input.action === 'approve_second' ? await firstApproved(acting) : current
  if (current.digest !== input.digest || current.digest !== first?.digest)
    return stale(acting, input, current)
  const settings = await deskSettings(tx)
  const second = secondPersonFor(order, request.paymentWish, settings.secondPersonFrom)
  if (acting.whenTwo && second.length > 0) return approveFirst(acting, input, current, second)
  return apply(acting, input, current, desk)
}

type Blocked = 'same_person' | 'not_kuroneko' | 'nothing_changes'

function blockedBy({ request, desk }: Act, order: OrderWithDeliveries, input: Approval): Blocked | null {
  if (input.action === 'approve_second' && request.firstApproverId === desk.actor.id) return 'same_person'
  if (order.paymentMethod !== 'kuroneko_card' || order.origin === 'imported') return 'not_kuroneko'
  const { content } = approvable(request, order)
  return changesNothing(content.before, content.after) ? 'nothing_changes' : null
}

async function approveFirst(acting: Act, input: Approval, current: Approvable, second: SecondPersonReason[]) {
  const { tx, desk, request, order } = acting
  const to = 'awaiting_second'
  const event = requestEvent(desk, acting, 'correction.approved_first', {
    digest: current.digest,
    details: { second: second.join(',') },
    ...(input.note && { words: input.note }),
  })
  await keepDecision(acting, input, {
    action: 'approve',
    result: to,
    digest: current.digest,
    content: current.text,
  })
  await record(tx, { request, order }, [event], { to, set: { firstApproverId: desk.actor.id } })
  return { ok: true as const, state: to as typeof to, second }
}

async function apply(acting: Act, input: Approval, current: Approvable, desk: Desk) {
  const { tx, request, order, to } = acting
  const { before, after } = current.content
  const { digest, text } = current
  const corrected = requestEvent(desk, acting, 'order.corrected', { before, after, digest })
  const approved = requestEvent(desk, acting, 'correction.approved', {
    digest,
    ...(input.note && { words: input.note }),
  })
  await keepDecision(acting, input, { action: 'approve', result: to, digest, content: text })
  await record(tx, { request, order }, [corrected, approved], {
    to,
    shown: after,
    set: { decidedById: desk.actor.id, decidedAt: desk.clock.now() },
  })
  return { ok: true as const, state: to, second: [] }
}

/** What the first approver approved; the second approval is for the same and nothing else. */
function firstApproved({ tx, request }: Act) {
  return tx.decision.findFirst({
    where: { requestId: request.id, action: 'approve', result: 'awaiting_second' },
    orderBy: { at: 'desc' },
    select: { digest: true, content: true },
  })
}

/** Nothing is written but the refusal; a request that waited for its second approval goes back into review. */
async function stale(acting: Act, input: Approval, current: Approvable): Promise<Stale> {
  const { tx, desk, request, order } = acting
  const back =
    input.action === 'approve_second' ? ({ to: 'in_review', set: { firstApproverId: null } } as const) : {}
  const seen = contentOf(input.content, input.digest)
  await recordRefusal(tx, desk, { request, order }, input.action, 'stale', back)
  const moved = seen ? whatMoved(seen, current.content) : []
  return { ok: false, refusal: 'stale', digest: current.digest, moved }
}

async function refused<R extends 'no_order' | Blocked>(
  acting: Act,
  input: Approval,
  refusal: R,
): Promise<Refused<R>> {
  const { tx, desk, request, order } = acting
  await recordRefusal(tx, desk, { request, order }, input.action, refusal)
  return refuse(refusal)
}
