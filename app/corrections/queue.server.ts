import { z } from 'zod'
import { type Cursor, cursorSchema, pageOf } from '~/platform/keyset.server'
import type { Prisma } from '~/platform/prisma/client'
import { type Desk, permits, shopScope } from '~/staff/desk.server'
import { openStates } from './life'
import { type QueueView, queueViews, statesOf, verdicts } from './views'

export const queueFilterSchema = z.object({
  view: z.enum(queueViews).catch('open'),
  /** A shop's code. */
  shop: z.string().max(64).optional().catch(undefined),
  verdict: z.enum(verdicts).optional().catch(undefined),
  assignee: z.uuid().optional().catch(undefined),
  after: cursorSchema,
})
export type QueueFilter = z.infer<typeof queueFilterSchema>

const pageSize = 50

/** One page of the queue: what is open by when it is due, what is closed by when it was decided. Null for outsiders. */
export async function queue(desk: Desk, filter: QueueFilter) {
  if (!permits(desk, 'desk.see')) return null
  const closed = filter.view === 'closed'
  const rows = await desk.db.correctionRequest.findMany({
    where: { AND: [matching(desk, filter), closed ? beforeDecided(filter.after) : afterDue(filter.after)] },
    orderBy: closed ? [{ decidedAt: 'desc' }, { id: 'desc' }] : [{ dueAt: 'asc' }, { id: 'asc' }],
    take: pageSize + 1,
    select: rowFields,
  })
  const { items, next } = pageOf(rows, pageSize, (row) => [
    (closed ? row.decidedAt : row.dueAt) ?? row.dueAt,
    row.id,
  ])
  return { rows: items, next }
}
export type QueueRow = NonNullable<Awaited<ReturnType<typeof queue>>>['rows'][number]

const rowFields = {
  id: true,
  reference: true,
  number: true,
  paymentWish: true,
  shippingWish: true,
  state: true,
  verdict: true,
  secondPerson: true,
  filedAt: true,
  dueAt: true,
  decidedAt: true,
  shop: { select: { name: true, code: true } },
  assignee: { select: { id: true, name: true } },
  order: {
    select: {
      amount: true,
      paymentStatus: true,
      deliveries: { select: { status: true }, orderBy: { index: 'asc' } },
    },
  },
} satisfies Prisma.CorrectionRequestSelect

function matching(desk: Desk, filter: QueueFilter): Prisma.CorrectionRequestWhereInput {
  return {
    ...shopScope(desk.actor),
    state: { in: statesOf[filter.view] },
    ...(filter.view === 'mine' && { assigneeId: desk.actor.id }),
    ...(filter.assignee && { assigneeId: filter.assignee }),
    ...(filter.verdict && { verdict: filter.verdict }),
    ...(filter.shop && { shop: { code: filter.shop } }),
  }
}

function afterDue(after: Cursor | undefined): Prisma.CorrectionRequestWhereInput {
  if (!after) return {}
  return { OR: [{ dueAt: { gt: after.at } }, { dueAt: after.at, id: { gt: after.id } }] }
}

function beforeDecided(after: Cursor | undefined): Prisma.CorrectionRequestWhereInput {
  if (!after) return {}
  return { OR: [{ decidedAt: { lt: after.at } }, { decidedAt: after.at, id: { lt: after.id } }] }
}

/** How many requests each tab of the queue holds, open ones only; one statement over what is open. */
export async function queueCounts(desk: Desk): Promise<Record<Exclude<QueueView, 'closed'>, number>> {
  const groups = await desk.db.correctionRequest.groupBy({
    by: ['state'],
    where: { ...shopScope(desk.actor), state: { in: openStates } },
    _count: true,
  })
  const mine = await desk.db.correctionRequest.count({
    where: { assigneeId: desk.actor.id, state: { in: openStates } },
  })
  const of = (view: QueueView) =>
    groups.filter(({ state }) => statesOf[view].includes(state)).reduce((sum, { _count }) => sum + _count, 0)
  return { open: of('open'), mine, waiting: of('waiting'), second: of('second') }
}
