import type { OrderWithDeliveries } from '~/orders/record.server'
import { isFresh, type StandingEvidence } from '~/orders/standing-evidence.server'
import type { Desk } from '~/staff/desk.server'
import { permits } from '~/staff/desk.server'
import { type Finding, isBlocking } from '~/verdicts/findings'
import { type Act, type ActRefused, act, type Done, recordRefusal } from './act.server'
import { askAndAssess } from './ask-kuroneko.server'
import { type Assessed, assessRequest, keepAssessment } from './assess.server'
import { type Approvable, approvable, contentOf, type Moved, whatMoved } from './content.server'
import { type DecisionInput, keepDecision } from './decision.server'
import { record, requestEvent } from './record.server'
import { type Refused, refuse } from './refusals'

export type Approval = DecisionInput & {
  action: 'approve' | 'approve_second'
  /** Of what the reviewer saw; nothing else is applied. */
  digest: string
  /** The content that the digest was made of, so that a refusal can say what moved. */
  content?: string | undefined
  /** A lead approves in spite of blocking findings; the note says why. */
  override?: boolean | undefined
}

export type Stale = Refused<'stale'> & { digest: string; moved: Moved[] }
export type Blocked = Refused<'blocked'> & { findings: Finding[] }
export type Approved = Done & { awaitsSecond: boolean }
export type ApprovalRefused = Stale | Blocked | Refused<'same_person' | 'under_way'>
type Answer = Approved | Done | ActRefused | ApprovalRefused
/** Nothing was decided yet: Kuroneko is to be asked about this order first. */
type AskFirst = { ok: false; askFirst: string }

/**
 * Approves exactly what the reviewer saw, and applies it; or, where two people are needed, keeps it as the first
 * approval. Kuroneko is asked again before, if its answer has grown old. Applying is one transaction: order, deliveries,
 * both events, decision and request, or none of them.
 */
export async function approve(desk: Desk, input: Approval): Promise<Answer> {
  const { reference, action, idempotencyKey } = input
  const attempt = <R extends Answer | AskFirst>(body: (acting: Act, assessed: Assessed) => Promise<R>) =>
    act(
      desk,
      reference,
      action,
      async (acting) =>
        body(acting, await assessRequest(acting.tx, acting.request, acting.order, desk.clock.now())),
      idempotencyKey,
    )
  const answer = await attempt<Answer | AskFirst>(async (acting, assessed) => {
    const { order } = acting
    if (order && isOld(assessed.evidence, desk.clock.now())) return { ok: false, askFirst: order.id }
    return decide(acting, input, assessed)
  })
  if (!('askFirst' in answer)) return answer
  await askAndAssess(desk, answer.askFirst)
  return attempt<Answer>((acting, assessed) => decide(acting, input, assessed))
}

function isOld(evidence: StandingEvidence | null, now: Date): boolean {
  return !evidence || !isFresh(evidence, now)
}

async function decide(acting: Act, input: Approval, assessed: Assessed): Promise<Answer> {
  const { request, order, desk, tx } = acting
  const blocking = assessed.assessment.findings.filter(isBlocking)
  if (!order) return blocked(acting, input, blocking)
  if (input.action === 'approve_second' && request.firstApproverId === desk.actor.id) {
    await recordRefusal(tx, desk, { request, order }, input.action, 'same_person')
    return refuse('same_person')
  }
  if (assessed.underWay) {
    await recordRefusal(tx, desk, { request, order }, input.action, 'under_way')
    return refuse('under_way')
  }
  const current = approvable(request, order, assessed)
  const first = input.action === 'approve_second' ? await firstApproval(acting) : null
  if (current.digest !== input.digest || (first && first.digest !== current.digest)) {
    return stale(acting, input, current)
  }
  const overridden = first?.override ?? overrides(desk, input, blocking)
  if (blocking.length > 0 && !overridden) return blocked(acting, input, blocking)
  await keepAssessment(tx, request, order.version, assessed, desk.clock.now())
  const decision = { ...input, override: blocking.length > 0 }
  if (acting.whenTwo && (assessed.assessment.secondPerson || decision.override)) {
    return approveFirst(acting, decision, current, assessed)
  }
  return apply(acting, decision, current, order)
}

