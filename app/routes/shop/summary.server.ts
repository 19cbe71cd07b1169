import { type Summed, summed } from '~/orders/buying/cart'
import { productsOf } from '~/shops/storefront.server'
import type { Visited } from './front.server'
import type { Visit } from './visit.server'

/** What the visit's cart comes to, for its destinations. Nobody checks out an empty cart. */
export async function summary({
  front,
  visit,
  goTo,
}: Visited): Promise<Pick<Summed, 'lines' | 'shipping' | 'amount'>> {
  const { lines, shipping, amount } = summed(visit.cart, await productsOf(front), visit.destinations.length)
  if (lines.length === 0) throw await goTo('/cart')
  return { lines, shipping, amount }
}

export type CheckoutStep = 1 | 2 | 3

/** The step asked for, or the first one that is not done. */
export function stepAt(asked: string | null, { buyer, destinations, chosen }: Visit): CheckoutStep {
  const first = !buyer || destinations.length === 0 ? 1 : chosen ? 3 : 2
  const wanted = ([1, 2, 3] as const).find((step) => String(step) === asked)
  return wanted && wanted < first ? wanted : first
}
