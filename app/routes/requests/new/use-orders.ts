import { useEffect, useRef, useState } from 'react'
import type { LookedUp } from '~/corrections/forms'

/** What is known about a typed number; undefined while nothing is. */
export type Known = { order: LookedUp | null } | 'searching' | 'unreachable' | undefined

const pause = 350

/**
 * Looks the typed numbers up once the typing pauses, all in one call; a newer call ends the older one. What the server
 * sent with the page is known from the start.
 */
export function useOrders(
  numbers: readonly string[],
  shop: string,
  given: Record<string, LookedUp | null>,
): (number: string) => Known {
  const [answers, setAnswers] = useState<ReadonlyMap<string, LookedUp | null>>(
    () => new Map(Object.entries(given)),
  )
  const [failed, setFailed] = useState(false)
  const shopOf = useRef(shop)
  const wanted = [...new Set(numbers.map((number) => number.trim()))].filter(
    (number) => number !== '' && !answers.has(number),
  )
  const question = shop === '' ? '' : JSON.stringify(wanted)

  useEffect(() => {
    if (shopOf.current === shop) return
    shopOf.current = shop
    setAnswers(new Map())
  }, [shop])

  useEffect(() => {
    const asked: string[] = question === '' ? [] : JSON.parse(question)
    if (asked.length === 0) return
    const aborter = new AbortController()
    const timer = setTimeout(async () => {
      const found = await ask(asked, shop, aborter.signal)
      if (aborter.signal.aborted) return
      setFailed(found === null)
      if (found)
        setAnswers(
          (known) => new Map([...known, ...asked.map((number) => [number, found[number] ?? null] as const)]),
        )
    }, pause)
    return () => {
      clearTimeout(timer)
      aborter.abort()
    }
  }, [question, shop])

  return (typed) => {
    const number = typed.trim()
    if (number === '' || shop === '') return undefined
    const order = answers.get(number)
    if (order !== undefined) return { order }
    return failed ? 'unreachable' : 'searching'
  }
}

/** Null when there was no answer: the network, the server, or a session that has ended. */
async function ask(
  numbers: readonly string[],
  shop: string,
  signal: AbortSignal,
): Promise<Record<string, LookedUp | null> | null> {
  const query = new URLSearchParams([['shop', shop], ...numbers.map((number) => ['number', number])])
  try {
    const response = await fetch(`/orders/lookup?${query}`, { signal, redirect: 'error' })
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}
