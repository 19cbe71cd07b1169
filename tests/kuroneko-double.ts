import type { Kuroneko } from '~/kuroneko/client.server'
import type { Outcome } from '~/kuroneko/inquiry'

/** What Kuroneko answers about a number in a test. */
export type KuronekoDouble = Kuroneko & { answers: Map<string, Outcome>; asked: string[] }

/**
 * Stands in for the client where a test is about what the desk makes of an answer, not about the protocol.
 * @param otherwise the answer about numbers that `answers` does not hold
 */
export function aKuroneko(otherwise: Outcome = { kind: 'unknown', reason: 'unreachable' }): KuronekoDouble {
  const answers = new Map<string, Outcome>()
  const asked: string[] = []
  return {
    answers,
    asked,
    async inquire(question) {
      asked.push(question.orderNumber)
      const outcome = answers.get(question.orderNumber) ?? otherwise
      const answered = outcome.kind !== 'unknown'
      const askedAt = new Date()
      return {
        question: { ...question, askedAt },
        answeredAt: answered ? askedAt : null,
        durationMs: 1,
        httpStatus: answered ? 200 : null,
        raw: answered ? JSON.stringify(outcome) : null,
        attempts: 1,
        outcome,
      }
    },
    async close() {},
  }
}

/** An answer about a card transaction. */
export function answered(statusInfo: number, amount: number | null = 8640): Outcome {
  const at = new Date('2026-11-21T05:38:00.000Z')
  return {
    kind: 'answered',
    statusInfo,
    amount,
    authorisedAt: at,
    settledAt: at,
    cancelledAt: statusInfo === 40 ? at : null,
    renewedAt: at,
    slipNumbers: [],
  }
}
