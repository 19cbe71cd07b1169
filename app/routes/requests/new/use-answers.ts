import { useCallback, useEffect, useRef, useState } from 'react'

/** What a typed number led to: null where the shop does not know it. */
export type Answers<Found> = Record<string, Found | null>

/** Where a number stands. */
export type Asked<Found> = { found: Found | null } | 'asking' | 'unreachable'

/** Null when there was no answer: the network, the server, or a session that has ended. */
export type Ask<Found> = (
  numbers: readonly string[],
  shop: string,
  signal: AbortSignal,
) => Promise<Answers<Found> | null>

/**
 * Asks the server about typed numbers once the typing pauses, all in one call; a newer call ends the older one. What
 * the server sent with the page is known from the start.
 * @param pause milliseconds
 */
export function useAnswers<Found>(
  ask: Ask<Found>,
  pause: number,
  { numbers, shop, given }: { numbers: readonly string[]; shop: string; given: Answers<Found> },
) {
  const [answers, setAnswers] = useState<ReadonlyMap<string, Found | null>>(
    () => new Map(Object.entries(given)),
  )
  const [failed, setFailed] = useState(false)
  const [round, setRound] = useState(0)
  const shopOf = useRef(shop)
  const givenOf = useRef(given)
  const wanted = [...new Set(numbers.map((number) => number.trim()))].filter(
    (number) => number !== '' && !answers.has(number),
  )
  const question = JSON.stringify({ asked: shop === '' ? [] : wanted, round })

  useEffect(() => {
    if (shopOf.current === shop) return
    shopOf.current = shop
    setAnswers(new Map())
  }, [shop])

  useEffect(() => {
    if (givenOf.current === given) return
    givenOf.current = given
    setAnswers((known) => new Map([...known, ...Object.entries(given)]))
  }, [given])

  useEffect(() => {
    const { asked }: { asked: string[] } = JSON.parse(question)
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
  }, [ask, pause, question, shop])

  /** Has the number asked about again, and whatever could not be asked about before. */
  const forget = useCallback((typed: string) => {
    setAnswers((known) => new Map([...known].filter(([number]) => number !== typed.trim())))
    setFailed(false)
    setRound((before) => before + 1)
  }, [])
  function of(typed: string): Asked<Found> | undefined {
    const number = typed.trim()
    if (number === '' || shop === '') return undefined
    const found = answers.get(number)
    if (found !== undefined) return { found }
    return failed ? 'unreachable' : 'asking'
  }
  return { of, forget }
}
