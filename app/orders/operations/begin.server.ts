import { v7 as uuidv7 } from 'uuid'
import type { EventAction } from '~/audit/events'
import type { OperationKind } from '~/platform/prisma/enums'
import { recordOnOrder } from '../record.server'
import type { Operating } from './operate.server'

/** A call to be made, in its order; `fields` besides function, trader and number. */
export type PlannedCall = { function: 'A06' | 'A07' | 'E01'; fields: Record<string, string> }

const begun = {
  capture: 'order.capture_begun',
  cancel: 'order.cancel_begun',
  modify: 'order.modify_begun',
} as const satisfies Partial<Record<OperationKind, EventAction>>

export type Begun = { ok: true; operationId: string }

/**
 * Writes the intent: the operation, its calls, the event, and the job that takes it up should this process end. Nothing
 * has been sent yet; `conduct` does that once this is committed.
 */
export async function begin(
  { tx, desk, order, event }: Operating,
  kind: keyof typeof begun,
  calls: PlannedCall[],
  { input = {}, details = {} }: { input?: object; details?: Record<string, string | number> } = {},
): Promise<Begun> {
  const operationId = uuidv7()
  const now = desk.clock.now()
  await tx.orderOperation.create({
    data: {
      id: operationId,
      orderId: order.id,
      kind,
      input,
      startedById: desk.actor.id,
      startedRole: desk.actor.role,
      via: desk.via,
      startedAt: now,
    },
  })
  await tx.kuronekoCall.createMany({
    data: calls.map((call, index) => ({
      ...call,
      id: uuidv7(),
      operationId,
      orderId: order.id,
      index,
      plannedAt: now,
    })),
  })
  await recordOnOrder(tx, order, [event({ operation: operationId, ...details }, { action: begun[kind] })])
  await desk.jobs.send(tx, { name: 'conduct-operation', data: { operationId } })
  return { ok: true, operationId }
}
