import { setTimeout as pause } from 'node:timers/promises'
import express, { type Request, type RequestHandler, type Router } from 'express'
import type { Clock } from '~/platform/clock'
import { operationNames } from '../operations'
import { type Answer, refuse, writeAnswer } from './answer'
import { deliver } from './deliver.server'
import { distort } from './distort'
import { type Fault, type Faults, faultOfHeader } from './faults'
import { type Fields, fieldError, isSandboxFunction } from './fields.server'
import { currentTransaction } from './kuroneko-acts.server'
import { operations } from './operations.server'
import type { SandboxStore } from './store.server'
import type { Tokens } from './tokens'
import type { Trader } from './transaction'

export type ProtocolParts = {
  store: SandboxStore
  traders: Trader[]
  tokens: Tokens
  faults: Faults
  clock: Clock
}

const codeOfName = new Map(
  Object.entries(operationNames).map(([code, name]): [string, string] => [name, code]),
)

/** Kuroneko's protocol in each of its forms: `/api/credit/NAME`, `/api/NAME` and `/test_gateway/NAME.api`. */
export function protocolRouter(parts: ProtocolParts): Router {
  const router = express.Router()
  const form = express.urlencoded({ extended: false, limit: '64kb', parameterLimit: 100 })
  const handle = handler(parts)
  router.all(['/api/credit/:name', '/api/:name', '/test_gateway/:name.api'], form, handle)
  return router
}

function handler(parts: ProtocolParts): RequestHandler<{ name: string }> {
  const busy = new Set<string>()
  return async (request, response, next) => {
    const fields = fieldsOf(request)
    const { trader_code: trader = '', order_no: order = '', function_div: code = '' } = fields
    const key = `${trader}\n${order || fields.member_id}`
    const fault = faultOfHeader(request.get('x-sandbox-fault')) ?? parts.faults.next(trader, order, code)
    if (response.closed) return
    if (busy.has(key)) return send(refuse('Z012000004'))
    busy.add(key)
    // A caller who has gone does not keep the number, unless the work goes on.
    if (fault?.kind !== 'late_work') response.once('close', () => busy.delete(key))
    try {
      const answer = await work(request, fields, fault)
      if (fault?.kind === 'late_work') busy.delete(key)
      await deliver(response, write(distort(answer, fault)), fault)
    } catch (error) {
      busy.delete(key)
      next(error)
    }

    function send(answer: Answer) {
      response.type('text/xml').send(write(answer))
    }
  }

  async function work(
    request: Request<{ name: string }>,
    fields: Fields,
    fault: Fault | null,
  ): Promise<Answer> {
    if (fault?.kind === 'silent' || fault?.kind === 'error') return refuse('Z019999999')
    if (fault?.kind === 'late_work') await pause(fault.delayMs, undefined, { ref: false })
    const once = () => perform(parts, request, fields)
    if (fault?.kind === 'twice') await once()
    return once()
  }

  function write(answer: Answer): string {
    return writeAnswer(answer, parts.clock.now())
  }
}

/** Checks the request as Kuroneko does, fields first and then states, and carries it out. */
async function perform(
  parts: ProtocolParts,
  request: Request<{ name: string }>,
  fields: Fields,
): Promise<Answer> {
  const now = parts.clock.now()
  const { name } = request.params
  const early = earlyError(request.method, name, fields)
  if (early) return refuse(early)
  const code = codeOfName.get(name)
  if (!isSandboxFunction(code)) return refuse('Z012000008')
  const wrongField = fieldError(code, fields)
  if (wrongField) return refuse(wrongField)
  const trader = parts.traders.find((known) => known.code === fields.trader_code)
  if (!trader) return refuse('Z012000007')
  const transaction = await currentTransaction(parts.store, trader.code, fields.order_no ?? '', now)
  const { store, tokens } = parts
  const origin = `${request.protocol}://${request.get('host')}`
  const call = { trader, fields, transaction, store, tokens, origin, now }
  const { changed, holder, ...answer } = operations[code](call)
  await Promise.all([changed && store.put(changed), holder && store.putHolder(holder)])
  return answer
}

function earlyError(method: string, name: string, fields: Fields): string | null {
  if (method !== 'POST') return 'Z012000001'
  if (!fields.function_div) return 'Z012000002'
  if (codeOfName.get(name) !== fields.function_div) return 'Z012000003'
  // The test environment's way to ask for an error.
  return /^[A-Z]\d{9}$/.test(fields.reserve_1 ?? '') ? (fields.reserve_1 ?? null) : null
}

/** A field that comes twice counts as its first. */
function fieldsOf(request: Request): Fields {
  const body: Record<string, unknown> = request.body ?? {}
  const first = (value: unknown) => String(Array.isArray(value) ? value[0] : value)
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, first(value)]))
}
