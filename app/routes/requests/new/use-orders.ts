import type { LookedUp } from '~/corrections/forms'
import { type Answers, type Ask, useAnswers } from './use-answers'

/** What is known about a typed number; undefined while nothing is. */
export type Known = { order: LookedUp | null } | 'searching' | 'unreachable' | undefined

const pause = 350

/** The orders behind the typed numbers as they stand. */
export function useOrders(
  numbers: readonly string[],
  shop: string,
  given: Answers<LookedUp>,
): (number: string) => Known {
  const orders = useAnswers(lookUp, pause, { numbers, shop, given })
  return (typed) => {
    const asked = orders.of(typed)
    if (typeof asked === 'object') return { order: asked.found }
    return asked === 'asking' ? 'searching' : asked
  }
}

const lookUp: Ask<LookedUp> = async (numbers, shop, signal) => {
  const query = new URLSearchParams([['shop', shop], ...numbers.map((number) => ['number', number])])
  try {
    const response = await fetch(`/orders/lookup?${query}`, { signal, redirect: 'error' })
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}
