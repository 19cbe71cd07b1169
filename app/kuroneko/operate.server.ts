import { BrokenCircuitError } from 'cockatiel'
import type { Dispatcher } from 'undici'
import type { Clock } from '~/platform/clock'
import type { Logger } from '~/platform/log.server'
import type { BreakerOf } from './breakers.server'
import { call } from './call.server'
import { whyUnfit } from './number'
import type {
  Operation,
  OperationOutcome,
  OperationRequest,
  OperationResult,
  OperationUnknownReason,
} from './operation'
import { readOperationAnswer } from './operation-answers.server'
import { operationRequests } from './operation-requests.server'
import { operationUrl } from './operations'

export type OperationLimits = {
  /** Milliseconds for the whole call. */
  total: number
}

/** What other clients of Kuroneko wait for an operation (kuroneko.md §1). */
export const operationLimits: OperationLimits = { total: 30_000 }

export type OperateParts = {
  url: string
  clock: Clock
  log: Pick<Logger, 'info' | 'warn'>
  dispatcher: Dispatcher
  breakerOf: BreakerOf
  limits: OperationLimits
}

export type Operate = <O extends Operation>(
  request: OperationRequest<O>,
  limits?: Partial<OperationLimits>,
) => Promise<OperationResult<O>>

type Sent<O extends Operation> = { outcome: OperationOutcome<O>; httpStatus: number | null }

/** Asks for one operation with exactly one request, never a second. Every failure is a value. */
export function createOperate(parts: OperateParts): Operate {
  async function send<O extends Operation>(request: OperationRequest<O>, limit: number): Promise<Sent<O>> {
    const { operation, traderCode } = request
    const unfit = 'orderNumber' in request ? whyUnfit(request.orderNumber) : null
    if (unfit) return notSent(unfit)
    const { code, write } = operationRequests[operation]
    const written = write(request)
    if (!written.ok) return notSent('unfit_request', written.problems)
    const { dispatcher } = parts
    const asked = {
      url: operationUrl(parts.url, code),
      fields: { function_div: code, ...written.fields },
      dispatcher,
      limit,
    }
    try {
      return await parts.breakerOf(traderCode).execute(async () => {
        const received = await call(asked)
        const outcome: OperationOutcome<O> = received.ok
          ? readOperationAnswer<O>(operation, received.raw)
          : { kind: 'unknown', reason: received.fault, notSent: !received.begun }
        return { outcome, httpStatus: received.httpStatus }
      })
    } catch (error) {
      if (error instanceof BrokenCircuitError) return notSent('breaker_open')
      throw error
    }
  }

  return async (request, limits) => {
    const askedAt = parts.clock.now()
    const started = performance.now()
    const { outcome, httpStatus } = await send(request, limits?.total ?? parts.limits.total)
    const result = {
      operation: request.operation,
      functionCode: operationRequests[request.operation].code,
      traderCode: request.traderCode,
      orderNumber: 'orderNumber' in request ? request.orderNumber : null,
      askedAt,
      durationMs: Math.round(performance.now() - started),
      httpStatus,
      outcome,
    }
    report(parts.log, result)
    return result
  }
}

function notSent(reason: OperationUnknownReason, problems?: string[]) {
  const outcome = { kind: 'unknown', reason, notSent: true, ...(problems && { problems }) } as const
  return { outcome, httpStatus: null }
}

/** Function, trader, order number, codes and duration: an operation's form holds buyers, tokens and keys (kuroneko.md §8). */
function report(log: OperateParts['log'], result: OperationResult) {
  const { outcome } = result
  const entry = {
    function: result.functionCode,
    trader: result.traderCode,
    order: result.orderNumber,
    httpStatus: result.httpStatus,
    ms: result.durationMs,
    outcome: outcome.kind,
  }
  if (outcome.kind === 'done') log.info(entry, 'kuroneko')
  else if (outcome.kind === 'refused') {
    const { errorCode, creditErrorCode, refusal } = outcome
    log.warn({ ...entry, errorCode, creditErrorCode, refusal }, 'kuroneko')
  } else {
    log.warn({ ...entry, reason: outcome.reason, notSent: outcome.notSent }, 'kuroneko')
  }
}
