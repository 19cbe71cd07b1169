import { z } from 'zod'
import type { HistoryEvent, Told } from '~/audit/history-event'
import type { Database } from '~/platform/database.server'
import type { Verdict } from '~/platform/prisma/enums'
import { type Params, type Severity, severities } from '~/verdicts/rules'
import { contentOf } from './content.server'

/**
 * A finding as it stood. `id` may be one that the rules have no more; `params` are the facts of its sentence, null where
 * they were not kept.
 */
export type FindingThen = { id: string; severity: Severity | null; params: Partial<Params> | null }
export type AssessmentThen = { verdict: Verdict; findings: FindingThen[] }

const storedFindings = z.array(
  z.object({
    id: z.string(),
    severity: z.enum(severities).nullable().catch(null),
    // Written by `keepAssessment` from a finding; only its rule reads them.
    params: z.custom<Partial<Params>>((value) => typeof value === 'object' && value !== null),
  }),
)

/** More than the requests of one page of history ever have. */
const mostRows = 2000

/**
 * What the rules said of requests at a moment, by the request's id: the last assessment kept until then, whatever rules
 * and evidence say by now.
 */
export async function assessmentsAt(
  db: Database,
  requestIds: string[],
  at: Date,
): Promise<Map<string, AssessmentThen>> {
  const rows = await db.assessment.findMany({
    where: { requestId: { in: requestIds }, at: { lte: at } },
    orderBy: { at: 'desc' },
    distinct: ['requestId'],
    take: mostRows,
    select: { requestId: true, verdict: true, findings: true },
  })
  return new Map(
    rows.map(({ requestId, verdict, findings }) => [
      requestId,
      { verdict, findings: readFindings(findings) },
    ]),
  )
}

/**
 * The findings that decisions stood on, by the event's id. What was approved is read from the very content whose digest
 * the log holds; the facts in its sentences, and what stood when a request was rejected or returned, from the
 * assessment of that time. Two statements, however many events.
 */
export async function findingsAtDecisions(
  db: Database,
  events: readonly HistoryEvent[],
): Promise<Record<string, FindingThen[]>> {
  const decisions = events.flatMap(({ id, at, told }) => (told && isDecision(told) ? [{ id, at, told }] : []))
  const request = { reference: { in: [...new Set(decisions.map(({ told }) => told.reference ?? ''))] } }
  const [contents, assessments] = await Promise.all([
    db.decision.findMany({
      where: { request, digest: { not: null } },
      select: { digest: true, content: true },
      take: mostRows,
    }),
    db.assessment.findMany({
      where: { request },
      orderBy: { at: 'desc' },
      select: { at: true, findings: true, request: { select: { reference: true } } },
      take: mostRows,
    }),
  ])
  const texts = new Map(contents.map(({ digest, content }) => [digest, content ?? undefined]))
  return Object.fromEntries(
    decisions.map(({ id, at, told }) => {
      const stood = assessments.find((row) => row.request.reference === told.reference && row.at <= at)
      return [id, findingsOf(told, texts.get(told.digest), stood ? readFindings(stood.findings) : [])]
    }),
  )
}

const decisive = new Set<Told['action']>([
  'order.corrected',
  'correction.approved',
  'correction.approved_first',
  'correction.returned',
  'correction.rejected',
])

function isDecision({ action, outcome, reference }: Told): boolean {
  return outcome === 'done' && reference !== null && decisive.has(action)
}

function findingsOf(
  { digest, details }: Told,
  content: string | undefined,
  assessed: FindingThen[],
): FindingThen[] {
  if (typeof details.findings !== 'string') return assessed
  const approved = digest === null ? null : contentOf(content, digest)
  const ids = details.findings === '' ? [] : details.findings.split(',')
  return ids.map((id) => {
    const known = assessed.find((finding) => finding.id === id)
    const severity = approved?.findings.find((finding) => finding.id === id)?.severity
    return {
      id,
      severity: severities.find((one) => one === severity) ?? known?.severity ?? null,
      params: known?.params ?? null,
    }
  })
}

function readFindings(findings: unknown): FindingThen[] {
  return storedFindings.safeParse(findings).data ?? []
}
