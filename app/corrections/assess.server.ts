import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { shownAt } from '~/audit/shown-at.server'
import { canonical } from '~/audit/text.server'
import { underWayLookUp } from '~/orders/operations/operate.server'
import { type OrderWithDeliveries, shownBy } from '~/orders/record.server'
import { type StandingEvidence, standingLookUp } from '~/orders/standing-evidence.server'
import type { Database, Transaction } from '~/platform/database.server'
import { type LookUp, lookUpTogether } from '~/platform/look-up.server'
import { type CorrectionRequest, Prisma } from '~/platform/prisma/client'
import { tokyoDay } from '~/platform/tokyo'
import { carrierSettingLookUp } from '~/shops/carrier-setting.server'
import { type Assessment, assess } from '~/verdicts/assess'
import type { AssessInput } from '~/verdicts/facts'
import { openStates } from './life'
import { settingsLookUp } from './settings.server'

type Db = Database | Transaction

/** What the rules say of a request now, and what they were told. */
export type Assessed = {
  assessment: Assessment
  evidence: StandingEvidence | null
  /** What was last kept of the rules' word on this request. */
  kept: KeptAssessment | null
  /** Whether an ordinary operation of the order waits for Kuroneko. */
  underWay: boolean
}

/** Puts a request before the rules, with its order and the evidence that counts now. Reads only. */
export async function assessRequest(
  db: Db,
  request: CorrectionRequest,
  order: OrderWithDeliveries | null,
  now: Date,
): Promise<Assessed> {
  const { settings, carriers, standing, other, reverts, kept, underWay } = await lookUpTogether(db, {
    settings: settingsLookUp,
    carriers: carrierSettingLookUp(request.shopId),
    standing: standingLookUp(order?.id ?? null),
    other: otherOpen(request, order),
    reverts: referenceOf(request.revertsId),
    kept: lastKept(request.id),
    underWay: underWayLookUp(order?.id ?? null),
  })
  if (!settings || !carriers) throw new Error('a desk has settings, and a shop its carriers')
  const input: AssessInput = {
    order: order && { ...order, carrierSetting: carriers, orderedOn: tokyoDay(order.orderedAt) },
    request,
    evidence: standing,
    today: tokyoDay(now),
    settings,
    ...(request.numberMatch !== 'none' && {
      match: { as: request.numberMatch, typed: request.numberAsTyped, number: request.number },
    }),
    openRequest: other,
    reverts,
    changedSinceFiling: order && (await changedSinceFiling(db, request, order)),
  }
  return {
    assessment: withPicture(assess(input), standing),
    evidence: standing,
    kept,
    underWay: underWay !== null,
  }
}

/** A picture stands in for Kuroneko's own answer; that always takes a second person. */
function withPicture(assessment: Assessment, evidence: StandingEvidence | null): Assessment {
  if (evidence?.kind !== 'screenshot') return assessment
  return { ...assessment, secondPerson: true }
}

const referenceSchema = z.object({ reference: z.string() }).transform(({ reference }) => reference)

function referenceOf(requestId: string | null): LookUp<string> {
  return {
    sql: Prisma.sql`SELECT reference FROM correction_request WHERE id = ${requestId}::uuid`,
    read: (row) => referenceSchema.parse(row),
  }
}

/** The oldest other open request for the same order. */
function otherOpen(request: CorrectionRequest, order: OrderWithDeliveries | null): LookUp<string> {
  return {
    sql: Prisma.sql`
      SELECT reference FROM correction_request
      WHERE order_id = ${order?.id ?? null}::uuid AND id <> ${request.id}::uuid
        AND state = ANY (${openStates}::request_state[])
      ORDER BY filed_at LIMIT 1`,
    read: (row) => referenceSchema.parse(row),
  }
}

const keptSchema = z
  .object({
    verdict: z.string(),
    second_person: z.boolean(),
    findings: z.array(z.unknown()),
    evidence_id: z.string().nullable(),
  })
  .transform(({ verdict, second_person, findings, evidence_id }) => ({
    ...{ verdict, secondPerson: second_person, findings, evidenceId: evidence_id },
  }))
type KeptAssessment = z.output<typeof keptSchema>

function lastKept(requestId: string): LookUp<KeptAssessment> {
  return {
    sql: Prisma.sql`
      SELECT verdict, second_person, findings, evidence_id FROM assessment
      WHERE request_id = ${requestId}::uuid ORDER BY at DESC LIMIT 1`,
    read: (row) => keptSchema.parse(row),
  }
}

async function changedSinceFiling(db: Db, request: CorrectionRequest, order: OrderWithDeliveries) {
  if (order.version === request.orderVersion) return null
  const before = await shownAt(db, order.id, request.filedAt)
  return before && { before, now: shownBy(order) }
}

/**
 * Keeps an assessment, if it says anything new, and writes its verdict on the request for the queue. Inside the
 * transaction of the act that led to it.
 */
export async function keepAssessment(
  tx: Transaction,
  request: CorrectionRequest,
  orderVersion: number,
  { assessment, evidence, kept }: Assessed,
  at: Date,
): Promise<void> {
  const { verdict, secondPerson } = assessment
  const findings = assessment.findings.map(({ id, severity, params }) => ({
    id,
    severity,
    params: params ?? {},
  }))
  const evidenceId = evidence?.id ?? null
  if (kept && canonical(kept) === canonical({ verdict, secondPerson, findings, evidenceId })) return
  await tx.$executeRaw`
    WITH told AS (
      INSERT INTO assessment (id, request_id, evidence_id, order_version, verdict, second_person, findings, at)
      VALUES (${uuidv7()}::uuid, ${request.id}::uuid, ${evidenceId}::uuid, ${orderVersion}, ${verdict}::verdict,
        ${secondPerson}, ${JSON.stringify(findings)}::jsonb, ${at})
      RETURNING request_id, evidence_id, verdict, second_person)
    UPDATE correction_request r
    SET verdict = told.verdict, second_person = told.second_person, evidence_id = told.evidence_id
    FROM told WHERE r.id = told.request_id`
}
