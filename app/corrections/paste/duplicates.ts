import { fields } from './fields'
import type { ParsedRequest } from './parsed-request'
import { type Problem, problem } from './problems'

/** The same wish for the same order becomes one request; different wishes stay, each with a problem. */
export function mergeDuplicates(requests: readonly ParsedRequest[]): {
  requests: ParsedRequest[]
  problems: Problem[]
} {
  const byNumber = new Map<string, ParsedRequest[]>()
  const problems: Problem[] = []
  const kept: ParsedRequest[] = []
  for (const request of requests) {
    const number = request.orderNumber
    const others = number === null ? [] : (byNumber.get(number) ?? [])
    const same = others.find((other) => agree(other, request))
    if (same) {
      mergeInto(same, request)
      problems.push(
        problem('duplicate_merged', { line: request.sources.orderNumber?.line, text: number ?? '' }),
      )
      continue
    }
    const own = { ...request }
    kept.push(own)
    if (number !== null) byNumber.set(number, [...others, own])
  }
  for (const [number, rivals] of byNumber) {
    if (rivals.length > 1) for (const rival of rivals) addConflict(rival, number)
  }
  return { requests: kept, problems }
}

/** Two requests agree when no field that both fill differs; the reasons may. */
function agree(one: ParsedRequest, other: ParsedRequest): boolean {
  return (['paymentStatus', 'shippingStatus', 'kuronekoStatus', 'kuronekoWords'] as const).every(
    (field) => one[field] === null || other[field] === null || one[field] === other[field],
  )
}

function mergeInto(kept: ParsedRequest, other: ParsedRequest): void {
  const reasons = [kept.reason, other.reason].filter((reason) => reason !== null)
  const filledByOther = fields.filter((field) => kept[field] === null && other[field] !== null)
  const filledByKept = fields.filter((field) => kept[field] !== null && other[field] === null)
  kept.paymentStatus ??= other.paymentStatus
  kept.shippingStatus ??= other.shippingStatus
  kept.kuronekoStatus ??= other.kuronekoStatus
  kept.kuronekoWords ??= other.kuronekoWords
  kept.reason = reasons.length === 0 ? null : [...new Set(reasons)].join('\n')
  kept.sources = { ...other.sources, ...kept.sources }
  kept.problems = [
    ...kept.problems.filter((one) => !solved(one, filledByOther)),
    ...other.problems.filter((one) => !solved(one, filledByKept)),
  ].filter((one, index, all) => all.findIndex((first) => isSame(first, one)) === index)
}

function solved({ code, field }: Problem, filled: readonly string[]): boolean {
  return code === 'field_missing' && field !== undefined && filled.includes(field)
}

function isSame(one: Problem, other: Problem): boolean {
  return one.code === other.code && one.field === other.field && one.text === other.text
}

function addConflict(request: ParsedRequest, number: string): void {
  const where = { field: 'orderNumber', line: request.sources.orderNumber?.line, text: number } as const
  request.problems = [...request.problems, problem('number_conflict', where)]
}
