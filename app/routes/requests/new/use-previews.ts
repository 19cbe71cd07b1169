import { useCallback, useRef } from 'react'
import type { Preview } from '~/corrections/preview'
import { type Answers, type Ask, type Asked, useAnswers } from './use-answers'

export type Previews = {
  of: (number: string) => Asked<Preview> | undefined
  /** Asks Kuroneko once more, for a shop that has done something there since. */
  askAnew: (number: string) => void
}

/** The numbers come from the look-up, which has waited for the typing to pause already. */
const pause = 250

/**
 * What the rules read of the orders behind the numbers, what Kuroneko says of them included.
 * @param numbers those whose orders have been found
 */
export function usePreviews(numbers: readonly string[], shop: string, given: Answers<Preview>): Previews {
  const anew = useRef(new Set<string>())
  const ask: Ask<Preview> = useCallback(async (asked, shopAsked, signal) => {
    const again = asked.filter((number) => anew.current.has(number))
    const found = await assess(asked, again, shopAsked, signal)
    if (found) for (const number of again) anew.current.delete(number)
    return found
  }, [])
  const { of, forget } = useAnswers(ask, pause, { numbers, shop, given })
  const askAnew = useCallback(
    (number: string) => {
      anew.current.add(number.trim())
      forget(number)
    },
    [forget],
  )
  return { of, askAnew }
}

async function assess(
  numbers: readonly string[],
  anew: readonly string[],
  shop: string,
  signal: AbortSignal,
): Promise<Answers<Preview> | null> {
  const body = new URLSearchParams([
    ['shop', shop],
    ...numbers.map((number) => ['number', number]),
    ...anew.map((number) => ['anew', number]),
  ])
  try {
    const response = await fetch('/requests/assess', { method: 'POST', body, signal, redirect: 'error' })
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}
