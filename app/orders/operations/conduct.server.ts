import { v7 as uuidv7 } from 'uuid'
import type { Kuroneko } from '~/kuroneko/client.server'
import { kuronekoNumberOf } from '~/kuroneko/number'
import type { Clock } from '~/platform/clock'
import type { Database, Transaction } from '~/platform/database.server'
import type { KuronekoCall, OrderOperation } from '~/platform/prisma/client'
import type { OperationState } from '~/platform/prisma/enums'
import { askAndKeep } from '../evidence.server'
import { type EventOnOrder, lockOrder, type OrderWithDeliveries, recordOnOrder } from '../record.server'
import { callFact } from './call-fact.server'
import { type Failure, finishOperation } from './finish-operation.server'
import { type CallResult, sendCall } from './send-call.server'
import { nextStep, settledBy } from './steps'

export type Conductor = { db: Database; clock: Clock; kuroneko: Kuroneko }

/**
 * Milliseconds after which nobody waits for an answer any more: an operation's time limit, and more. Until then an
 * inquiry that says "not carried out" may only be too early.
 */
export const grace = 60_000

type Loaded = { operation: OrderOperation; calls: KuronekoCall[]; order: OrderWithDeliveries }

/**
 * Carries out an operation whose intent is committed, as far as it gets: sends what is planned, asks about what has no
 * outcome, and writes the end. May be called again by anybody at any time; no call is ever sent twice.
 * @returns the operation's state; `under_way` while Kuroneko has to be asked again later
 */
export async function conduct(parts: Conductor, operationId: string): Promise<OperationState> {
  for (;;) {
    const next = await parts.db.$transaction((tx) => decide(tx, parts, operationId))
    if ('state' in next) return next.state
    if ('send' in next) {
      const result = await sendCall(parts.kuroneko, next.send, next.to)
      await keepResult(parts, next.send, result)
    } else if (!(await settle(parts, next.ask))) return 'under_way'
  }
}

type To = { traderCode: string; orderNumber: string }
type Next = { state: OperationState } | { send: KuronekoCall; to: To } | { ask: KuronekoCall }

async function decide(tx: Transaction, parts: Conductor, operationId: string): Promise<Next> {
  const loaded = await load(tx, operationId)
  const { operation, calls, order } = loaded
  if (operation.state !== 'under_way') return { state: operation.state }
  const step = nextStep(calls.map(callFact))
  const now = parts.clock.now()
  switch (step.step) {
    case 'send': {
      const call = calls.find(({ index }) => index === step.call.index)
      if (!call) throw new Error('a step names no call')
      await tx.kuronekoCall.update({ where: { id: call.id }, data: { state: 'sent', sentAt: now } })
      const { traderCode } = await tx.shop.findUniqueOrThrow({
        where: { id: order.shopId },
        select: { traderCode: true },
      })
      return {
        send: { ...call, sentAt: now },
        to: { traderCode, orderNumber: kuronekoNumberOf(order).number },
      }
    }
    case 'ask': {
      const call = calls.find(({ index }) => index === step.call.index)
      if (!call) throw new Error('a step names no call')
      // Somebody may be waiting for its answer at this moment.
      if (call.state === 'sent' && age(call, now) < grace) return { state: 'under_way' }
      return { ask: call }
    }
    case 'take_back': {
      const index = calls.length
      const fields = { slip_no: step.slipNumber }
      const ids = { id: uuidv7(), operationId, orderId: order.id }
      await tx.kuronekoCall.create({ data: { ...ids, index, function: 'E02', fields, plannedAt: now } })
      return decide(tx, parts, operationId)
    }
    case 'finish': {
      const state = await finishOperation(tx, { ...loaded, now }, step.outcome)
      return { state }
    }
  }
}

async function load(tx: Transaction, operationId: string): Promise<Loaded> {
  const { orderId } = await tx.orderOperation.findUniqueOrThrow({
    where: { id: operationId },
    select: { orderId: true },
  })
  const order = await lockOrder(tx, orderId)
  const operation = await tx.orderOperation.findUniqueOrThrow({
    where: { id: operationId },
    include: { calls: { orderBy: { index: 'asc' } } },
  })
  if (!order) throw new Error(`order ${orderId} does not exist`)
  const { calls, ...rest } = operation
  return { operation: rest, calls, order }
}

function age({ sentAt }: KuronekoCall, now: Date): number {
  return now.getTime() - (sentAt?.getTime() ?? 0)
}

/** What Kuroneko answered, in one transaction with the event that tells of an answer that did not come. */
export function keepResult(
  { db, clock }: Pick<Conductor, 'db' | 'clock'>,
  sent: Pick<KuronekoCall, 'id' | 'operationId' | 'function'>,
  result: CallResult,
): Promise<void> {
  return db.$transaction(async (tx) => {
    const { order } = await load(tx, sent.operationId)
    const now = clock.now()
    // Whoever lost patience may have settled it by an inquiry meanwhile.
    const { count } = await tx.kuronekoCall.updateMany({
      where: { id: sent.id, state: 'sent' },
      data: { ...result, answeredAt: result.state === 'unknown' ? null : now },
    })
    if (count === 1 && result.state === 'unknown')
      await recordOnOrder(tx, order, [unanswered(sent, result, now)])
  })
}

/** Kuroneko may still carry out what it gave no answer to, and what it says to be busy with (Z…). */
function mayBeOnItsWay({ errorCode }: KuronekoCall): boolean {
  return errorCode === null || errorCode.startsWith('Z')
}

function unanswered(
  call: Pick<KuronekoCall, 'operationId' | 'function'>,
  { errorCode, fault }: Failure,
  at: Date,
): EventOnOrder {
  return {
    action: 'order.call_unanswered',
    outcome: 'done',
    at,
    actor: null,
    via: 'job',
    requestId: null,
    details: {
      operation: call.operationId,
      function: call.function,
      error_code: errorCode ?? null,
      fault: fault ?? null,
    },
  }
}

/**
 * Settles a call without an outcome by an inquiry. That it was carried out is believed at once; that it was not, only
 * once nothing can still be on its way. False while it has to be asked again later.
 */
async function settle(parts: Conductor, call: KuronekoCall): Promise<boolean> {
  const asker = { ...parts, actor: null, via: 'job' as const }
  const asked = await askAndKeep(asker, call.orderId)
  if (!asked || asked.outcome.kind === 'unknown') return false
  const now = parts.clock.now()
  const said = asked.outcome.kind === 'answered' ? settledBy(callFact(call), asked.outcome) : 'unclear'
  const isSaid = said === 'done' || said === 'refused'
  if (!isSaid && mayBeOnItsWay(call) && age(call, now) < grace) return false
  const refused = call.errorCode !== null && !mayBeOnItsWay(call)
  const state = isSaid ? said : refused ? 'refused' : 'not_done'
  const fault = said === 'done' ? null : said === 'unclear' ? 'unclear' : 'not_carried_out'
  await parts.db.kuronekoCall.updateMany({
    where: { id: call.id, state: { in: ['sent', 'unknown'] } },
    data: { state, fault, settledAt: now },
  })
  return true
}
