import type { EventAction } from '~/audit/events'
import type { Database } from '~/platform/database.server'
import type { OrderOperation } from '~/platform/prisma/client'
import type { OperationKind } from '~/platform/prisma/enums'

/** What an order's chain tells of its operations, and what it would have to tell by the rows of the database. */

const begins: Record<OperationKind, EventAction> = {
  capture: 'order.capture_begun',
  cancel: 'order.cancel_begun',
  modify: 'order.modify_begun',
  register: 'order.payment_begun',
}
const ends: Record<OperationKind, EventAction> = {
  capture: 'order.captured',
  cancel: 'order.cancelled',
  modify: 'order.modified',
  register: 'order.authorized',
}

/** Everything that tells of an operation's beginning, of its end, or of a call of it. */
const ofOperations = new Set<string>([
  ...Object.values(begins),
  ...Object.values(ends),
  'order.payment_failed',
  'order.call_unanswered',
])

type Told = {
  action: string
  outcome: string
  refusal: string | null
  details: { operation?: string } | null
}

const shortly = ({ action, outcome, refusal }: Omit<Told, 'details'>) =>
  [action, outcome, refusal].filter(Boolean).join(' ')

export type ToldOfOperations = {
  /** Of each operation in the order of their beginnings: what is told of it, calls without an answer aside. */
  told: string[][]
  /** The same as its row says it should be. */
  owed: string[][]
  /** What no row accounts for: what was done here only, or refused before anything began. */
  besides: string[]
}

/** Reads an order's chain against its operations; every event of theirs is in exactly one of the answer's lists. */
export async function toldOfOperations(db: Database, orderId: string): Promise<ToldOfOperations> {
  const operations = await db.orderOperation.findMany({ where: { orderId }, orderBy: { id: 'asc' } })
  const stored = await db.orderEvent.findMany({ where: { chainId: orderId }, orderBy: { seq: 'asc' } })
  const events = stored
    .map(({ text }): Told => JSON.parse(text))
    .filter(({ action }) => ofOperations.has(action))
  const ids = new Set(operations.map(({ id }) => id))
  const isOwn = ({ details }: Told) => ids.has(details?.operation ?? '')
  return {
    told: operations.map(({ id }) =>
      events
        .filter(({ action, details }) => details?.operation === id && action !== 'order.call_unanswered')
        .map(shortly),
    ),
    owed: operations.map(owedBy),
    besides: events.filter((event) => !isOwn(event)).map(shortly),
  }
}

function owedBy({ kind, state, reason }: OrderOperation): string[] {
  const begun = shortly({ action: begins[kind], outcome: 'done', refusal: null })
  const failed = { action: 'order.payment_failed', outcome: 'done', refusal: null }
  const done = { action: ends[kind], outcome: 'done', refusal: null }
  const told = { done, failed, not_done: { ...done, outcome: 'refused', refusal: reason } }
  return state === 'under_way' ? [begun] : [begun, shortly(told[state])]
}
