import { v7 as uuidv7 } from 'uuid'
import { shownAt } from '~/audit/shown-at.server'
import { canonical } from '~/audit/text.server'
import { standingEvidence } from '~/orders/evidence.server'
import { type OrderWithDeliveries, shownBy } from '~/orders/record.server'
import type { Database, Transaction } from '~/platform/database.server'
import type { CorrectionRequest, Evidence } from '~/platform/prisma/client'
import { tokyoDay } from '~/platform/tokyo'
import { type Assessment, assess } from '~/verdicts/assess'
import type { AssessInput } from '~/verdicts/facts'
import { openStates } from './life'
import { deskSettings } from './settings.server'

type Db = Database | Transaction

/** What the rules say of a request now, and what they were told. */
export type Assessed = { assessment: Assessment; evidence: Evidence | null }

/** Puts a request before the rules, with its order and the evidence that counts now. Reads only. */
export async function assessRequest(
  db: Db,
  request: CorrectionRequest,
  order: OrderWithDeliveries | null,
  now: Date,
): Promise<Assessed> {
  const [settings, evidence, neighbours] = await Promise.all([
    deskSettings(db),
    order ? standingEvidence(db, order.id) : null,
    order ? neighbourhood(db, request, order) : {},
  ])
  const input: AssessInput = {
    order: order && (await orderFacts(db, order)),
    request,
    evidence,
    today: tokyoDay(now),
    settings,
    ...(request.numberMatch !== 'none' && {
      match: { as: request.numberMatch, typed: request.numberAsTyped, number: request.number },
    }),
    ...neighbours,
  }
  return { assessment: withPicture(assess(input), evidence), evidence }
}

/** A picture stands in for Kuroneko's own answer; that always takes a second person. */
function withPicture(assessment: Assessment, evidence: Evidence | null): Assessment {
  if (evidence?.kind !== 'screenshot') return assessment
  return { ...assessment, secondPerson: true }
}

async function orderFacts(db: Db, order: OrderWithDeliveries): Promise<AssessInput['order']> {
  const { carrierSetting } = await db.shop.findUniqueOrThrow({
    where: { id: order.shopId },
    select: { carrierSetting: true },
  })
  return { ...order, carrierSetting, orderedOn: tokyoDay(order.orderedAt) }
}

/** What other requests and the order's past have to do with this one. */
async function neighbourhood(db: Db, request: CorrectionRequest, order: OrderWithDeliveries) {
  const [other, reverts] = await Promise.all([
    db.correctionRequest.findFirst({
      where: { orderId: order.id, id: { not: request.id }, state: { in: openStates } },
      select: { reference: true },
      orderBy: { filedAt: 'asc' },
    }),
    request.revertsId
      ? db.correctionRequest.findUnique({ where: { id: request.revertsId }, select: { reference: true } })
      : null,
  ])
  const before = order.version === request.orderVersion ? null : await shownAt(db, order.id, request.filedAt)
  return {
    openRequest: other?.reference ?? null,
    reverts: reverts?.reference ?? null,
    changedSinceFiling: before && { before, now: shownBy(order) },
  }
}

/**
 * Keeps an assessment, if it says anything new, and writes its verdict on the request for the queue. Inside the
 * transaction of the act that led to it.
 */
export async function keepAssessment(
  tx: Transaction,
  request: CorrectionRequest,
  orderVersion: number,
  { assessment, evidence }: Assessed,
  at: Date,
): Promise<void> {
  const { verdict, secondPerson } = assessment
  const findings = assessment.findings.map(({ id, severity, params }) => ({
    id,
    severity,
    params: params ?? {},
  }))
  const evidenceId = evidence?.id ?? null
  const last = await tx.assessment.findFirst({
    where: { requestId: request.id },
    orderBy: { at: 'desc' },
    select: { verdict: true, secondPerson: true, findings: true, evidenceId: true },
  })
  if (last && canonical(last) === canonical({ verdict, secondPerson, findings, evidenceId })) return
  await tx.assessment.create({
    data: {
      id: uuidv7(),
      requestId: request.id,
      evidenceId,
      orderVersion,
      verdict,
      secondPerson,
      findings,
      at,
    },
  })
  await tx.correctionRequest.updateMany({
    where: { id: request.id },
    data: { verdict, secondPerson, evidenceId },
  })
}
