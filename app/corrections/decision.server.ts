import { v7 as uuidv7 } from 'uuid'
import type { Act } from './act.server'
import type { RequestState } from './life'

export type DecisionInput = {
  reference: string
  /** One per press of a button: the same press twice is one decision. */
  idempotencyKey: string
  note?: string | undefined
  override?: boolean | undefined
}

type Made = {
  action: 'approve' | 'return' | 'reject'
  result: RequestState
  digest?: string
  content?: string
}

/** Keeps a reviewer's decision beside the request, with the exact content that was decided on. */
export async function keepDecision(
  { tx, desk, request }: Act,
  input: DecisionInput,
  made: Made,
): Promise<void> {
  await tx.decision.create({
    data: {
      ...made,
      id: uuidv7(),
      requestId: request.id,
      actorId: desk.actor.id,
      note: input.note ?? null,
      override: input.override ?? false,
      idempotencyKey: input.idempotencyKey,
      at: desk.clock.now(),
    },
  })
}
