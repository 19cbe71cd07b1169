import type { Transaction } from '~/platform/database.server'
import { type EventOnOrder, type OrderWithDeliveries, recordOnOrder, shownBy } from '../record.server'
import { returnStock } from './stock.server'

/** Shows a locked order as 仮売上: the buyer has paid by card. */
export async function recordAuthorized(
  tx: Transaction,
  order: OrderWithDeliveries,
  event: EventOnOrder,
): Promise<OrderWithDeliveries> {
  const before = shownBy(order)
  const after = { ...before, payment: 'authorized' as const }
  return recordOnOrder(tx, order, [{ ...event, before, after }], after)
}

/** Shows a locked order as captured. */
export async function recordCaptured(
  tx: Transaction,
  order: OrderWithDeliveries,
  event: EventOnOrder,
): Promise<OrderWithDeliveries> {
  const before = shownBy(order)
  const after = { ...before, payment: 'captured' as const }
  return recordOnOrder(tx, order, [{ ...event, before, after }], after)
}

/** Shows a locked order and its deliveries as cancelled, and gives back its stock: it does not go on. */
export async function recordCancelled(
  tx: Transaction,
  order: OrderWithDeliveries,
  event: EventOnOrder,
): Promise<OrderWithDeliveries> {
  const before = shownBy(order)
  const after = {
    payment: 'cancelled' as const,
    deliveries: before.deliveries.map(() => 'cancelled' as const),
  }
  const returned = await returnStock(tx, order.id)
  const details = { ...event.details, stock_returned: returned }
  return recordOnOrder(tx, order, [{ ...event, details, before, after }], after)
}

/** Shows a locked order as 決済失敗: Kuroneko refused what it was asked. */
export async function recordFailed(
  tx: Transaction,
  order: OrderWithDeliveries,
  event: EventOnOrder,
): Promise<OrderWithDeliveries> {
  const before = shownBy(order)
  const after = { ...before, payment: 'failed' as const }
  return recordOnOrder(tx, order, [{ ...event, action: 'order.payment_failed', before, after }], after)
}
