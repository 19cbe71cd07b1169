import type { Kuroneko } from '~/kuroneko/client.server'
import type { Outcome } from '~/kuroneko/inquiry'
import type {
  Operation,
  OperationAnswers,
  OperationOutcome,
  OperationRequest,
  OperationUnknownReason,
} from '~/kuroneko/operation'
import { operationRequests } from '~/kuroneko/operation-requests.server'
import { refusalKindOf } from '~/kuroneko/refusals'

type Failed = Exclude<OperationOutcome, { kind: 'done' }>
type Scripted<O extends Operation> = OperationOutcome<O> | Failed

/** What Kuroneko answers about a number in a test. */
export type KuronekoDouble = Kuroneko & {
  answers: Map<string, Outcome>
  asked: string[]
  /** The operations asked for, in their order, with all of their input. */
  operated: OperationRequest[]
  /** What the next operations of that name come to, one each; those without are done. */
  script<O extends Operation>(operation: O, ...outcomes: Scripted<O>[]): void
  /** What happens at Kuroneko while an operation is asked for, before its outcome is told: `answers` may change here. */
  whenOperated: (request: OperationRequest) => void | Promise<void>
}

/**
 * Stands in for the client where a test is about what the desk makes of an answer, not about the protocol.
 * @param otherwise the answer about numbers that `answers` does not hold
 */
export function aKuroneko(otherwise: Outcome = { kind: 'unknown', reason: 'unreachable' }): KuronekoDouble {
  const answers = new Map<string, Outcome>()
  const asked: string[] = []
  const operated: OperationRequest[] = []
  const scripted = new Map<Operation, Scripted<Operation>[]>()

  function next<O extends Operation>(operation: O): OperationOutcome<O> {
    const outcome = scripted.get(operation)?.shift() as Scripted<O> | undefined
    return outcome ?? { kind: 'done', answer: plainAnswers[operation] }
  }

  const double: KuronekoDouble = {
    answers,
    asked,
    operated,
    whenOperated: () => {},
    script(operation, ...outcomes) {
      scripted.set(operation, [...(scripted.get(operation) ?? []), ...outcomes])
    },
    async operate<O extends Operation>(request: OperationRequest<O>) {
      // A generic's own request is one of them all, which TypeScript cannot see.
      const asked = request as OperationRequest
      operated.push(asked)
      const askedAt = new Date()
      await double.whenOperated(asked)
      const outcome = next<O>(request.operation)
      return {
        operation: request.operation,
        functionCode: operationRequests[request.operation].code,
        traderCode: request.traderCode,
        orderNumber: 'orderNumber' in request ? request.orderNumber : null,
        askedAt,
        durationMs: 1,
        httpStatus: outcome.kind === 'unknown' ? null : 200,
        outcome,
      }
    },
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
  return double
}

const registered = { step: 'registered', approvalCode: '001234' } as const
const plainAnswers: OperationAnswers = {
  cancel: {},
  change_amount: {},
  re_authorise: {},
  register_with_token: registered,
  finish_three_d_secure: { approvalCode: '001234' },
  register_with_saved_card: registered,
  finish_saved_card_three_d_secure: { approvalCode: '001234' },
  list_cards: { cards: [] },
  delete_card: {},
  register_shipment: { slipUrl: null, mobileSlipUrl: null },
  take_back_shipment: {},
}

/** Refused as the client would tell it. */
export function refusedWith(errorCode: string, creditErrorCode: string | null = null): Failed {
  return { kind: 'refused', errorCode, creditErrorCode, refusal: refusalKindOf(errorCode) }
}

/** @param notSent whether it is certain that nothing reached Kuroneko */
export function unknownBecause(reason: OperationUnknownReason, notSent = false): Failed {
  return { kind: 'unknown', reason, notSent }
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
