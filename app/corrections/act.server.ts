import type { EventAction } from '~/audit/events'
import type { Transaction } from '~/platform/database.server'
import type { Decision } from '~/platform/prisma/client'
import { type Desk, permits } from '~/staff/desk.server'
import { type RequestAction, type RequestState, step } from './life'
import { type Opened, openRequest } from './open.server'
import { record, requestEvent, type Write } from './record.server'
import { type Refusal, type Refused, refuse } from './refusals'

/** The event that tells of each act; a refused act is told by the same one with its outcome. */
export const eventOf: Record<RequestAction, EventAction> = {
  claim: 'correction.claimed',
  release: 'correction.released',
  ask: 'correction.asked',
  answer: 'correction.answered',
  resume: 'correction.resumed',
  approve: 'correction.approved',
  approve_second: 'correction.approved',
  return: 'correction.returned',
  reject: 'correction.rejected',
  withdraw: 'correction.withdrawn',
}

/** Who moved the request before this act could. */
export type MovedBy = { name: string | null; action: EventAction; at: Date }
export type Conflict = Refused<'conflict'> & { state: RequestState; by: MovedBy | null }
export type ActRefused = Refused<'not_found' | 'needs_lead'> | Conflict

export type Act = Opened & {
  tx: Transaction
  desk: Desk
  to: RequestState
  whenTwo: RequestState | undefined
}

/** An act under way waits this long (ms) for a connection, and may take this long altogether. */
const limits = { maxWait: 10_000, timeout: 20_000 }

export type Done = { ok: true; state: RequestState }

/**
 * One act on one request in one transaction: permit, open under lock, ask the life table, then `body` writes.
 * A refusal is written to the log in the same transaction and answered as a value.
 * @param idempotencyKey a decision that this actor already made under the key is answered again, and not made again
 */
export async function act<R extends { ok: boolean }>(
  desk: Desk,
  reference: string,
  action: RequestAction,
  body: (act: Act) => Promise<R>,
  idempotencyKey?: string,
): Promise<R | Done | ActRefused> {
  if (!mayEver(desk, action)) return notFound
  return desk.db.$transaction(async (tx) => {
    const opened = await openRequest(tx, desk, reference)
    if (!opened) return notFound
    const earlier = idempotencyKey && (await earlierDecision(tx, desk, opened, idempotencyKey))
    if (earlier) return { ok: true, state: earlier.result }
    const next = step(opened.request.state, action)
    if (!next) return conflict(tx, desk, opened, action)
    if (!permits(desk, next.permission)) {
      await recordRefusal(tx, desk, opened, action, 'needs_lead')
      return refuse('needs_lead')
    }
    return body({ ...opened, tx, desk, to: next.to, whenTwo: next.whenTwo })
  }, limits)
}

const notFound: ActRefused = refuse('not_found')

async function earlierDecision(tx: Transaction, desk: Desk, { request }: Opened, idempotencyKey: string) {
  const [earlier] = await tx.$queryRaw<Pick<Decision, 'result'>[]>`
    SELECT result FROM decision
    WHERE request_id = ${request.id}::uuid AND idempotency_key = ${idempotencyKey}
      AND actor_id = ${desk.actor.id}::uuid LIMIT 1`
  return earlier
}

/** Whether this actor is one who reviews or files at all; to others the request might as well not exist. */
function mayEver(desk: Desk, action: RequestAction): boolean {
  return permits(desk, action === 'answer' || action === 'withdraw' ? 'requests.file' : 'desk.decide')
}

/** That somebody else was quicker: written to the log, and answered with who it was. */
export async function conflict(
  tx: Transaction,
  desk: Desk,
  opened: Opened,
  action: RequestAction,
): Promise<Conflict> {
  const last = await tx.orderEvent.findFirst({
    where: { requestId: opened.request.id, outcome: 'done' },
    orderBy: { id: 'desc' },
    include: { actor: { select: { name: true } } },
  })
  await recordRefusal(tx, desk, opened, action, 'conflict')
  const by = last && { name: last.actor?.name ?? null, action: last.action as EventAction, at: last.at }
  return { ok: false, refusal: 'conflict', state: opened.request.state, by }
}

/** Writes that an act was refused, and why. Nothing else changes, unless `write` sends the request back. */
export async function recordRefusal(
  tx: Transaction,
  desk: Desk,
  opened: Opened,
  action: RequestAction,
  refusal: Refusal,
  write?: Write,
): Promise<void> {
  const event = requestEvent(desk, opened, eventOf[action], {
    outcome: 'refused',
    refusal,
    details: { act: action },
  })
  await record(tx, opened, [event], write)
}
