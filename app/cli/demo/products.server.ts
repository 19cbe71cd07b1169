import { v7 as uuidv7 } from 'uuid'
import type { Transaction } from '~/platform/database.server'
import type { DemoShop } from './people'
import { demoLines, demoProducts, shippingFeeFor } from './products'

/** Gives a demo shop its products, and its orders the lines that add up to what they cost. */
export async function placeProducts(tx: Transaction, shop: DemoShop, shopId: string): Promise<void> {
  const products = demoProducts[shop].map(([code, name, price, stock]) => ({
    id: uuidv7(),
    shopId,
    code,
    name,
    price,
    stock,
  }))
  await tx.product.createMany({ data: products })
  const ids = new Map<string | null, string>(products.map(({ id, code }) => [code, id]))
  const orders = await tx.order.findMany({ where: { shopId, origin: 'platform' } })
  await tx.orderLine.createMany({
    data: orders.flatMap(({ id: orderId, amount, fee }) =>
      demoLines(shop, amount - fee - shippingFeeFor(amount)).map(({ code, ...line }, index) => ({
        ...line,
        id: uuidv7(),
        orderId,
        index,
        productId: ids.get(code) ?? null,
      })),
    ),
  })
  for (const { id, amount } of orders) {
    const fee = shippingFeeFor(amount)
    if (fee > 0) await tx.order.update({ where: { id }, data: { shippingFee: fee } })
  }
  // A cancelled order has given its stock back; one whose method was changed goes on.
  await tx.delivery.updateMany({
    where: { status: 'cancelled', order: { shopId, paymentMethod: 'kuroneko_card' } },
    data: { stockState: 'returned' },
  })
}
