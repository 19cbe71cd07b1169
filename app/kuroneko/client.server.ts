import { BrokenCircuitError, ExponentialBackoff, handleWhenResult, retry } from 'cockatiel'
import { Agent, type Dispatcher } from 'undici'
import type { Clock } from '~/platform/clock'
import type { Logger } from '~/platform/log.server'
import { readAnswer } from './answer.server'
import { createBreakers, isTransient } from './breakers.server'
import { call, type Fault, type Received } from './call.server'
import type { Inquiry, Outcome, UnknownReason } from './inquiry'
import { whyUnfit } from './number'
import { createOperate, type Operate, type OperationLimits, operationLimits } from './operate.server'
import { operationUrl } from './operations'

export type Limits = {
  /** Milliseconds for a question with all its repeats. */
  total: number
  /** Milliseconds for each request. */
  attempt: number
  /** Requests at most, the first included. */
  attempts: number
}

/** For a person who waits. */
export const interactiveLimits: Limits = { total: 4_000, attempt: 2_500, attempts: 3 }
/** For the desk's own work; what other clients of Kuroneko wait (kuroneko.md §1). */
export const patientLimits: Limits = { total: 45_000, attempt: 20_000, attempts: 3 }

export type KuronekoParts = {
  /** May hold `{name}`, see `operationUrl`. */
  url: string
  clock: Clock
  log: Pick<Logger, 'info' | 'warn'>
  limits?: Partial<Limits>
  operationLimits?: OperationLimits
  /** Failed questions and operations in a row after which a trader's are no longer sent, and for how many milliseconds. */
  breaker?: { failures: number; pause: number }
  /** Tests bring their own; it is closed by them. */
  dispatcher?: Dispatcher
}

export type Question = { traderCode: string; orderNumber: string }

export type Kuroneko = {
  /** 取引情報照会 (E04). Never throws; changes nothing at Kuroneko. */
  inquire(question: Question, limits?: Partial<Limits>): Promise<Inquiry>
  /** Asks for one operation with exactly one request. Never throws; what came of it is settled by an inquiry. */
  operate: Operate
  close(): Promise<void>
}

type Answer = { received: Received; outcome: Outcome; attempts: number }

/** With less time left than this, a repeat would only fail again. */
const leastTime = 300

/** The client of Kuroneko's protocol. One for the process: it keeps connections and each trader's breaker. */
export function createKuroneko(parts: KuronekoParts): Kuroneko {
  const own = parts.dispatcher ? null : new Agent({ connections: 8, keepAliveTimeout: 10_000 })
  const dispatcher = parts.dispatcher ?? own ?? new Agent()
  const breakerOf = createBreakers(parts.breaker ?? { failures: 5, pause: 10_000 })
  const url = operationUrl(parts.url, 'E04')

  async function ask(question: Question, limits: Limits): Promise<Answer | UnknownReason> {
    const unfit = whyUnfit(question.orderNumber)
    if (unfit) return unfit
    const deadline = performance.now() + limits.total
    const left = () => deadline - performance.now()
    let attempts = 0
    const again = retry(
      handleWhenResult((answer) => isTransient(answer) && left() > 2 * leastTime),
      {
        maxAttempts: limits.attempts - 1,
        backoff: new ExponentialBackoff({ initialDelay: 50, maxDelay: leastTime }),
      },
    )
    const fields = { function_div: 'E04', trader_code: question.traderCode, order_no: question.orderNumber }
    try {
      return await breakerOf(question.traderCode).execute(() =>
        again.execute(async () => {
          attempts += 1
          const limit = Math.max(1, Math.ceil(Math.min(limits.attempt, left())))
          const received = await call({ url, fields, dispatcher, limit })
          const outcome = received.ok
            ? readAnswer(received.raw, question.orderNumber)
            : unusable(received.fault)
          return { received, outcome, attempts }
        }),
      )
    } catch (error) {
      if (error instanceof BrokenCircuitError) return 'breaker_open'
      throw error
    }
  }

  return {
    async inquire(question, limits) {
      const askedAt = parts.clock.now()
      const started = performance.now()
      const answer = await ask(question, { ...interactiveLimits, ...parts.limits, ...limits })
      const inquiry: Inquiry = {
        question: { ...question, askedAt },
        durationMs: Math.round(performance.now() - started),
        ...(typeof answer === 'string' ? notAsked(answer) : asAsked(answer, parts.clock)),
      }
      report(parts.log, inquiry)
      return inquiry
    },
    operate: createOperate({
      ...parts,
      dispatcher,
      breakerOf,
      limits: parts.operationLimits ?? operationLimits,
    }),
    async close() {
      await own?.destroy()
    },
  }
}

function unusable(fault: Fault): Outcome {
  return { kind: 'unknown', reason: fault }
}

function notAsked(reason: UnknownReason) {
  const outcome: Outcome = { kind: 'unknown', reason }
  return { answeredAt: null, httpStatus: null, raw: null, attempts: 0, outcome }
}

function asAsked({ received, outcome, attempts }: Answer, clock: Clock) {
  const { raw, httpStatus } = received
  return { answeredAt: raw === null ? null : clock.now(), httpStatus, raw, attempts, outcome }
}

/** Function, trader, order number, codes and duration: nothing else of a call belongs in a log (kuroneko.md §8). */
function report(log: KuronekoParts['log'], { question, outcome, httpStatus, attempts, durationMs }: Inquiry) {
  const entry = {
    function: 'E04',
    trader: question.traderCode,
    order: question.orderNumber,
    httpStatus,
    attempts,
    ms: durationMs,
    outcome: outcome.kind,
  }
  if (outcome.kind === 'unknown') {
    log.warn({ ...entry, reason: outcome.reason, errorCode: outcome.errorCode }, 'kuroneko')
  } else if (outcome.kind === 'answered') {
    log.info({ ...entry, statusInfo: outcome.statusInfo }, 'kuroneko')
  } else {
    log.info(entry, 'kuroneko')
  }
}
