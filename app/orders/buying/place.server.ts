import { v7 as uuidv7 } from 'uuid'
import type { Transaction } from '~/platform/database.server'
import type { Storefront } from '~/shops/storefront.server'
import { takeStock } from '../operations/stock.server'
import { receiveOrders } from '../receive.server'
import type { EventOnOrder } from '../record.server'
import { type Cart, type CartLine, type Summed, summed } from './cart'
import type { PaymentChoice } from './checkout'
import { newOrderNumber } from './order-number.server'

export type Purchase = { cart: Cart; destinations: number; payment: PaymentChoice }

export type Placed =
  | { ok: true; orderId: string; number: string; amount: number }
  | { ok: false; refusal: 'empty' }
  /** The names of what there is not enough of. */
  | { ok: false; refusal: 'sold_out'; products: string[] }

/**
 * Places an order: its stock is taken, and it is received as 要確認 until the buyer has paid. All of it in one
 * transaction, or nothing. Where the goods go to is not kept: nothing is sent from here.
 */
export function placeOrder(front: Storefront, purchase: Purchase): Promise<Placed> {
  return front.db.$transaction(async (tx): Promise<Placed> => {
    const products = await tx.product.findMany({
      where: { shopId: front.shop.id, code: { in: Object.keys(purchase.cart) } },
      orderBy: [{ price: 'asc' }, { code: 'asc' }],
    })
    const sums = summed(purchase.cart, products, purchase.destinations)
    if (sums.lines.length === 0) return { ok: false, refusal: 'empty' }
    if (!(await takeStock(tx, sums.lines)))
      return { ok: false, refusal: 'sold_out', products: await soldOut(tx, sums.lines) }
    return { ok: true, amount: sums.amount, ...(await store(tx, front, purchase, sums)) }
  })
}

async function store(
  tx: Transaction,
  { shop, member, clock }: Storefront,
  { destinations, payment }: Purchase,
  { lines, amount, shipping }: Summed,
): Promise<{ orderId: string; number: string }> {
  const now = clock.now()
  const number = newOrderNumber(now)
  const deliveries = Array.from({ length: destinations }, () => ({
    status: 'unshipped' as const,
    slipNumber: null,
    carrier: null,
  }))
  await receiveOrders(tx, [
    {
      ...{ shopId: shop.id, number, numberAsReceived: number, orderedAt: now, version: 1, fee: 0 },
      ...{ amount, paymentMethod: payment, paymentStatus: 'incomplete', origin: 'platform', deliveries },
      kuronekoOrderNumber: payment === 'kuroneko_card' ? number : null,
      events: [received(now, deliveries, { amount, method: payment, origin: 'platform' })],
    },
  ])
  const { id: orderId } = await tx.order.update({
    where: { shopId_number: { shopId: shop.id, number } },
    data: { shippingFee: shipping, buyerId: member?.id ?? null },
    select: { id: true },
  })
  await tx.orderLine.createMany({
    data: lines.map(({ code: _, ...line }, index) => ({ ...line, id: uuidv7(), orderId, index })),
  })
  return { orderId, number }
}

function received(
  at: Date,
  deliveries: { status: 'unshipped' }[],
  details: EventOnOrder['details'],
): EventOnOrder {
  return {
    ...{ action: 'order.received', outcome: 'done', at, actor: null, via: 'shop', requestId: null },
    after: { payment: 'incomplete', deliveries: deliveries.map(({ status }) => status) },
    ...(details && { details }),
  }
}

async function soldOut(tx: Transaction, lines: CartLine[]): Promise<string[]> {
  const left = await tx.product.findMany({ where: { id: { in: lines.map(({ productId }) => productId) } } })
  return lines
    .filter(({ productId, quantity }) => {
      const stock = left.find(({ id }) => id === productId)?.stock
      return typeof stock === 'number' && stock < quantity
    })
    .map(({ name }) => name)
}
