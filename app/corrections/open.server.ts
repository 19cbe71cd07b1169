import { lockOrder, type OrderWithDeliveries } from '~/orders/record.server'
import { columnsOf } from '~/platform/columns.server'
import type { Transaction } from '~/platform/database.server'
import { type CorrectionRequest, Prisma } from '~/platform/prisma/client'
import { type Desk, shopScope } from '~/staff/desk.server'

export type Opened = { request: CorrectionRequest; order: OrderWithDeliveries | null }

/**
 * Reads a request for writing: its order's row is locked first, or the request's own where no order is matched, so
 * that all who act on it wait for one another. Null when there is none that this actor may see.
 */
export async function openRequest(tx: Transaction, desk: Desk, reference: string): Promise<Opened | null> {
  const { shopId = null } = shopScope(desk.actor)
  const [found] = await tx.$queryRaw<Pick<CorrectionRequest, 'id' | 'orderId'>[]>`
    SELECT id, order_id AS "orderId" FROM correction_request
    WHERE reference = ${reference} AND (${shopId}::uuid IS NULL OR shop_id = ${shopId}::uuid)`
  if (!found) return null
  const order = found.orderId ? await lockOrder(tx, found.orderId) : null
  const [request] = await tx.$queryRaw<CorrectionRequest[]>`
    SELECT ${requestColumns} FROM correction_request WHERE id = ${found.id}::uuid FOR UPDATE`
  if (!request) return null
  return request.orderId === found.orderId ? { request, order } : openRequest(tx, desk, reference)
}

const requestColumns = columnsOf(Prisma.CorrectionRequestScalarFieldEnum)
