import { NIL } from 'uuid'
import { z } from 'zod'
import { type Desk, permits } from '~/staff/desk.server'
import { shippingDeliveries } from '../allowed'
import { carriers } from '../carriers'
import { type BulkKind, type BulkRow, checkRows } from './items.server'

/** The dry run with what a person wants to see of each order. Null for whoever may not operate. */
export async function dryRun(desk: Desk, kind: BulkKind, rows: BulkRow[]) {
  const { shopId } = desk.actor
  if (!permits(desk, 'orders.operate') || !shopId) return null
  const { carrierSetting } = await desk.db.shop.findUniqueOrThrow({
    where: { id: shopId },
    select: { carrierSetting: true },
  })
  const checked = await checkRows(desk, kind, rows)
  const orders = await desk.db.order.findMany({
    where: { shopId, id: { in: checked.flatMap(({ orderId }) => orderId ?? []) } },
    select: {
      ...{ id: true, amount: true, orderedAt: true, paymentStatus: true },
      deliveries: {
        select: { status: true, slipNumber: true, carrier: true },
        orderBy: { index: 'asc' },
      },
      // What Kuroneko says otherwise is no refusal here, and may become one there.
      drifts: {
        where: { closedAt: null },
        select: { evidence: { select: { outcome: true, statusInfo: true, amount: true } } },
      },
    },
  })
  const byId = new Map(orders.map(({ id, ...order }) => [id, order]))
  return {
    kind,
    carrierSetting,
    rows: checked.map((row) => {
      const order = (row.orderId && byId.get(row.orderId)) || null
      if (!order) return { ...row, order, slips: [] }
      const { deliveries, ...facts } = order
      return {
        ...row,
        order: { ...facts, deliveries: deliveries.map(({ status }) => status) },
        slips: shippingDeliveries(deliveries).flatMap(({ slipNumber }) => slipNumber ?? []),
      }
    }),
  }
}
export type DryRun = NonNullable<Awaited<ReturnType<typeof dryRun>>>
export type DryRow = DryRun['rows'][number]

/** A run of the actor's shop, row by row; null for any other. */
export async function viewBulk(desk: Desk, runId: string) {
  if (!permits(desk, 'orders.operate') || !z.uuid().safeParse(runId).success) return null
  const run = await desk.db.bulkRun.findFirst({
    where: { id: runId, shopId: desk.actor.shopId ?? NIL },
    select: {
      ...{ id: true, shopId: true, kind: true, startedAt: true, finishedAt: true },
      startedBy: { select: { name: true } },
      items: {
        select: {
          ...{ index: true, delivery: true, slipNumber: true, carrier: true, state: true, reason: true },
          order: { select: { number: true, amount: true, _count: { select: { deliveries: true } } } },
        },
        orderBy: { index: 'asc' },
      },
    },
  })
  if (!run) return null
  const count = (...states: (typeof run.items)[number]['state'][]) =>
    run.items.filter(({ state }) => states.includes(state)).length
  return {
    ...run,
    counts: {
      all: run.items.length,
      waiting: count('waiting'),
      done: count('done'),
      underWay: count('under_way'),
      /** What trying again takes up. */
      left: count('refused', 'failed', 'not_done'),
    },
  }
}
export type BulkView = NonNullable<Awaited<ReturnType<typeof viewBulk>>>
export type BulkResult = BulkView['items'][number]

/** The rows of a run that were not carried out, as they were typed; none of another shop's. */
export async function leftRows(desk: Desk, runId: string): Promise<BulkRow[]> {
  const run = await viewBulk(desk, runId)
  const left = run?.items.filter(({ state }) => state !== 'done' && state !== 'under_way') ?? []
  return left.map(({ order, delivery, slipNumber, carrier }) => ({
    number: order.number,
    delivery: delivery ?? undefined,
    slipNumber: slipNumber ?? undefined,
    carrier: carriers.find((known) => known === carrier),
  }))
}

const shownRuns = 5

/** The shop's last runs, newest first. */
export function recentBulks(desk: Desk) {
  return desk.db.bulkRun.findMany({
    where: { shopId: desk.actor.shopId ?? NIL },
    orderBy: { startedAt: 'desc' },
    take: shownRuns,
    select: {
      ...{ id: true, kind: true, startedAt: true, finishedAt: true },
      startedBy: { select: { name: true } },
      _count: { select: { items: true } },
    },
  })
}
export type RecentBulk = Awaited<ReturnType<typeof recentBulks>>[number]
