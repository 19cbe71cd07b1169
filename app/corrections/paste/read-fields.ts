import type { Claim, PaymentWish, ShippingWish } from '~/corrections/wishes'
import type { Block, Filling, Piece } from './blocks'
import { readDitto } from './courtesy'
import { takeExample } from './examples'
import type { Field } from './fields'
import { fold } from './fold'
import { type ParsedRequest, sourceOf } from './parsed-request'
import { type Problem, problem } from './problems'
import {
  claimVocabulary,
  paymentVocabulary,
  type Reading,
  readStatus,
  shippingVocabulary,
} from './read-status'

/** A block after reading: what its numbers share, and the numbers. */
export type Shared = Omit<ParsedRequest, 'orderNumber'>
/** Reads everything but the numbers of a block. */
export function readShared(block: Block): Shared {
  const shared: Shared = {
    paymentStatus: null,
    shippingStatus: null,
    kuronekoStatus: null,
    kuronekoWords: null,
    reason: null,
    sources: {},
    problems: [],
  }
  readWish(block, 'paymentStatus', paymentVocabulary, shared)
  readWish(block, 'shippingStatus', shippingVocabulary, shared)
  readClaim(block, shared)
  readReason(block, shared)
  if (shared.paymentStatus === 'unchanged' && shared.shippingStatus === 'unchanged') {
    shared.problems.push(
      problem('nothing_to_change', { field: 'paymentStatus', line: shared.sources.paymentStatus?.line }),
    )
  }
  return shared
}

function readWish<Status extends PaymentWish | ShippingWish>(
  block: Block,
  field: 'paymentStatus' | 'shippingStatus',
  vocabulary: Parameters<typeof readStatus<Status>>[1],
  shared: Shared,
): void {
  const fillings = filled(block, field, shared)
  if (dittoOf(block, field)) return
  const readings = fillings.map(({ text }) => readStatus(text, vocabulary))
  const settled = settle(field, fillings, readings, shared)
  if (settled) Object.assign(shared, { [field]: settled.value })
}

function readClaim(block: Block, shared: Shared): void {
  const field = 'kuronekoStatus'
  const fillings = filled(block, field, shared)
  if (dittoOf(block, field)) return
  const readings = fillings.map(readOneClaim)
  const settled = settle(field, fillings, readings, shared)
  if (!settled) return
  shared.kuronekoStatus = settled.value
  const [first] = fillings
  const literal = first && literalText(first.pieces)
  if (literal) shared.kuronekoWords = literal
  else if (settled.value && settled.problem) shared.kuronekoWords = first?.text ?? null
}

/** A claim that resembles nothing known is still a claim: the reviewer reads its words. */
function readOneClaim({ text, pieces }: Filled): Reading<Claim> {
  const literal = literalText(pieces)
  const said = pieces.filter(({ line }) => !line.literal).map((piece) => piece.text)
  const reading = readStatus(literal && said.length > 0 ? said.join(' ') : text, claimVocabulary)
  if (reading.problem === 'status_unknown' || reading.problem === 'status_negated') {
    return { value: 'other', problem: 'claim_other' }
  }
  if (!literal || reading.problem) return reading
  return { ...reading, problem: reading.value === 'other' ? 'claim_other' : 'status_resembles' }
}

function readReason(block: Block, shared: Shared): void {
  const fillings = filled(block, 'reason', shared)
  const [first, second] = fillings
  if (!first) return
  shared.reason = fillings
    .map(({ pieces, text }) => (pieces.length === 1 ? text : reasonText(pieces)))
    .join('\n')
  if (second) shared.problems.push(at('label_repeated', 'reason', second))
}

/** Lines typed by a person lose the blanks at both ends; literal lines are kept to the letter. */
function reasonText(pieces: readonly Piece[]): string {
  const whole = pieces.map(({ text }) => text).join('\n')
  return pieces.some(({ line }) => line.literal) ? whole : whole.trim()
}

type Filled = { text: string; pieces: Piece[]; line: number }

/** The fillings of a field that hold something, without examples; says so where there are none. */
function filled(block: Block, field: Field, shared: Shared): Filled[] {
  const result: Filled[] = []
  const problems: Problem[] = []
  for (const filling of block.values.get(field) ?? []) {
    for (const one of filling.problems) problems.push(one)
    const one = readFilling(field, filling, problems)
    if (one) result.push(one)
  }
  for (const one of problems) {
    const beside = result.length > 0 && one.code === 'example_only'
    shared.problems.push(beside ? problem('example_left', one) : one)
  }
  const [first] = result
  if (first) {
    const raw =
      field === 'reason' ? first.pieces.map(({ line }) => line.raw).join('\n') : first.pieces[0]?.line.raw
    shared.sources[field] = sourceOf(first.line, raw ?? '')
  } else if (!problems.some(({ severity }) => severity === 'error')) {
    const line = block.values.get(field)?.[0]?.pieces[0]?.line.number ?? block.line
    shared.problems.push(problem('field_missing', { field, line }))
  }
  return result
}

function readFilling(field: Field, filling: Filling, problems: Problem[]): Filled | undefined {
  const pieces: Piece[] = []
  for (const piece of filling.pieces) {
    const taken = piece.line.literal ? { text: piece.text, problems: [] } : takeExample(field, piece)
    for (const one of taken.problems) problems.push(one)
    if (taken.text !== '' || taken.problems.length === 0) pieces.push({ line: piece.line, text: taken.text })
  }
  const separator = field === 'reason' ? '\n' : ' '
  const text = pieces.map((piece) => piece.text).join(separator)
  const first = pieces[0]
  return first && text !== '' ? { text, pieces, line: first.line.number } : undefined
}

/** One value from several fillings of the same field: the same twice is a doubt, different ones are none. */
function settle<Status>(
  field: Field,
  fillings: readonly Filled[],
  readings: readonly Reading<Status>[],
  shared: Shared,
): Reading<Status> | undefined {
  const [reading] = readings
  const [first, second] = fillings
  if (!reading || !first) return undefined
  if (second && readings.some(({ value }) => value !== reading.value)) {
    shared.problems.push(at('label_conflict', field, second))
    return { value: null }
  }
  if (second) shared.problems.push(at('label_repeated', field, second))
  if (reading.problem) {
    const meaning = reading.value === null ? {} : { meaning: String(reading.value) }
    shared.problems.push({ ...at(reading.problem, field, first), ...meaning })
  }
  return reading
}

/** 「同上」 in place of the only value of a field. Literal text is never one. */
export function dittoOf(block: Block, field: Field): Piece | undefined {
  const [only, ...others] = block.values.get(field)?.flatMap(({ pieces }) => pieces) ?? []
  if (!only || others.length > 0 || only.line.literal) return undefined
  return readDitto(fold(only.text).text) === undefined ? undefined : only
}

function literalText(pieces: readonly Piece[]): string | undefined {
  const lines = pieces.filter(({ line }) => line.literal).map(({ text }) => text)
  return lines.length > 0 ? lines.join('\n') : undefined
}

function at(code: Problem['code'], field: Field, { line, text }: Filled): Problem {
  return problem(code, { field, line, text })
}
