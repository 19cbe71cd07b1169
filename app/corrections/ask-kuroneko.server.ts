import type { Limits } from '~/kuroneko/client.server'
import { type Asker, askKuroneko } from '~/orders/evidence.server'
import { lockOrder } from '~/orders/record.server'
import type { Transaction } from '~/platform/database.server'
import { type Desk, permits, shopScope } from '~/staff/desk.server'
import { assessRequest, keepAssessment } from './assess.server'
import { openStates } from './life'
import { refuse } from './refusals'

/** Asks Kuroneko about a request's order now, and puts all of the order's open requests before the rules again. */
export async function askAboutRequest(desk: Desk, reference: string) {
  if (!permits(desk, 'kuroneko.ask')) return refuse('not_found')
  const where = { reference, ...shopScope(desk.actor) }
  const request = await desk.db.correctionRequest.findFirst({ where, select: { orderId: true, state: true } })
  if (!request) return refuse('not_found')
  if (request.orderId) await askAndAssess(desk, request.orderId)
  return { ok: true as const, state: request.state }
}

/** Asks, keeps the evidence, and writes what the rules now say of the order's open requests. */
export async function askAndAssess(asker: Asker, orderId: string, limits?: Partial<Limits>) {
  const evidence = await askKuroneko(asker, orderId, limits)
  if (evidence) await asker.db.$transaction((tx) => assessOpenRequests(tx, orderId, asker.clock.now()))
  return evidence
}

/** Puts an order's open requests before the rules, under the order's lock. */
export async function assessOpenRequests(tx: Transaction, orderId: string, now: Date): Promise<void> {
  const order = await lockOrder(tx, orderId)
  if (!order) return
  const requests = await tx.correctionRequest.findMany({
    where: { orderId, state: { in: openStates } },
    take: 20,
  })
  for (const request of requests) {
    const assessed = await assessRequest(tx, request, order, now)
    await keepAssessment(tx, request, order.version, assessed, now)
  }
}
