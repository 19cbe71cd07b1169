import { v7 as uuidv7 } from 'uuid'
import type { Transaction } from '~/platform/database.server'
import type { PaymentStatus } from '~/platform/prisma/enums'
import type { EventOnOrder } from '../record.server'
import type { StandingEvidence } from '../standing-evidence.server'
import { differenceOf } from './difference'

type Compared = { id: string; shopId: string; paymentStatus: PaymentStatus; amount: number }
/** What an answer of Kuroneko's comes to. */
type Said = Pick<StandingEvidence, 'id' | 'outcome' | 'statusInfo' | 'amount'>
/** Whose act it was that made the two differ or agree. */
type Because = Pick<EventOnOrder, 'at' | 'actor' | 'via'>

/**
 * Opens, confirms or closes a locked order's drift by what Kuroneko has just answered. No usable answer settles nothing.
 * Returns the event for the order's chain, if there is one.
 */
export async function settleByEvidence(
  tx: Transaction,
  order: Compared,
  evidence: StandingEvidence,
  because: Because,
): Promise<EventOnOrder[]> {
  if (evidence.outcome === 'unknown') return []
  const open = await tx.drift.findFirst({ where: { orderId: order.id, closedAt: null } })
  const { at } = because
  if (!differenceOf({ order, evidence })) {
    if (!open) return []
    await tx.drift.update({ where: { id: open.id }, data: { closedAt: at, evidenceId: evidence.id } })
    return [driftEvent('order.drift_closed', order, evidence, because)]
  }
  if (open) {
    await tx.drift.update({ where: { id: open.id }, data: { seenAt: at, evidenceId: evidence.id } })
    return []
  }
  const { id: orderId, shopId } = order
  await tx.drift.create({
    data: { id: uuidv7(), shopId, orderId, evidenceId: evidence.id, foundAt: at, seenAt: at },
  })
  return [driftEvent('order.drift_found', order, evidence, because)]
}

/**
 * Closes the drifts of locked orders that are about to show what Kuroneko said last. Returns the events by order.
 * @param orders as they will stand
 */
export async function settleByChange(
  tx: Transaction,
  orders: (Compared & { because: Because })[],
): Promise<Map<string, EventOnOrder[]>> {
  const byId = new Map(orders.map((order) => [order.id, order]))
  const open = await tx.$queryRaw<(Said & { driftId: string; orderId: string })[]>`
    SELECT d.id AS "driftId", d.order_id AS "orderId", e.id, e.outcome, e.status_info AS "statusInfo", e.amount
    FROM drift d JOIN evidence e ON e.id = d.evidence_id
    WHERE d.order_id = ANY (${[...byId.keys()]}::uuid[]) AND d.closed_at IS NULL`
  const events = new Map<string, EventOnOrder[]>()
  for (const { driftId, orderId, ...evidence } of open) {
    const order = byId.get(orderId)
    if (!order || differenceOf({ order, evidence })) continue
    await tx.drift.update({ where: { id: driftId }, data: { closedAt: order.because.at } })
    events.set(orderId, [driftEvent('order.drift_closed', order, evidence, order.because)])
  }
  return events
}

/** How the log tells that a drift was found or is over. */
export function driftEvent(
  action: 'order.drift_found' | 'order.drift_closed',
  order: Compared,
  evidence: Said,
  { at, actor, via }: Because,
): EventOnOrder {
  const { outcome, statusInfo, amount } = evidence
  return {
    action,
    outcome: 'done',
    at,
    actor,
    via,
    requestId: null,
    details: {
      shown: order.paymentStatus,
      amount: order.amount,
      evidence: evidence.id,
      evidence_outcome: outcome,
      status_info: statusInfo,
      evidence_amount: amount,
    },
  }
}
