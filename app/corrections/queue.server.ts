import { z } from 'zod'
import { cursorSchema, pageOf } from '~/platform/keyset.server'
import { type LookUp, lookUpTogether } from '~/platform/look-up.server'
import { Prisma } from '~/platform/prisma/client'
import { shopChoicesLookUp } from '~/shops/list.server'
import { type Desk, permits, shopScope } from '~/staff/desk.server'
import { openStates } from './life'
import { type QueueRow, rowsLookUp } from './queue-rows.server'
import { readySql } from './quick-lane.server'
import { type QueueView, queueViews, statesOf, verdicts } from './views'

export type { QueueRow }

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

type QueuePage = { rows: QueueRow[]; next: string | null }

/** One page of the queue: what is open by when it is due, what is closed by when it was decided. Null for outsiders. */
export async function queue(desk: Desk, filter: QueueFilter): Promise<QueuePage | null> {
  if (!permits(desk, 'desk.see')) return null
  const { page } = await lookUpTogether(desk.db, { page: pageLookUp(desk, filter) })
  return page
}

/** The queue's page with all that stands around it, by one statement. Null for outsiders. */
export async function queueView(desk: Desk, filter: QueueFilter) {
  if (!permits(desk, 'desk.see')) return null
  const { page, standing, shops } = await lookUpTogether(desk.db, {
    page: pageLookUp(desk, filter),
    standing: standingLookUp(desk),
    shops: shopChoicesLookUp(desk),
  })
  if (!page || !standing || !shops) throw new Error('a look-up that always has a row found none')
  const { quick, ...counts } = standing
  return { page, counts, quick, shops }
}

function pageLookUp(desk: Desk, filter: QueueFilter): LookUp<QueuePage> {
  const closed = filter.view === 'closed'
  const rows = rowsLookUp({
    ...{ states: statesOf[filter.view], closed, after: filter.after, limit: pageSize + 1 },
    conditions: matching(desk, filter),
  })
  return {
    sql: rows.sql,
    read(row) {
      const place = (each: QueueRow): [Date, string] => [
        (closed ? each.decidedAt : each.dueAt) ?? each.dueAt,
        each.id,
      ]
      const { items, next } = pageOf(rows.read(row), pageSize, place)
      return { rows: items, next }
    },
  }
}

function matching({ actor }: Desk, { view, shop, verdict, assignee }: QueueFilter): Prisma.Sql[] {
  const { shopId } = shopScope(actor)
  return [
    ...(shopId ? [Prisma.sql`shop_id = ${shopId}::uuid`] : []),
    ...(view === 'mine' ? [Prisma.sql`assignee_id = ${actor.id}::uuid`] : []),
    ...(assignee ? [Prisma.sql`assignee_id = ${assignee}::uuid`] : []),
    ...(verdict ? [Prisma.sql`verdict = ${verdict}::verdict`] : []),
    ...(shop ? [Prisma.sql`shop_id = (SELECT id FROM shop WHERE code = ${shop})`] : []),
  ]
}

type Standing = Record<Exclude<QueueView, 'closed'>, number> & {
  /** How many could be approved together; none for who decides nothing. */
  quick: number
}

const standingSchema = z.object({
  open: z.number(),
  mine: z.number(),
  waiting: z.number(),
  second: z.number(),
  quick: z.number(),
})

/** How many requests each tab of the queue holds and how many wait at the quick lane; it goes over what is open once. */
function standingLookUp(desk: Desk): LookUp<Standing> {
  const { shopId = null } = shopScope(desk.actor)
  const among = (view: QueueView) => Prisma.sql`state = ANY (${statesOf[view]}::request_state[])`
  const quick = permits(desk, 'desk.decide') ? readySql(desk) : Prisma.sql`false`
  return {
    sql: Prisma.sql`
      SELECT count(*) FILTER (WHERE ${among('open')}) AS open,
        count(*) FILTER (WHERE assignee_id = ${desk.actor.id}::uuid) AS mine,
        count(*) FILTER (WHERE ${among('waiting')}) AS waiting,
        count(*) FILTER (WHERE ${among('second')}) AS second,
        count(*) FILTER (WHERE ${quick}) AS quick
      FROM correction_request
      WHERE state = ANY (${openStates}::request_state[]) AND (${shopId}::uuid IS NULL OR shop_id = ${shopId}::uuid)`,
    read: (row) => standingSchema.parse(row),
  }
}
