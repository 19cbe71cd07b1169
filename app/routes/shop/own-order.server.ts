import { type BoughtOrder, boughtOrder } from '~/orders/buying/bought.server'
import { notFound } from '../session.server'
import type { ShopArgs, Visited } from './front.server'

/** The order named in the address, for the member who bought it or the browser that placed it; 404 for others. */
export async function ownOrder({ params }: ShopArgs, { front, visit }: Visited): Promise<BoughtOrder> {
  const order = await boughtOrder(front, params.number ?? '')
  const isOwn = order?.buyerId
    ? order.buyerId === front.member?.id
    : order && visit.orders.includes(order.number)
  if (!order || !isOwn) throw notFound()
  return order
}
