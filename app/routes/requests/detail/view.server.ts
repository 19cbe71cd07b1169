import { requestHistory } from '~/audit/history.server'
import { type RequestDetail, requestDetail } from '~/corrections/detail.server'
import { openStates } from '~/corrections/life'
import { shopEvidence } from '~/corrections/preview.server'
import { medianWaitingTime } from '~/corrections/waiting-time.server'
import { shownBy } from '~/orders/record.server'
import type { Desk } from '~/staff/desk.server'

/**
 * What the shop sees of one of its requests: nothing of what the desk's people write for each other, and the desk's
 * people see here what the shop sees. Null when there is none that this person may see.
 */
export async function requestView(desk: Desk, reference: string) {
  const detail = await requestDetail(desk, reference)
  if (!detail) return null
  const { request, messages, actions, decisions, applied } = detail
  const [usual, history] = await Promise.all([medianWaitingTime(desk.db), requestHistory(desk, reference)])
  const { reference: own, state, number, numberAsTyped, numberMatch, filedAt, dueAt, decidedAt } = request
  const { paymentWish, shippingWish, claim, claimWords, reason, onBehalf, order, shop } = request
  const rejection = decisions.findLast(({ action }) => action === 'reject')
  return {
    reference: own,
    state,
    order: order && { number: order.number, shown: shownBy(order) },
    applied,
    number: { used: number, typed: numberAsTyped, match: numberMatch },
    wish: { paymentWish, shippingWish },
    claim,
    claimWords,
    reason,
    shop: { code: shop.code, name: shop.name },
    filedBy: request.filedBy.name,
    filedAt,
    onBehalf,
    dueAt,
    decidedAt,
    reverts: request.reverts?.reference ?? null,
    rejection: rejection ? { note: rejection.note } : null,
    messages: messages
      .filter(({ kind }) => kind !== 'note')
      .map(({ id, kind, body, at, author }) => ({ id, kind, body, at, author: author.name })),
    canAnswer: actions.includes('answer'),
    canWithdraw: actions.includes('withdraw'),
    evidence: detail.evidence && shopEvidence(detail.evidence),
    outlook: outlookOf(detail),
    usual,
    history,
    own: desk.actor.role === 'merchant',
    userId: desk.actor.id,
  }
}

/** What the rules say of it, as long as that can still change anything. */
function outlookOf({ request, assessment }: RequestDetail) {
  if (!openStates.includes(request.state)) return null
  const { verdict, secondPerson, findings } = assessment
  return { verdict, secondPerson, findings }
}

export type RequestView = NonNullable<Awaited<ReturnType<typeof requestView>>>
