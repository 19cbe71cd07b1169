import { z } from 'zod'

/** Product codes, and how many of each one destination is to get. */
export const cartSchema = z.record(z.string().max(40), z.number().int().min(1).max(99))
export type Cart = z.output<typeof cartSchema>

/** Different products at most, so that the cart finds room in a cookie. */
export const mostProducts = 10

export type CartLine = { productId: string; code: string; name: string; unitPrice: number; quantity: number }

/** Yen per destination, for goods of less than `freeFrom`. */
export const shippingFee = 660
export const freeFrom = 10_000

/** The order's lines and sums in yen: every destination gets the same goods. What the shop no longer sells is left out. */
export function summed(
  cart: Cart,
  products: { id: string; code: string; name: string; price: number }[],
  destinations: number,
) {
  const lines = products.flatMap(({ id, code, name, price }): CartLine[] => {
    const each = cart[code] ?? 0
    return each > 0
      ? [{ productId: id, code, name, unitPrice: price, quantity: each * Math.max(destinations, 1) }]
      : []
  })
  const goods = lines.reduce((sum, { unitPrice, quantity }) => sum + unitPrice * quantity, 0)
  const perDestination = goods / Math.max(destinations, 1)
  const shipping = goods > 0 && perDestination < freeFrom ? shippingFee * Math.max(destinations, 1) : 0
  return { lines, goods, shipping, amount: goods + shipping }
}
export type Summed = ReturnType<typeof summed>
