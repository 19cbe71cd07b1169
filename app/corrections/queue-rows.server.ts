import { z } from 'zod'
import type { Cursor } from '~/platform/keyset.server'
import { Prisma } from '~/platform/prisma/client'
import {
  PaymentStatus,
  PaymentWish,
  RequestState,
  ShippingStatus,
  ShippingWish,
} from '~/platform/prisma/enums'
import { verdicts } from './views'

/** Which rows of the queue are looked for. `closed` is in the order of decisions, the rest by when it is due. */
export type RowsAsked = {
  states: readonly RequestState[]
  closed: boolean
  after: Cursor | undefined
  /** What else has to hold of a request. */
  conditions: Prisma.Sql[]
  limit: number
}

const time = z.coerce.date()
const rowSchema = z.object({
  id: z.string(),
  reference: z.string(),
  number: z.string(),
  paymentWish: z.enum(PaymentWish),
  shippingWish: z.enum(ShippingWish),
  state: z.enum(RequestState),
  verdict: z.enum(verdicts).nullable(),
  secondPerson: z.boolean(),
  filedAt: time,
  dueAt: time,
  decidedAt: time.nullable(),
  shop: z.object({ name: z.string(), code: z.string() }),
  assignee: z.object({ id: z.string(), name: z.string() }).nullable(),
  order: z
    .object({
      amount: z.number(),
      paymentStatus: z.enum(PaymentStatus),
      deliveries: z.array(z.object({ status: z.enum(ShippingStatus) })),
    })
    .nullable(),
})
export type QueueRow = z.output<typeof rowSchema>

const rowsSchema = z.object({ rows: z.array(rowSchema) }).transform(({ rows }) => rows)

/** The queue's rows with all that stands in them, as a part of a larger look-up. */
export function rowsLookUp(asked: RowsAsked) {
  return { sql: rowsSql(asked), read: (row: unknown) => rowsSchema.parse(row) }
}

/** The page is cut out by an index first, and only its rows are joined with anything. */
function rowsSql(asked: RowsAsked): Prisma.Sql {
  const order = asked.closed ? Prisma.sql`r.decided_at DESC, r.id DESC` : Prisma.sql`r.due_at, r.id`
  return Prisma.sql`
    SELECT coalesce(json_agg(json_build_object(
      'id', r.id, 'reference', r.reference, 'number', r.number, 'paymentWish', r.payment_wish,
      'shippingWish', r.shipping_wish, 'state', r.state, 'verdict', r.verdict, 'secondPerson', r.second_person,
      'filedAt', r.filed_at, 'dueAt', r.due_at, 'decidedAt', r.decided_at,
      'shop', json_build_object('name', s.name, 'code', s.code),
      'assignee', CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'name', u.name) END,
      'order', CASE WHEN o.id IS NOT NULL THEN json_build_object(
        'amount', o.amount, 'paymentStatus', o.payment_status,
        'deliveries', (SELECT coalesce(json_agg(json_build_object('status', d.status) ORDER BY d.index), '[]')
          FROM delivery d WHERE d.order_id = o.id)) END
    ) ORDER BY ${order}), '[]') AS rows
    FROM (${asked.closed ? decided(asked) : due(asked)}) AS r
    JOIN shop s ON s.id = r.shop_id
    LEFT JOIN "user" u ON u.id = r.assignee_id
    LEFT JOIN "order" o ON o.id = r.order_id`
}

function decided({ states, after, conditions, limit }: RowsAsked): Prisma.Sql {
  // Undecided ones stand first in this order, and would all be read to be left out.
  const where = [
    ...[Prisma.sql`decided_at IS NOT NULL`, Prisma.sql`state = ANY (${states}::request_state[])`],
    ...conditions,
  ]
  if (after) where.push(Prisma.sql`(decided_at, id) < (${after.at}, ${after.id}::uuid)`)
  return Prisma.sql`
    SELECT * FROM correction_request WHERE ${Prisma.join(where, ' AND ')}
    ORDER BY decided_at DESC, id DESC LIMIT ${limit}`
}

/** Each state's first rows in the order of an index, and of these the first: however many are open, no more are read. */
function due({ states, after, conditions, limit }: RowsAsked): Prisma.Sql {
  const branches = states.map((state) => {
    const where = [Prisma.sql`state = ${state}::request_state`, ...conditions]
    if (after) where.push(Prisma.sql`(due_at, id) > (${after.at}, ${after.id}::uuid)`)
    return Prisma.sql`
      (SELECT * FROM correction_request WHERE ${Prisma.join(where, ' AND ')} ORDER BY due_at, id LIMIT ${limit})`
  })
  return Prisma.sql`
    SELECT * FROM (${Prisma.join(branches, ' UNION ALL ')}) AS first ORDER BY due_at, id LIMIT ${limit}`
}
