import type pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { link } from '~/audit/append.server'
import type { NewEvent } from '~/audit/events'
import { sha256 } from '~/audit/text.server'
import type { Actor } from '~/staff/desk.server'
import type { Log } from '../log'
import type { OpenRequest } from '../open-requests'

const statements = {
  find: `SELECT id, order_id FROM correction_request WHERE reference = $1`,
  order: `SELECT * FROM "order" WHERE id = $1 FOR UPDATE`,
  deliveries: `SELECT * FROM delivery WHERE order_id = $1 ORDER BY index`,
  request: `SELECT * FROM correction_request WHERE id = $1 FOR UPDATE`,
  earlier: `SELECT id, result FROM decision WHERE request_id = $1 AND idempotency_key = $2 AND actor_id = $3 LIMIT 1`,
  facts: `
    SELECT (SELECT second_person_from FROM desk_settings WHERE id = 1) AS settings,
      (SELECT carrier_setting FROM shop WHERE id = $3) AS carriers,
      (SELECT to_jsonb(e) - 'raw' FROM evidence e WHERE order_id = $1 AND kind = 'inquiry'
        ORDER BY asked_at DESC LIMIT 1) AS latest,
      (SELECT to_jsonb(e) - 'raw' FROM evidence e WHERE order_id = $1 AND kind = 'inquiry' AND outcome <> 'unknown'
        ORDER BY asked_at DESC LIMIT 1) AS usable,
      (SELECT to_jsonb(e) - 'raw' FROM evidence e WHERE order_id = $1 AND kind = 'screenshot'
        ORDER BY asked_at DESC LIMIT 1) AS picture,
      (SELECT reference FROM correction_request WHERE order_id = $1 AND id <> $2
        AND state IN ('submitted', 'in_review', 'needs_info', 'awaiting_second') ORDER BY filed_at LIMIT 1) AS other,
      (SELECT to_jsonb(a) FROM assessment a WHERE request_id = $2 ORDER BY at DESC LIMIT 1) AS kept,
      (SELECT 1 FROM order_operation WHERE order_id = $1 AND state = 'under_way' LIMIT 1) AS under_way`,
  assess: `
    INSERT INTO assessment (id, request_id, evidence_id, order_version, verdict, second_person, findings, at)
    VALUES ($1, $2, $3, $4, 'go', false, $5, $6)`,
  verdict: `UPDATE correction_request SET verdict = 'go', second_person = false, evidence_id = $2 WHERE id = $1`,
  decide: `
    INSERT INTO decision (id, request_id, actor_id, action, digest, content, override, idempotency_key, result, at)
    VALUES ($1, $2, $3, 'approve', $4, $5, false, $6, 'applied', $7)`,
  drift: `
    SELECT d.id, e.id, e.outcome, e.status_info, e.amount FROM drift d JOIN evidence e ON e.id = d.evidence_id
    WHERE d.order_id = $1 AND d.closed_at IS NULL`,
  ship: `UPDATE delivery SET status = 'cancelled' WHERE id = ANY ($1)`,
  append: `
    INSERT INTO order_event (id, chain_id, seq, prev_hash, hash, text, shop_id, order_id, request_id, action, outcome,
      actor_id, actor_role, amount, payment_before, payment_after, shipping_before, shipping_after,
      evidence_outcome, at)
    SELECT id, "chainId", seq, "prevHash", hash, text, "shopId", "orderId", "requestId", action, outcome,
      "actorId", "actorRole", amount, "paymentBefore", "paymentAfter", "shippingBefore", "shippingAfter",
      "evidenceOutcome", at
    FROM json_to_recordset($1) AS row (
      id uuid, "chainId" uuid, seq int, "prevHash" text, hash text, text text, "shopId" uuid, "orderId" uuid,
      "requestId" uuid, action text, outcome text, "actorId" uuid, "actorRole" text, amount int,
      "paymentBefore" payment_status, "paymentAfter" payment_status, "shippingBefore" shipping_status[],
      "shippingAfter" shipping_status[], "evidenceOutcome" text, at timestamptz)`,
  show: `
    UPDATE "order" SET event_seq = $2, event_hash = $3, payment_status = 'cancelled', version = version + 1,
      updated_at = now() WHERE id = $1 AND version = $4 AND event_seq = $5`,
  apply: `
    UPDATE correction_request SET state = 'applied', version = version + 1, decided_by_id = $2, decided_at = $3
    WHERE id = $1 AND version = $4 AND state = 'in_review'`,
}

/** What approving sends to the database, through bare `pg` with prepared statements, and its hashes made in Node. */
export async function approveBare({ pool }: Log, open: OpenRequest, agent: Actor): Promise<void> {
  const client = await pool.connect()
  const run = async (name: keyof typeof statements, ...values: unknown[]) =>
    (await client.query({ name, text: statements[name], values })).rows
  try {
    await client.query('BEGIN')
    await apply(run, open, agent)
    await client.query('COMMIT')
  } finally {
    client.release()
  }
}

type Run = (name: keyof typeof statements, ...values: unknown[]) => Promise<pg.QueryResultRow[]>

async function apply(run: Run, { reference, digest, content }: OpenRequest, agent: Actor): Promise<void> {
  const idempotencyKey = crypto.randomUUID()
  const at = new Date()
  const [found] = await run('find', reference)
  const [order] = await run('order', found?.order_id)
  const deliveries = await run('deliveries', order?.id)
  const [request] = await run('request', found?.id)
  if (!order || !request) throw new Error(`${reference} is not there`)
  await run('earlier', request.id, idempotencyKey, agent.id)
  const [facts] = await run('facts', order.id, request.id, order.shop_id)
  if (sha256(content) !== digest) throw new Error('the content is another')
  await run('assess', uuidv7(), request.id, facts?.latest.id, order.version, '[]', at)
  await run('verdict', request.id, facts?.latest.id)
  await run('decide', uuidv7(), request.id, agent.id, digest, content, idempotencyKey, at)
  await run('drift', order.id)
  await run(
    'ship',
    deliveries.map(({ id }) => id),
  )
  const head = { eventSeq: order.event_seq, eventHash: order.event_hash }
  const about = { number: order.number, amount: order.amount }
  const events = eventsOf({ order, request, deliveries }, agent, digest, at)
  const { rows, head: grown } = link({ id: order.id, about, head, events })
  await run('append', JSON.stringify(rows))
  await run('show', order.id, grown.eventSeq, grown.eventHash, order.version, order.event_seq)
  await run('apply', request.id, agent.id, at, request.version)
}

type Read = { order: pg.QueryResultRow; request: pg.QueryResultRow; deliveries: pg.QueryResultRow[] }

function eventsOf({ order, request, deliveries }: Read, agent: Actor, digest: string, at: Date): NewEvent[] {
  const before = { payment: order.payment_status, deliveries: deliveries.map(({ status }) => status) }
  const after = { payment: 'cancelled' as const, deliveries: deliveries.map(() => 'cancelled' as const) }
  const told = {
    ...{
      outcome: 'done' as const,
      at,
      actor: { id: agent.id, role: agent.role },
      via: 'web' as const,
      digest,
    },
    ...{ requestId: request.id, reference: request.reference, shopId: order.shop_id, orderId: order.id },
    details: { verdict: 'go', findings: '', state_before: 'in_review', state_after: 'applied' },
  }
  return [
    { ...told, action: 'order.corrected', before, after },
    { ...told, action: 'correction.approved' },
  ]
}
