import type { Database, Transaction } from '~/platform/database.server'
import type { ChainEnd } from './chain-check.server'
import type { Shown } from './events'
import type { Owner } from './faults'
import { deskChain } from './record.server'
import type { AboutOrder } from './text.server'

/** What verification measures the events by: where each chain should end, and the states of its requests. */

type Db = Database | Transaction

export type OwnedEnd = { end: ChainEnd; owner: Owner }

/** The heads of chains, and whose they are, by chain id. What nothing owns is not in the map. */
export async function chainEnds(db: Db, chainIds: string[]): Promise<Map<string, OwnedEnd>> {
  const ends = new Map<string, OwnedEnd>()
  for (const { shop, number, amount, payment, deliveries, ...order } of await ordersEnds(db, chainIds)) {
    ends.set(order.id, {
      end: { ...order, shown: { payment, deliveries }, about: { number, amount } },
      owner: { owner: 'order', order: number, shop },
    })
  }
  if (ends.size === chainIds.length) return ends
  const id = { in: chainIds.filter((chain) => !ends.has(chain)) }
  const head = { id: true, eventSeq: true, eventHash: true } as const
  const shop = { select: { code: true } } as const
  const requests = await db.correctionRequest.findMany({
    where: { id },
    select: { ...head, shop, reference: true },
  })
  for (const { shop, reference, ...request } of requests) {
    const owner = { owner: 'request', request: reference, shop: shop.code } as const
    ends.set(request.id, { end: { ...request, shown: null, about: null }, owner })
  }
  const shops = await db.shop.findMany({ where: { id }, select: { ...head, code: true } })
  for (const { code, ...shop } of shops) {
    ends.set(shop.id, { end: { ...shop, shown: null, about: null }, owner: { owner: 'shop', shop: code } })
  }
  if (chainIds.includes(deskChain)) {
    const select = { eventSeq: true, eventHash: true } as const
    const desk = await db.deskSettings.findUnique({ where: { id: 1 }, select })
    if (desk) ends.set(deskChain, { end: { ...desk, shown: null, about: null }, owner: { owner: 'desk' } })
  }
  return ends
}

type OrderEnd = Omit<ChainEnd, 'shown' | 'about'> & AboutOrder & Shown & { id: string; shop: string }

/** All in one statement, which nearly every chain needs. */
function ordersEnds(db: Db, ids: string[]): Promise<OrderEnd[]> {
  return db.$queryRaw<OrderEnd[]>`
    SELECT o.id, o.event_seq AS "eventSeq", o.event_hash AS "eventHash", o.number, o.amount, s.code AS shop,
           o.payment_status::text AS payment,
           array_to_json(ARRAY(
             SELECT d.status FROM delivery d WHERE d.order_id = o.id ORDER BY d.index)) AS deliveries
    FROM "order" o JOIN shop s ON s.id = o.shop_id
    WHERE o.id = ANY (${ids}::uuid[])`
}

/**
 * The next chains without any event that should have one: of orders, of requests, and of what else has a head that names
 * one.
 */
export async function withoutEvents(db: Db, afterId: string, limit: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT id FROM (
      SELECT id FROM "order"
      UNION ALL SELECT coalesce(order_id, id) FROM correction_request
      UNION ALL SELECT id FROM correction_request WHERE event_seq > 0
      UNION ALL SELECT id FROM shop WHERE event_seq > 0
      UNION ALL SELECT ${deskChain}::uuid FROM desk_settings WHERE event_seq > 0
    ) AS owner
    WHERE id > ${afterId}::uuid AND NOT EXISTS (SELECT FROM order_event WHERE chain_id = owner.id)
    ORDER BY id
    LIMIT ${limit}`
  return rows.map(({ id }) => id)
}

export type RequestOnChain = { id: string; chain: string; state: string }

/** The requests whose events stand on these chains: on their order's, else on their own. */
export function requestsOn(db: Db, chainIds: string[]): Promise<RequestOnChain[]> {
  return db.$queryRaw<RequestOnChain[]>`
    SELECT id, coalesce(order_id, id) AS chain, state::text FROM correction_request
    WHERE order_id = ANY (${chainIds}::uuid[]) OR (order_id IS NULL AND id = ANY (${chainIds}::uuid[]))
    ORDER BY id`
}

export type RequestWithEvents = {
  id: string
  reference: string
  state: string
  orderId: string | null
  order: string | null
  shop: string
  /** The texts of its last events, newest first. */
  texts: string[]
}

/** Requests with their last events: on the order's chain, else on their own. */
export function requestsWithEvents(db: Db, ids: string[]): Promise<RequestWithEvents[]> {
  return db.$queryRaw<RequestWithEvents[]>`
    SELECT r.id, r.reference, r.state::text, r.order_id AS "orderId", o.number AS "order", s.code AS shop,
           array_to_json(ARRAY(
             SELECT e.text FROM order_event e WHERE e.request_id = r.id
             ORDER BY (e.chain_id = r.order_id) DESC NULLS LAST, e.seq DESC LIMIT 5
           )) AS texts
    FROM correction_request r JOIN shop s ON s.id = r.shop_id LEFT JOIN "order" o ON o.id = r.order_id
    WHERE r.id = ANY (${ids}::uuid[])
    ORDER BY r.id`
}
