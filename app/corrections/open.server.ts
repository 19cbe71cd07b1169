import { lockOrder, type OrderWithDeliveries } from '~/orders/record.server'
import type { Transaction } from '~/platform/database.server'
import type { CorrectionRequest } from '~/platform/prisma/client'
import { type Desk, shopScope } from '~/staff/desk.server'

export type Opened = { request: CorrectionRequest; order: OrderWithDeliveries | null }

/**
 * Reads a request for writing: its order's row is locked first, or the request's own where no order is matched, so
 * that all who act on it wait for one another. Null when there is none that this actor may see.
 */
export async function openRequest(tx: Transaction, desk: Desk, reference: string): Promise<Opened | null> {
  const where = { reference, ...shopScope(desk.actor) }
  const found = await tx.correctionRequest.findFirst({ where, select: { id: true, orderId: true } })
  if (!found) return null
  const order = found.orderId ? await lockOrder(tx, found.orderId) : null
  await tx.$queryRaw`SELECT 1 FROM correction_request WHERE id = ${found.id}::uuid FOR UPDATE`
  const request = await tx.correctionRequest.findUniqueOrThrow({ where: { id: found.id } })
  return request.orderId === found.orderId ? { request, order } : openRequest(tx, desk, reference)
}
