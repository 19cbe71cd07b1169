import { v7 as uuidv7 } from 'uuid'
import { matchNumbers, type OrderMatch } from '~/orders/match.server'
import { normaliseOrderNumber } from '~/orders/number'
import { lockOrder, shownBy } from '~/orders/record.server'
import type { Transaction } from '~/platform/database.server'
import type { CorrectionRequest } from '~/platform/prisma/client'
import { tokyoDay } from '~/platform/tokyo'
import { type Desk, permits } from '~/staff/desk.server'
import { askLater } from './ask-later.server'
import { assessRequest, keepAssessment } from './assess.server'
import type { FilingRow } from './forms'
import { gatherEvidence } from './gather-evidence.server'
import { openReferences } from './of-order.server'
import type { Opened } from './open.server'
import { record, requestEvent } from './record.server'
import { type Refused, refuse } from './refusals'
import { isAtKuroneko, type Never, whyNever } from './why-never'

/** Why one row cannot be filed; `reference` names the request that stands in its way. */
export type RowProblem = {
  row: number
  field: Never['field']
  code: Never['code'] | 'already_open' | 'twice'
  reference?: string
}

export type Filing = {
  /** The shop that the requests are for; a merchant's is always their own. */
  shopId: string
  rows: FilingRow[]
  /** The same press twice files once. */
  idempotencyKey: string
}

export type Filed = { ok: true; batchId: string; references: string[] }
export type FilingRefused = Refused<'not_found'> | (Refused<'invalid'> & { problems: RowProblem[] })

/**
 * Files one request per row, all or none. What can never be applied is a problem of its row; a number that no order
 * matches is filed as unmatched, for it may not have been imported yet. Kuroneko is asked first, within a person's
 * patience; without its answer the request is filed all the same.
 */
export async function file(desk: Desk, filing: Filing): Promise<Filed | FilingRefused> {
  const { actor, db } = desk
  if (!permits(desk, 'requests.file')) return refuse('not_found')
  if (actor.role === 'merchant' && actor.shopId !== filing.shopId) return refuse('not_found')
  await gatherEvidence(desk, filing)
  return db.$transaction(
    async (tx) => {
      const rows = await resolve(tx, filing)
      const problems = [...twice(rows), ...(await standing(tx, rows))].sort((a, b) => a.row - b.row)
      const batch = problems.length === 0 ? await beginBatch(tx, desk, filing) : null
      if (batch) return write(tx, desk, filing, batch, rows)
      // The same press once more finds its own requests in its way.
      return (await earlierBatch(tx, desk, filing)) ?? { ...refuse('invalid'), problems }
    },
    { maxWait: 10_000, timeout: 60_000 },
  )
}

type Batch = { id: string; filedAt: Date; dueAt: Date }

/**
 * Null for the same press once more; at the same moment, the second waits here for the first to end. The desk's
 * settings come with it, for all requests are due by them.
 */
async function beginBatch(tx: Transaction, desk: Desk, filing: Filing): Promise<Batch | null> {
  const { shopId, idempotencyKey } = filing
  const id = uuidv7()
  const filedAt = desk.clock.now()
  const [begun] = await tx.$queryRaw<{ dueWithinHours: number }[]>`
    INSERT INTO correction_batch (id, shop_id, filed_by_id, filed_at, idempotency_key)
    VALUES (${id}::uuid, ${shopId}::uuid, ${desk.actor.id}::uuid, ${filedAt}, ${idempotencyKey})
    ON CONFLICT (filed_by_id, idempotency_key) DO NOTHING
    RETURNING (SELECT due_within_hours FROM desk_settings WHERE id = 1) AS "dueWithinHours"`
  return begun ? { id, filedAt, dueAt: new Date(filedAt.getTime() + begun.dueWithinHours * 3_600_000) } : null
}

async function earlierBatch(tx: Transaction, desk: Desk, filing: Filing): Promise<Filed | null> {
  const batch = await tx.correctionBatch.findUnique({
    where: {
      filedById_idempotencyKey: { filedById: desk.actor.id, idempotencyKey: filing.idempotencyKey },
    },
    include: { requests: { select: { reference: true }, orderBy: { reference: 'asc' } } },
  })
  return (
    batch && { ok: true, batchId: batch.id, references: batch.requests.map(({ reference }) => reference) }
  )
}

type Resolved = { row: FilingRow; place: number; hit: OrderMatch | null; order: Opened['order'] }

