import { z } from 'zod'
import { type Cursor, cursorSchema, pageOf } from '~/platform/keyset.server'
import type { Prisma } from '~/platform/prisma/client'
import { type Desk, permits, shopScope } from '~/staff/desk.server'
import { openStates, type RequestState } from './life'

export const listViews = ['all', 'open', 'waiting', 'closed'] as const
export type ListView = (typeof listViews)[number]

const statesOf: Record<Exclude<ListView, 'all'>, RequestState[]> = {
  open: openStates.filter((state) => state !== 'needs_info'),
  waiting: ['needs_info'],
  closed: ['applied', 'rejected', 'withdrawn'],
}

export const listFilterSchema = z.object({
  view: z.enum(listViews).catch('all'),
  after: cursorSchema,
})

const pageSize = 50

/** One page of requests, newest first, of the actor's own shop or of all. */
export async function requestList(desk: Desk, filter: z.infer<typeof listFilterSchema>) {
  if (!permits(desk, 'requests.see')) return null
  const rows = await desk.db.correctionRequest.findMany({
    where: {
      ...shopScope(desk.actor),
      ...(filter.view !== 'all' && { state: { in: statesOf[filter.view] } }),
      ...older(filter.after),
    },
    orderBy: [{ filedAt: 'desc' }, { id: 'desc' }],
    take: pageSize + 1,
    include: {
      shop: { select: { name: true } },
      order: {
        select: { paymentStatus: true, deliveries: { select: { status: true }, orderBy: { index: 'asc' } } },
      },
    },
  })
  const { items, next } = pageOf(rows, pageSize, (row) => [row.filedAt, row.id])
  return { rows: items, next }
}

function older(after: Cursor | undefined): Prisma.CorrectionRequestWhereInput {
  if (!after) return {}
  return { OR: [{ filedAt: { lt: after.at } }, { filedAt: after.at, id: { lt: after.id } }] }
}

/** Requests of one batch, in the order in which they were filed. */
export function requestsOfBatch(desk: Desk, batchId: string) {
  return desk.db.correctionRequest.findMany({
    where: { batchId, ...shopScope(desk.actor) },
    orderBy: { reference: 'asc' },
    select: { reference: true, number: true, numberMatch: true },
  })
}
