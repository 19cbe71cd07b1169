import type { BulkItem } from '~/platform/prisma/client'
import type { BulkItemState, OperationState } from '~/platform/prisma/enums'
import type { Actor, Desk } from '~/staff/desk.server'
import { beginCapture } from '../capture.server'
import { carriers } from '../carriers'
import { conduct } from '../conduct.server'
import { ship } from '../ship.server'

/** What a run needs of a desk but the person, whom the run names. */
export type BulkParts = Omit<Desk, 'actor' | 'via'>

/** Rows carried out at the same time; more would only wait for Kuroneko's own limit. */
const atOnce = 4

/**
 * Carries out what a run's rows still wait for, for the person who began it. May be taken up again at any time: a row
 * that was begun before an interruption is refused as such and told by its order's page.
 */
export async function runBulk(parts: BulkParts, runId: string, stopping?: AbortSignal): Promise<void> {
  const run = await parts.db.bulkRun.findUniqueOrThrow({
    where: { id: runId },
    include: { startedBy: { select: { id: true, name: true, email: true, role: true } } },
  })
  if (run.finishedAt) return
  const actor: Actor = { ...run.startedBy, shopId: run.shopId }
  const desk: Desk = { ...parts, actor, via: 'web' }
  const waiting = await parts.db.bulkItem.findMany({
    where: { runId, state: 'waiting' },
    orderBy: { index: 'asc' },
  })
  const work = async () => {
    for (let item = waiting.shift(); item && !stopping?.aborted; item = waiting.shift()) {
      const result = await carryOut(desk, run.kind, item)
      await parts.db.bulkItem.update({
        where: { runId_index: { runId, index: item.index } },
        data: result,
      })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  if (stopping?.aborted) throw new Error(`bulk run ${runId} was interrupted`)
  await parts.db.bulkRun.update({ where: { id: runId }, data: { finishedAt: parts.clock.now() } })
}

type Result = { state: BulkItemState; reason: string | null }

async function carryOut(desk: Desk, kind: 'ship' | 'capture', item: BulkItem): Promise<Result> {
  if (kind === 'ship') {
    const shipped = await ship(desk, item.orderId, {
      delivery: item.delivery ?? 0,
      slipNumber: item.slipNumber ?? '',
      carrier: carriers.find((carrier) => carrier === item.carrier) ?? 'yamato',
    })
    return shipped.ok ? { state: 'done', reason: null } : { state: 'refused', reason: shipped.refusal }
  }
  const begun = await beginCapture(desk, item.orderId)
  if (!begun.ok) return { state: 'refused', reason: begun.refusal }
  const state = await conduct(desk, begun.operationId)
  return { state, reason: state === 'done' ? null : await reasonOf(desk, begun.operationId, state) }
}

async function reasonOf(desk: Desk, operationId: string, state: OperationState): Promise<string | null> {
  if (state === 'under_way') return null
  const { reason } = await desk.db.orderOperation.findUniqueOrThrow({
    where: { id: operationId },
    select: { reason: true },
  })
  return reason
}
