import { type CircuitBreakerPolicy, ConsecutiveBreaker, circuitBreaker, handleWhenResult } from 'cockatiel'

/** What a breaker looks at: calls of every kind have it. */
export type Judged = { outcome: { kind: string; reason?: string } }

/** Repeating a question may help. What Kuroneko itself refused, or answered about something else, is never repeated. */
const transient: ReadonlySet<string> = new Set(['unreachable', 'timeout', 'http', 'empty', 'malformed'])
/** Says that Kuroneko cannot be reached well, not that one order is odd. */
const outage: ReadonlySet<string> = new Set([...transient, 'tls', 'redirect', 'too_large'])

export function isTransient(answer: unknown): boolean {
  return failedWith(answer, transient)
}

export type BreakerOf = (traderCode: string) => CircuitBreakerPolicy

/** One breaker for each trader, common to questions and operations. */
export function createBreakers({ failures, pause }: { failures: number; pause: number }): BreakerOf {
  const byTrader = new Map<string, CircuitBreakerPolicy>()
  return (traderCode) => {
    const known = byTrader.get(traderCode)
    if (known) return known
    const made = circuitBreaker(
      handleWhenResult((answer) => failedWith(answer, outage)),
      { halfOpenAfter: pause, breaker: new ConsecutiveBreaker(failures) },
    )
    byTrader.set(traderCode, made)
    return made
  }
}

function failedWith(answer: unknown, reasons: ReadonlySet<string>): boolean {
  const { outcome } = answer as Judged
  return outcome.kind === 'unknown' && reasons.has(outcome.reason ?? '')
}
