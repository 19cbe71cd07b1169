/** What Kuroneko's inquiry says now, reduced to what matters (K of `verdicts.md`). */
export const answers = [
  'authorized',
  'captured',
  'cancelled',
  'failed',
  'open',
  'not_found',
  'unknown',
] as const
export type Answer = (typeof answers)[number]

/** 取引状況 → K. A code that is not here says neither that money moved nor that it did not: `open`. */
export const answerByStatusInfo: Readonly<Partial<Record<number, Answer>>> = {
  4: 'authorized',
  11: 'failed',
  12: 'failed',
  13: 'failed',
  14: 'failed',
  15: 'failed',
  30: 'captured',
  31: 'captured',
  40: 'cancelled',
}

/** Codes of operations that failed; they do not say that nothing is charged. */
export const cancellationFailed = 16
export const amountChangeFailed = 17

/** What an inquiry brought; a row of the evidence table fits. */
export type Answered = { outcome: 'answered' | 'not_found' | 'unknown'; statusInfo?: number | null }

/** Evidence that was never asked for is as unknown as a question without a usable answer. */
export function answerOf(evidence: Answered | null): Answer {
  if (evidence === null || evidence.outcome === 'unknown') return 'unknown'
  if (evidence.outcome === 'not_found') return 'not_found'
  const { statusInfo } = evidence
  return statusInfo == null ? 'unknown' : (answerByStatusInfo[statusInfo] ?? 'open')
}

/** Older answers are asked for again before a decision (`verdicts.md`); milliseconds. */
const freshFor = 10 * 60_000

/** Whether Kuroneko has to be asked again before anybody decides on this evidence. */
export function evidenceIsOld(askedAt: Date, now: Date): boolean {
  return now.getTime() - askedAt.getTime() > freshFor
}
