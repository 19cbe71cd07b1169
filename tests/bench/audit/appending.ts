import { link } from '~/audit/append.server'
import { type EventOnChain, recordOnChain } from '~/audit/record.server'
import type { Log } from '../log'
import { against, clients, type Duration, type Row } from '../measure'

const lock = `
  SELECT shop_id AS "shopId", number, amount, event_seq AS "eventSeq", event_hash AS "eventHash"
  FROM "order" WHERE id = $1 FOR UPDATE`
const insert = `
  INSERT INTO order_event (id, chain_id, seq, prev_hash, hash, text, shop_id, order_id, request_id, action, outcome,
    actor_id, actor_role, amount, payment_before, payment_after, shipping_before, shipping_after, evidence_outcome, at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`
const store = `UPDATE "order" SET event_seq = $2, event_hash = $3, updated_at = now() WHERE id = $1`

/** Appending one event to an order's chain, each client to its own orders in turn. */
export async function measureAppending(log: Log, duration: Duration): Promise<Row> {
  const { actor } = await log.desk('auditor')
  const orders = await log.db.$queryRaw<{ id: string }[]>`SELECT id FROM "order" ORDER BY random() LIMIT 1600`
  const turns = Array.from({ length: clients }, () => 0)
  const nextOf = (client: number) => {
    const turn = (turns[client] ?? 0) + 1
    turns[client] = turn
    return orders[(turn * clients + client) % orders.length]?.id ?? ''
  }
  const event = (): EventOnChain => ({
    ...{ action: 'audit.proof_taken', outcome: 'done', at: new Date(), requestId: null, via: 'web' },
    actor: { id: actor.id, role: actor.role },
  })
  return against(
    'appending an event',
    (client) =>
      log.db.$transaction((tx) => recordOnChain(tx, { kind: 'order', id: nextOf(client) }, [event()])),
    (client) => bare(log, nextOf(client), event()),
    duration,
  )
}

/** The same statements, prepared. */
async function bare({ pool }: Log, id: string, event: EventOnChain): Promise<void> {
  const client = await pool.connect()
  const run = (name: string, text: string, values: unknown[]) => client.query({ name, text, values })
  try {
    await client.query('BEGIN')
    const [row] = (await run('lock', lock, [id])).rows
    const { shopId, number, amount, ...head } = row
    const placed = { ...event, shopId, orderId: id }
    const { rows, head: grown } = link({ id, about: { number, amount }, head, events: [placed] })
    for (const made of rows) {
      await run('insert', insert, [
        ...[made.id, made.chainId, made.seq, made.prevHash, made.hash, made.text, made.shopId, made.orderId],
        ...[made.requestId, made.action, made.outcome, made.actorId, made.actorRole, made.amount],
        ...[made.paymentBefore, made.paymentAfter, made.shippingBefore, made.shippingAfter],
        ...[made.evidenceOutcome, made.at],
      ])
    }
    await run('store', store, [id, grown.eventSeq, grown.eventHash])
    await client.query('COMMIT')
  } finally {
    client.release()
  }
}
