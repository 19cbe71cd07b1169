import { NIL, v7 as uuidv7 } from 'uuid'
import { type Desk, permits } from '~/staff/desk.server'
import { carriers } from '../carriers'
import { refused } from '../operate.server'
import { type BulkKind, type BulkRow, checkRows } from './items.server'
import { mostOrders } from './most'

/**
 * Begins まとめて処理 for the rows that the dry run lets through; the others are kept with their reasons, so that the
 * result tells of every row. The queue carries it out.
 */
export async function beginBulk(desk: Desk, kind: BulkKind, rows: BulkRow[]) {
  const { shopId } = desk.actor
  if (!permits(desk, 'orders.operate') || !shopId) return refused('not_found')
  const orders = new Set(rows.map(({ number }) => number))
  if (rows.length === 0 || orders.size > mostOrders) return refused('invalid')
  const checked = await checkRows(desk, kind, rows)
  const known = checked.flatMap((row) => (row.orderId ? [{ ...row, orderId: row.orderId }] : []))
  if (known.length === 0) return refused('not_found')
  const runId = uuidv7()
  await desk.db.$transaction(async (tx) => {
    const startedAt = desk.clock.now()
    await tx.bulkRun.create({ data: { id: runId, shopId, kind, startedById: desk.actor.id, startedAt } })
    await tx.bulkItem.createMany({
      data: known.map(({ orderId, delivery, slipNumber, carrier, refusal }, index) => ({
        ...{ runId, index, orderId, delivery, slipNumber, carrier },
        ...(refusal && { state: 'refused' as const, reason: refusal }),
      })),
    })
    await desk.jobs.send(tx, { name: 'bulk-run', data: { runId } })
  })
  return { ok: true as const, runId }
}

/** Begins again what a run did not carry out, with the slips it had. Null for a run that is not this shop's. */
export async function retryBulk(desk: Desk, runId: string) {
  const run = await desk.db.bulkRun.findFirst({
    where: { id: runId, shopId: desk.actor.shopId ?? NIL, finishedAt: { not: null } },
    include: {
      items: {
        where: { state: { in: ['refused', 'failed', 'not_done'] } },
        include: { order: { select: { number: true } } },
        orderBy: { index: 'asc' },
      },
    },
  })
  if (!run) return refused('not_found')
  return beginBulk(
    desk,
    run.kind,
    run.items.map(({ order, delivery, slipNumber, carrier }) => ({
      number: order.number,
      ...(delivery !== null && { delivery }),
      ...(slipNumber && { slipNumber }),
      carrier: carriers.find((known) => known === carrier),
    })),
  )
}
