import { daysLeftToCapture } from '~/orders/capture-period'
import { adviceFor, type DriftAdvice, type ReadyWish, readyWish } from '~/orders/drift/difference'
import { type Cursor, pageOf } from '~/platform/keyset.server'
import type { Prisma } from '~/platform/prisma/client'
import { type Desk, permits, shopScope } from '~/staff/desk.server'
import { maxRows } from './limits'
import { openReferences } from './of-order.server'

const fields = {
  id: true,
  foundAt: true,
  shop: { select: { code: true, name: true } },
  evidence: { select: { outcome: true, statusInfo: true, amount: true, askedAt: true } },
  order: {
    select: {
      id: true,
      number: true,
      orderedAt: true,
      amount: true,
      paymentStatus: true,
      deliveries: { select: { status: true }, orderBy: { index: 'asc' } },
    },
  },
} satisfies Prisma.DriftSelect

type Found = Prisma.DriftGetPayload<{ select: typeof fields }>

/** An order that shows something else than Kuroneko says. */
export type DriftRow = Found & {
  /** The request that mends it; null where no cosmetic change would be right. */
  wish: ReadyWish | null
  /** What it calls for instead. */
  advice: DriftAdvice | null
  /** The reference of the request that is under way on it. */
  open: string | null
}

type Asked = { shop?: string; numbers?: string[]; after?: Cursor | undefined }

/**
 * One page of open drifts, newest first, of the actor's own shop or of all; as many as one batch of requests holds.
 * Null for whoever may not see orders.
 * @param shop a code; for the desk's own people
 */
export async function openDrifts(desk: Desk, { shop, numbers, after }: Asked = {}) {
  if (!permits(desk, 'orders.see')) return null
  const rows = await desk.db.drift.findMany({
    where: {
      AND: [shopScope(desk.actor), before(after)],
      closedAt: null,
      ...(shop && { shop: { code: shop } }),
      ...(numbers && { order: { number: { in: numbers } } }),
    },
    orderBy: [{ foundAt: 'desc' }, { id: 'desc' }],
    take: maxRows + 1,
    select: fields,
  })
  const { items, next } = pageOf(rows, maxRows, (row) => [row.foundAt, row.id])
  const open = await openReferences(
    desk.db,
    items.map(({ order }) => order.id),
  )
  const now = desk.clock.now()
  return { rows: items.map((row) => told(row, open.get(row.order.id) ?? null, now)), next }
}

/** The open drift of one order; null where it shows what Kuroneko says. */
export async function openDrift(desk: Desk, orderId: string): Promise<DriftRow | null> {
  if (!permits(desk, 'orders.see')) return null
  const row = await desk.db.drift.findFirst({
    where: { ...shopScope(desk.actor), orderId, closedAt: null },
    select: fields,
  })
  if (!row) return null
  const open = await openReferences(desk.db, [orderId])
  return told(row, open.get(orderId) ?? null, desk.clock.now())
}

function told(row: Found, open: string | null, now: Date): DriftRow {
  const wish = readyWish(row, daysLeftToCapture(row.order.orderedAt, now))
  return { ...row, wish, advice: wish ? null : adviceFor(row), open }
}

export async function countDrifts(desk: Desk): Promise<number> {
  if (!permits(desk, 'orders.see')) return 0
  return desk.db.drift.count({ where: { ...shopScope(desk.actor), closedAt: null } })
}

function before(after: Cursor | undefined): Prisma.DriftWhereInput {
  if (!after) return {}
  return { foundAt: { lte: after.at }, OR: [{ foundAt: { lt: after.at } }, { id: { lt: after.id } }] }
}

/** How far the walks under way are, taken together, and when the last one ended. */
export async function watchProgress(desk: Desk, shop?: string) {
  const scope = { ...shopScope(desk.actor), ...(shop && { shop: { code: shop } }) }
  const [running, last] = await Promise.all([
    desk.db.driftWatch.aggregate({
      where: { ...scope, finishedAt: null },
      _count: true,
      _sum: { total: true, asked: true, found: true, unanswered: true },
    }),
    desk.db.driftWatch.findFirst({
      where: { ...scope, finishedAt: { not: null } },
      orderBy: { finishedAt: 'desc' },
      select: { finishedAt: true, asked: true, found: true, unanswered: true },
    }),
  ])
  const { total, asked, found, unanswered } = running._sum
  const sums = { total: total ?? 0, asked: asked ?? 0, found: found ?? 0, unanswered: unanswered ?? 0 }
  return { running: running._count > 0 ? sums : null, last }
}
export type WatchProgress = Awaited<ReturnType<typeof watchProgress>>