/** Whether this approval may go on in spite of what stands in the way. */
function overrides(desk: Desk, input: Approval, blocking: Finding[]): boolean {
  const allowed = input.override === true && permits(desk, 'desk.override')
  return allowed && (input.note ?? '').length > 0 && blocking.every(({ overridable }) => overridable)
}

async function approveFirst(acting: Act, input: Approval, current: Approvable, { assessment }: Assessed) {
  const { tx, desk, request, order } = acting
  const to = 'awaiting_second'
  const picture = current.content.evidence?.kind === 'screenshot'
  const why = [
    ...assessment.secondPersonReasons,
    ...(input.override ? ['override'] : []),
    ...(picture ? ['screenshot'] : []),
  ]
  const event = requestEvent(desk, acting, 'correction.approved_first', {
    digest: current.digest,
    details: { ...factsOf(current, input), second: why.join(',') },
    ...(input.note && { words: input.note }),
  })
  await keepDecision(acting, input, {
    action: 'approve',
    result: to,
    digest: current.digest,
    content: current.text,
  })
  await record(tx, { request, order }, [event], { to, set: { firstApproverId: desk.actor.id } })
  return { ok: true as const, state: to as typeof to, awaitsSecond: true }
}

async function apply(acting: Act, input: Approval, current: Approvable, order: OrderWithDeliveries) {
  const { tx, desk, request, to } = acting
  const { before, after } = current.content
  const { digest, text } = current
  const details = factsOf(current, input)
  const corrected = requestEvent(desk, acting, 'order.corrected', { before, after, digest, details })
  const approved = requestEvent(desk, acting, 'correction.approved', {
    digest,
    details,
    ...(input.note && { words: input.note }),
  })
  await keepDecision(acting, input, { action: 'approve', result: to, digest, content: text })
  await record(tx, { request, order }, [corrected, approved], {
    to,
    shown: after,
    set: { decidedById: desk.actor.id, decidedAt: desk.clock.now() },
  })
  return { ok: true as const, state: to, awaitsSecond: false }
}

/** What the decision stood on, for the log: evidence, verdict and findings. */
export function factsOf({ content }: Approvable, input: Approval) {
  const { evidence, verdict, findings } = content
  return {
    verdict,
    findings: findings.map(({ id }) => id).join(','),
    evidence_kind: evidence?.kind ?? null,
    evidence_outcome: evidence?.outcome ?? null,
    status_info: evidence?.status_info ?? null,
    evidence_amount: evidence?.amount ?? null,
    override: input.override === true,
  }
}

/** What the first approver approved; the second approval is for the same and nothing else. */
function firstApproval({ tx, request }: Act) {
  return tx.decision.findFirst({
    where: { requestId: request.id, action: 'approve', result: 'awaiting_second' },
    orderBy: { at: 'desc' },
    select: { digest: true, override: true },
  })
}

/** Nothing is written but the refusal; a request that waited for its second approval goes back into review. */
async function stale(acting: Act, input: Approval, current: Approvable): Promise<Stale> {
  const { tx, desk, request, order } = acting
  const second = input.action === 'approve_second'
  const back = second ? ({ to: 'in_review', set: { firstApproverId: null } } as const) : {}
  const seen = contentOf(input.content, input.digest)
  await recordRefusal(tx, desk, { request, order }, input.action, 'stale', back)
  const moved = seen ? whatMoved(seen, current.content) : []
  return { ok: false, refusal: 'stale', digest: current.digest, moved }
}

async function blocked(acting: Act, input: Approval, findings: Finding[]): Promise<Blocked> {
  const { tx, desk, request, order } = acting
  await recordRefusal(tx, desk, { request, order }, input.action, 'blocked')
  return { ...refuse('blocked'), findings }
}
