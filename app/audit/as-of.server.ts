import type { Database } from '~/platform/database.server'
import type { Prisma } from '~/platform/prisma/client'
import type { Shown } from './events'
import type { HistoryOrder } from './history.server'
import { type Recorded, readRecorded } from './recorded'
import { stateTold } from './request-states'

/** What an order showed at a moment and what was known of it then, by its events until that moment. */
export type AsOf = {
  kind: 'then'
  at: Date
  /** The last event until then: its place, its hash and its time. */
  seq: number
  hash: string
  lastAt: Date
  shown: Shown | null
  /** Yen; null where the log says nothing of it. */
  amount: number | null
  evidence: EvidenceThen | null
  drift: DriftThen | null
  requests: RequestThen[]
}

/** Before anything of the order was recorded; `first` is when that began. */
export type BeforeAll = { kind: 'before'; at: Date; first: Date | null }

/** The evidence that counted then. `askedAt` is when it was asked for, so that its age can be told. */
export type EvidenceThen = {
  kind: 'inquiry' | 'screenshot'
  outcome: 'answered' | 'not_found' | 'unknown'
  reason: string | null
  statusInfo: number | null
  amount: number | null
  askedAt: Date
}

export type DriftThen = { since: Date; statusInfo: number | null; amount: number | null }

/** A request that had been filed by then, its state, and when something had last happened to it. */
export type RequestThen = { id: string; reference: string; state: string; lastAt: Date }

/** How many of an order's requests are told of, newest first. */
const mostRequests = 50

/**
 * An order as of a moment: by the part of its chain that ends with the last event of that moment. A fixed number of
 * statements, whatever the chain's length.
 */
export async function orderAsOf(db: Database, order: HistoryOrder, at: Date): Promise<AsOf | BeforeAll> {
  const last = await lastEvent(db, order.id, { at: { lte: at } })
  if (!last) return { kind: 'before', at, first: (await firstEvent(db, order.id))?.at ?? null }
  const until = { seq: { lte: last.seq } }
  const [shown, drift, evidence, requests] = await Promise.all([
    lastEvent(db, order.id, { ...until, outcome: 'done', paymentAfter: { not: null } }),
    lastEvent(db, order.id, { ...until, action: { in: ['order.drift_found', 'order.drift_closed'] } }),
    evidenceUntil(db, order.id, until),
    requestsUntil(db, order.id, last.seq),
  ])
  return {
    kind: 'then',
    at,
    seq: last.seq,
    hash: last.hash,
    lastAt: last.at,
    shown: shown?.recorded?.after ?? null,
    amount: last.recorded?.amount ?? (await amountReceived(db, order.id)),
    evidence,
    drift: drift?.recorded?.action === 'order.drift_found' ? driftOf(drift.at, drift.recorded) : null,
    requests,
  }
}

type Event = { seq: number; hash: string; at: Date; recorded: Recorded | null }

async function lastEvent(
  db: Database,
  chainId: string,
  where: Prisma.OrderEventWhereInput,
): Promise<Event | null> {
  const select = { seq: true, hash: true, at: true, text: true }
  const row = await db.orderEvent.findFirst({
    where: { chainId, ...where },
    orderBy: { seq: 'desc' },
    select,
  })
  return row && { seq: row.seq, hash: row.hash, at: row.at, recorded: readRecorded(row.text) }
}

function firstEvent(db: Database, chainId: string) {
  return db.orderEvent.findFirst({
    where: { chainId },
    orderBy: { seq: 'asc' },
    select: { at: true, text: true },
  })
}

/** Events of the log's first format say nothing of the amount, but for the one by which the order came. */
async function amountReceived(db: Database, chainId: string): Promise<number | null> {
  const first = await firstEvent(db, chainId)
  const amount = first && readRecorded(first.text)?.details?.amount
  return typeof amount === 'number' ? amount : null
}

/**
 * As `standingEvidence` has it for now: the latest answer; or, where the latest question brought none, a picture that is
 * newer than the last usable answer.
 */
async function evidenceUntil(
  db: Database,
  chainId: string,
  until: Prisma.OrderEventWhereInput,
): Promise<EvidenceThen | null> {
  const [asked, usable, picture] = await Promise.all([
    lastEvent(db, chainId, { ...until, action: 'order.inquired' }),
    lastEvent(db, chainId, { ...until, action: 'order.inquired', outcome: 'done' }),
    lastEvent(db, chainId, { ...until, action: 'order.evidence_attached', outcome: 'done' }),
  ])
  const answered = asked !== null && asked.seq === usable?.seq
  const pictureCounts = picture !== null && !answered && picture.seq > (usable?.seq ?? 0)
  const standing = pictureCounts ? picture : asked
  return standing?.recorded ? evidenceThen(db, standing.at, standing.recorded) : null
}

async function evidenceThen(
  db: Database,
  at: Date,
  { action, refusal, details }: Recorded,
): Promise<EvidenceThen> {
  const {
    evidence: id,
    evidence_outcome: outcome,
    status_info: statusInfo,
    evidence_amount: amount,
  } = details ?? {}
  const row =
    typeof id === 'string' && (await db.evidence.findUnique({ where: { id }, select: { askedAt: true } }))
  return {
    kind: action === 'order.evidence_attached' ? 'screenshot' : 'inquiry',
    outcome: outcome === 'answered' || outcome === 'not_found' ? outcome : 'unknown',
    reason: refusal,
    statusInfo: typeof statusInfo === 'number' ? statusInfo : null,
    amount: typeof amount === 'number' ? amount : null,
    askedAt: row ? row.askedAt : at,
  }
}

function driftOf(since: Date, { details }: Recorded): DriftThen {
  const { status_info: statusInfo, evidence_amount: amount } = details ?? {}
  return {
    since,
    statusInfo: typeof statusInfo === 'number' ? statusInfo : null,
    amount: typeof amount === 'number' ? amount : null,
  }
}

/** The order's requests as its events until that place tell of them; the last few of each, for not every one tells a state. */
async function requestsUntil(db: Database, orderId: string, seq: number): Promise<RequestThen[]> {
  const rows = await db.$queryRaw<{ id: string; reference: string; texts: string[] }[]>`
    SELECT r.id, r.reference, ARRAY(
      SELECT e.text FROM order_event e
      WHERE e.request_id = r.id AND e.chain_id = r.order_id AND e.seq <= ${seq}
      ORDER BY e.id DESC LIMIT 5
    ) AS texts
    FROM correction_request r WHERE r.order_id = ${orderId}::uuid
    ORDER BY r.filed_at DESC, r.id DESC
    LIMIT ${mostRequests}`
  return rows.flatMap(({ texts, ...request }) => {
    const told = texts.map(readRecorded).find((recorded) => recorded && stateTold(recorded) !== null)
    const state = told && stateTold(told)
    return told && state ? [{ ...request, state, lastAt: new Date(told.at) }] : []
  })
}