/** Finds each row's order and locks it. Locks are taken in the order of ids, so that two filings never wait in a ring. */
async function resolve(tx: Transaction, filing: Filing): Promise<Resolved[]> {
  const typed = filing.rows.map((row) => row.orderNumber)
  const matches = await matchNumbers(tx, filing.shopId, typed)
  const ids = [...new Set([...matches.values()].map(({ orderId }) => orderId))].sort()
  const orders = new Map<string, Opened['order']>()
  for (const id of ids) orders.set(id, await lockOrder(tx, id))
  return filing.rows.map((row, place) => {
    const hit = matches.get(row.orderNumber) ?? null
    return { row, place, hit, order: (hit && orders.get(hit.orderId)) ?? null }
  })
}

function twice(rows: Resolved[]): RowProblem[] {
  const key = ({ row, hit }: Resolved) => hit?.orderId ?? normaliseOrderNumber(row.orderNumber)
  const first = new Map<string, number>()
  return rows.flatMap((resolved) => {
    const seen = first.get(key(resolved))
    if (seen === undefined) first.set(key(resolved), resolved.place)
    return seen === undefined ? [] : [{ row: resolved.place, field: 'orderNumber', code: 'twice' } as const]
  })
}

/** What stands in a row's way on its order: an open request, or that nothing would change. */
async function standing(tx: Transaction, rows: Resolved[]): Promise<RowProblem[]> {
  const orderIds = rows.flatMap(({ order }) => (order ? [order.id] : []))
  const openByOrder = await openReferences(tx, orderIds)
  return rows.flatMap(({ row, place, order }): RowProblem[] => {
    if (!order) return []
    const reference = openByOrder.get(order.id)
    if (reference) return [{ row: place, field: 'orderNumber', code: 'already_open', reference }]
    const wish = { paymentWish: row.paymentStatus, shippingWish: row.shippingStatus }
    const never = whyNever({ shown: shownBy(order), atKuroneko: isAtKuroneko(order) }, wish)
    return never ? [{ row: place, ...never }] : []
  })
}

async function write(
  tx: Transaction,
  desk: Desk,
  { shopId }: Filing,
  { id: batchId, filedAt, dueAt }: Batch,
  rows: Resolved[],
): Promise<Filed> {
  const references: string[] = []
  for (const resolved of rows) {
    const reference = await nextReference(tx, filedAt)
    const base = { batchId, shopId, reference, filedAt, dueAt, filedById: desk.actor.id }
    const request = await tx.correctionRequest.create({
      data: { ...base, ...requestFields(resolved), id: uuidv7(), onBehalf: desk.actor.role !== 'merchant' },
    })
    await recordFiled(tx, desk, request, resolved)
    const assessed = await assessRequest(tx, request, resolved.order, filedAt)
    await keepAssessment(tx, request, resolved.order?.version ?? 0, assessed, filedAt)
    if (resolved.order) await askLater(tx, desk, resolved.order, assessed.evidence)
    references.push(reference)
  }
  return { ok: true, batchId, references }
}

function requestFields({ row, hit, order }: Resolved) {
  return {
    orderId: order?.id ?? null,
    orderVersion: order?.version ?? null,
    numberAsTyped: row.orderNumber,
    number: hit?.number ?? normaliseOrderNumber(row.orderNumber),
    numberMatch: hit?.match ?? ('none' as const),
    paymentWish: row.paymentStatus,
    shippingWish: row.shippingStatus,
    claim: row.kuronekoStatus,
    claimWords: row.kuronekoWords || null,
    reason: row.reason,
  }
}

async function recordFiled(
  tx: Transaction,
  desk: Desk,
  request: CorrectionRequest,
  resolved: Resolved,
): Promise<void> {
  const { paymentWish, shippingWish, claim, numberMatch, onBehalf } = request
  const event = requestEvent(desk, { request }, 'correction.filed', {
    words: resolved.row.reason,
    details: {
      payment_wish: paymentWish,
      shipping_wish: shippingWish,
      claim,
      match: numberMatch,
      on_behalf: onBehalf,
    },
  })
  await record(tx, { request, order: resolved.order }, [event])
}

/** MT-2026-000123: the year of filing in Tokyo and a number that never comes twice. */
async function nextReference(tx: Transaction, at: Date): Promise<string> {
  const [row] = await tx.$queryRaw<{ n: bigint }[]>`SELECT nextval('correction_reference_seq') AS n`
  return `MT-${tokyoDay(at).slice(0, 4)}-${String(row?.n).padStart(6, '0')}`
}
