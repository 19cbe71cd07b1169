import { z } from 'zod'
import { type Cursor, cursorSchema, pageOf } from '~/platform/keyset.server'
import type { Prisma } from '~/platform/prisma/client'
import type { RequestState } from '~/platform/prisma/enums'
import { addDays, startOfTokyoDay } from '~/platform/tokyo'
import { type Desk, permits, shopScope } from '~/staff/desk.server'
import { daysLeftChoices, orderedWithDaysLeft } from './capture-period'
import { normaliseOrderNumber } from './number'
import { paymentStatuses, shippingStatuses } from './statuses'

/** Yen as a person types them, `12,100` or full-width; what is no amount is as if it were not there. */
const yen = z
  .string()
  .transform((typed) => typed.normalize('NFKC').replaceAll(/[,\s¥円]/g, ''))
  .pipe(z.string().regex(/^\d{1,9}$/))
  .transform(Number)
  .optional()
  .catch(undefined)

/** What the list's address says; anything that is not a filter is as if it were not there. */
export const orderFilterSchema = z.object({
  /** The beginning of an order number. */
  q: z.string().max(64).transform(normaliseOrderNumber).catch(''),
  /** A shop's code; for the desk's own people. */
  shop: z.string().max(64).catch(''),
  payment: z.enum(paymentStatuses).optional().catch(undefined),
  /** Of any of the order's deliveries. */
  shipping: z.enum(shippingStatuses).optional().catch(undefined),
  /** Tokyo days, both included. */
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  /** Only where Kuroneko says something else. */
  drift: z.literal('1').optional().catch(undefined),
  /** Only 仮売上 that can still be captured, for so many days at most. */
  left: z.enum(daysLeftChoices).optional().catch(undefined),
  /** Only with a request that is not decided yet. */
  request: z.literal('1').optional().catch(undefined),
  /** Both included. */
  min: yen,
  max: yen,
  after: cursorSchema,
})
export type OrderFilter = z.infer<typeof orderFilterSchema>

const pageSize = 50

/**
 * One page of orders, newest first, of the actor's own shop or of all. Null for whoever may not see orders.
 * @param openStates in which a request is not decided yet (`corrections/life.ts`)
 */
export async function listOrders(desk: Desk, filter: OrderFilter, openStates: RequestState[]) {
  if (!permits(desk, 'orders.see')) return null
  const where = await matching(desk, filter, openStates)
  if (!where) return { rows: [], next: null }
  const rows = await desk.db.order.findMany({
    where,
    orderBy: [{ orderedAt: 'desc' }, { id: 'desc' }],
    take: pageSize + 1,
    select: { ...rowFields, requests: { where: { state: { in: openStates } }, select: { reference: true } } },
  })
  const { items, next } = pageOf(rows, pageSize, (row) => [row.orderedAt, row.id])
  return { rows: items, next }
}
export type OrderRow = NonNullable<Awaited<ReturnType<typeof listOrders>>>['rows'][number]

const rowFields = {
  id: true,
  number: true,
  orderedAt: true,
  amount: true,
  paymentStatus: true,
  paymentMethod: true,
  kuronekoOrderNumber: true,
  shop: { select: { name: true, code: true } },
  deliveries: { select: { status: true, slipNumber: true }, orderBy: { index: 'asc' } },
  drifts: {
    where: { closedAt: null },
    select: { evidence: { select: { outcome: true, statusInfo: true, amount: true } } },
  },
} satisfies Prisma.OrderSelect

/** Null where the filter names a shop that there is not. The shop goes in by its id, which the indexes begin with. */
async function matching(
  desk: Desk,
  filter: OrderFilter,
  openStates: RequestState[],
): Promise<Prisma.OrderWhereInput | null> {
  const { q, shop, payment, shipping, drift, left, request, min, max, after } = filter
  const named = shop
    ? await desk.db.shop.findUnique({ where: { code: shop }, select: { id: true } })
    : undefined
  if (named === null) return null
  return {
    AND: [shopScope(desk.actor), before(after), ordered(filter), left ? capturable(left, desk) : {}],
    ...(named && { shopId: named.id }),
    ...(q && { number: { startsWith: q } }),
    ...(payment && { paymentStatus: payment }),
    ...(shipping && { deliveries: { some: { status: shipping } } }),
    ...(drift && { drifts: { some: { closedAt: null } } }),
    ...(request && { requests: { some: { state: { in: openStates } } } }),
    amount: { ...(min !== undefined && { gte: min }), ...(max !== undefined && { lte: max }) },
  }
}

function ordered({ from, to }: Pick<OrderFilter, 'from' | 'to'>): Prisma.OrderWhereInput {
  return {
    orderedAt: {
      ...(from && { gte: startOfTokyoDay(from) }),
      ...(to && { lt: startOfTokyoDay(addDays(to, 1)) }),
    },
  }
}

/** Days left are days of ordering, which the indexes know. */
function capturable(left: (typeof daysLeftChoices)[number], desk: Desk): Prisma.OrderWhereInput {
  return {
    paymentStatus: 'authorized',
    ...ordered(orderedWithDaysLeft(Number(left), desk.clock.now())),
  }
}

/** The first bound alone lets the index begin where the last page ended. */
function before(after: Cursor | undefined): Prisma.OrderWhereInput {
  if (!after) return {}
  return { orderedAt: { lte: after.at }, OR: [{ orderedAt: { lt: after.at } }, { id: { lt: after.id } }] }
}
