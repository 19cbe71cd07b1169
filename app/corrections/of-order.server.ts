import { type Desk, permits, shopScope } from '~/staff/desk.server'
import { openStates } from './life'

/** The open requests of an order, oldest first. */
export async function openRequestsOf(desk: Desk, orderId: string) {
  if (!permits(desk, 'requests.see')) return []
  return desk.db.correctionRequest.findMany({
    where: { ...shopScope(desk.actor), orderId, state: { in: openStates } },
    orderBy: { filedAt: 'asc' },
    select: { reference: true, state: true, paymentWish: true, shippingWish: true, filedAt: true },
  })
}
