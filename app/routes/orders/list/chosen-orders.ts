import { useEffect, useState } from 'react'
import { mostOrders } from '~/orders/operations/bulk/most'

const placeOf = (shop: string) => `mitame:chosen-orders:${shop}`

/** Takes the choice away, once something was done with it. */
export function forgetChosenOrders(shop: string): void {
  sessionStorage.removeItem(placeOf(shop))
}

export type ChosenOrders = ReturnType<typeof useChosenOrders>

/** The orders chosen in this tab, over the list's pages, by number; as many as the platform takes at a time. */
export function useChosenOrders(shop: string) {
  const [numbers, setNumbers] = useState<readonly string[]>([])
  const place = placeOf(shop)
  useEffect(() => {
    const kept = sessionStorage.getItem(place)
    setNumbers(kept ? kept.split('\n') : [])
  }, [place])

  function keep(next: readonly string[]) {
    setNumbers(next)
    if (next.length > 0) sessionStorage.setItem(place, next.join('\n'))
    else sessionStorage.removeItem(place)
  }
  return {
    numbers,
    full: numbers.length >= mostOrders,
    has: (number: string) => numbers.includes(number),
    take: (some: readonly string[], taken: boolean) => keep(chosenAfter(numbers, some, taken)),
    clear: () => keep([]),
  }
}

/** The choice after some more were ticked or unticked: each once, in the order of ticking, and no more than may be. */
export function chosenAfter(
  numbers: readonly string[],
  some: readonly string[],
  taken: boolean,
): readonly string[] {
  if (!taken) return numbers.filter((number) => !some.includes(number))
  return [...new Set([...numbers, ...some])].slice(0, mostOrders)
}
