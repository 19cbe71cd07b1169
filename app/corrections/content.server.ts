import { z } from 'zod'
import { canonical, sha256 } from '~/audit/text.server'
import { type OrderWithDeliveries, shownBy } from '~/orders/record.server'
import type { StandingEvidence } from '~/orders/standing-evidence.server'
import { paymentStatuses, shippingStatuses } from '~/orders/statuses'
import type { CorrectionRequest } from '~/platform/prisma/client'
import type { Assessed } from './assess.server'
import { applyWish } from './change'

const statuses = z.object({
  payment: z.enum(paymentStatuses),
  deliveries: z.array(z.enum(shippingStatuses)),
})

/** The substance of evidence: the same answer asked for again is the same evidence. */
const evidenceSchema = z.object({
  kind: z.string(),
  outcome: z.string(),
  status_info: z.number().nullable(),
  amount: z.number().nullable(),
})

/** What a reviewer approves, exactly (`design.md` §4). */
const contentSchema = z.object({
  v: z.literal(2),
  reference: z.string(),
  order: z.object({ id: z.string(), number: z.string(), version: z.number(), amount: z.number() }),
  before: statuses,
  after: statuses,
  evidence: evidenceSchema.nullable(),
  verdict: z.string(),
  second_person: z.boolean(),
  findings: z.array(z.object({ id: z.string(), severity: z.string() })),
})
export type Content = z.infer<typeof contentSchema>

export type Approvable = { content: Content; text: string; digest: string }

/** The content of an approval as order and evidence stand now, its canonical text, and the text's SHA-256 in hex. */
export function approvable(
  request: CorrectionRequest,
  order: OrderWithDeliveries,
  { assessment, evidence }: Pick<Assessed, 'assessment' | 'evidence'>,
): Approvable {
  const before = shownBy(order)
  const content: Content = {
    v: 2,
    reference: request.reference,
    order: { id: order.id, number: order.number, version: order.version, amount: order.amount },
    before,
    after: applyWish(before, request),
    evidence: evidence && substance(evidence),
    verdict: assessment.verdict,
    second_person: assessment.secondPerson,
    findings: assessment.findings.map(({ id, severity }) => ({ id, severity })),
  }
  const text = canonical(content)
  return { content, text, digest: sha256(text) }
}

function substance({ kind, outcome, statusInfo, amount }: StandingEvidence): Content['evidence'] {
  return { kind, outcome, status_info: statusInfo, amount }
}

/** Reads back the content that a page carried, but only if it is what the digest was made of. */
export function contentOf(text: string | undefined, digest: string): Content | null {
  if (text === undefined || sha256(text) !== digest) return null
  return contentSchema.safeParse(JSON.parse(text)).data ?? null
}

/** Which of the approved facts moved since. */
export type Moved = {
  field: 'payment' | 'deliveries' | 'amount' | 'evidence' | 'findings' | 'version'
  before: string
  now: string
}

export function whatMoved(seen: Content, now: Content): Moved[] {
  const facts = (content: Content): [Moved['field'], string][] => [
    ['payment', content.before.payment],
    ['deliveries', content.before.deliveries.join(',')],
    ['amount', String(content.order.amount)],
    ['evidence', evidenceWord(content.evidence)],
    ['findings', content.findings.map(({ id }) => id).join(',')],
    ['version', String(content.order.version)],
  ]
  const then = new Map(facts(seen))
  return facts(now)
    .map(([field, value]) => ({ field, before: then.get(field) ?? '', now: value }))
    .filter((moved) => moved.before !== moved.now)
}

/** `40/8640`, or the outcome where no status was answered; the page puts it into words. */
function evidenceWord(evidence: Content['evidence']): string {
  if (!evidence) return ''
  return evidence.status_info === null ? evidence.outcome : `${evidence.status_info}/${evidence.amount ?? ''}`
}
