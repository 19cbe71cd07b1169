import type { PaymentStatus } from '~/orders/statuses'
import type { Answer } from './answers'
import {
  type FindingId,
  findingIds,
  isOverridable,
  type Link,
  type Params,
  type ParamsOf,
  type Rule,
  rules,
  type Severity,
  type Subject,
  severities,
} from './rules'

/** The place in `verdicts.md`: a cell of a payment table, or the table of that subject. */
export type Source =
  | { table: 'to_captured' | 'to_cancelled' | 'to_authorized'; row: PaymentStatus; column: Answer }
  | { table: Subject }

/** One result of an assessment. Plain data: it is kept as JSON and digested. */
export type Finding = {
  id: FindingId
  severity: Severity
  /** Those that the rule names, and no others (`ParamsOf`). */
  params: Partial<Params>
  source: Source
  /** Whether a lead may approve in spite of it, with a written reason and a second person. */
  overridable: boolean
  link?: Link
}

/** Whether a finding stands in the way of applying. */
export function isBlocking({ severity }: Pick<Finding, 'severity'>): boolean {
  return severity === 'no' || severity === 'ord'
}

/** Where the rules put what they find. */
export type Findings = {
  add<Id extends FindingId>(id: Id, params: ParamsOf<Id>, source?: Source): void
}

export function gatherFindings(): Findings & { inOrder(): Finding[] } {
  const found: Finding[] = []
  return {
    add(id, params, source) {
      const { severity, overridable, link, about } = facts[id]
      found.push({ id, severity, params, source: source ?? about, overridable, ...(link && { link }) })
    },
    inOrder: () => found.sort((a, b) => facts[a.id].rank - facts[b.id].rank),
  }
}

type Facts = { severity: Severity; overridable: boolean; link: Link | undefined; about: Source; rank: number }

/** Findings stand by weight, then as in the tables. */
const facts = Object.fromEntries(
  findingIds.map((id, place) => [id, factsOf(id, rules[id], place)]),
) as Record<FindingId, Facts>

function factsOf(id: FindingId, { severity, about, link }: Rule, place: number): Facts {
  const rank = severities.indexOf(severity) * findingIds.length + place
  return { severity, overridable: isOverridable(id), link, about: { table: about }, rank }
}
