import type { EventAction } from '~/audit/events'
import type { Transaction } from '~/platform/database.server'
import type { KuronekoCall, OrderOperation } from '~/platform/prisma/client'
import type { OperationKind, OperationState, PaymentStatus } from '~/platform/prisma/enums'
import { type EventOnOrder, type OrderWithDeliveries, recordOnOrder } from '../record.server'
import { recordAuthorized, recordCancelled, recordCaptured, recordFailed } from './finish.server'
import { giveUpModification, keptModification, recordModified } from './modified.server'

/** Why a call did not come about: Kuroneko's codes, or a word of the desk's. */
export type Failure = { errorCode?: string | null; creditErrorCode?: string | null; fault?: string | null }

const told: Record<OperationKind, EventAction> = {
  capture: 'order.captured',
  cancel: 'order.cancelled',
  modify: 'order.modified',
  register: 'order.authorized',
}

/** What an order shows while the operation of each kind is under way. */
const startsFrom: Record<OperationKind, readonly PaymentStatus[]> = {
  capture: ['authorized'],
  cancel: ['authorized'],
  modify: ['authorized'],
  register: ['incomplete', 'failed'],
}

type Finishing = {
  operation: OrderOperation
  calls: KuronekoCall[]
  order: OrderWithDeliveries
  now: Date
}

/** Writes an operation's end: what the order shows now, the event, and the operation's state. */
export async function finishOperation(
  tx: Transaction,
  finishing: Finishing,
  outcome: 'done' | 'not_done',
): Promise<OperationState> {
  const { operation, calls, now } = finishing
  const failed = outcome === 'done' ? undefined : firstFailure(calls)
  const state = outcome === 'done' ? 'done' : failed?.state === 'refused' ? 'failed' : 'not_done'
  await write(tx, finishing, state, failed)
  const reason = failed ? (failed.errorCode ?? failed.fault ?? 'not_carried_out') : null
  await tx.orderOperation.update({
    where: { id: operation.id },
    data: { state, finishedAt: now, reason },
  })
  await tx.kuronekoCall.updateMany({
    where: { operationId: operation.id, state: 'planned' },
    data: { state: 'not_done', settledAt: now },
  })
  return state
}

/** The call that an operation came to grief at: a refusal before what was not done, the taking back of slips aside. */
export function firstFailure(calls: KuronekoCall[]): KuronekoCall | undefined {
  return (
    calls.find(({ state, function: name }) => state === 'refused' && name !== 'E02') ??
    calls.find(({ state, function: name }) => state === 'not_done' && name !== 'E02')
  )
}

/** A status that somebody changed meanwhile is left alone: the log tells what was done, and the drift what differs. */
async function write(
  tx: Transaction,
  { operation, calls, order, now }: Finishing,
  state: OperationState,
  failed: KuronekoCall | undefined,
): Promise<void> {
  const event = eventOf(operation, calls, now)
  const modification = operation.kind === 'modify' ? keptModification.parse(operation.input) : null
  const changedMeanwhile = !startsFrom[operation.kind].includes(order.paymentStatus)
  if (modification && (state !== 'done' || changedMeanwhile)) await giveUpModification(tx, modification)
  const meanwhile = changedMeanwhile && { changed_meanwhile: true }
  const details = { ...event.details, ...failureDetails(failed), ...meanwhile }
  if (state === 'not_done' || (state === 'failed' && changedMeanwhile)) {
    const refusal = failed?.errorCode ?? failed?.fault ?? 'not_carried_out'
    await recordOnOrder(tx, order, [{ ...event, outcome: 'refused', refusal, details }])
  } else if (changedMeanwhile) await recordOnOrder(tx, order, [{ ...event, details }])
  else if (state === 'failed') await recordFailed(tx, order, { ...event, details })
  else if (modification) await recordModified(tx, order, modification, event)
  else if (operation.kind === 'register') await recordAuthorized(tx, order, event)
  else if (operation.kind === 'cancel') await recordCancelled(tx, order, event)
  else await recordCaptured(tx, order, event)
}

function eventOf(operation: OrderOperation, calls: KuronekoCall[], at: Date): EventOnOrder {
  const { id, kind, startedById, startedRole, via } = operation
  const slips = calls.flatMap(({ fields, function: name }) => {
    const slip = fields && typeof fields === 'object' && 'slip_no' in fields ? fields.slip_no : null
    return name === 'E01' && typeof slip === 'string' ? [slip] : []
  })
  return {
    action: told[kind],
    outcome: 'done',
    at,
    actor: startedById === null ? null : { id: startedById, role: startedRole },
    via,
    requestId: null,
    details: {
      operation: id,
      kind,
      ...(kind === 'cancel' && { passed_on: true }),
      ...(slips.length > 0 && { slipNumbers: slips.join(', ') }),
    },
  }
}

function failureDetails(failed: KuronekoCall | undefined): Record<string, string | null> {
  if (!failed) return {}
  const { function: name, errorCode, creditErrorCode, fault } = failed
  return { function: name, error_code: errorCode, credit_error_code: creditErrorCode, fault }
}
