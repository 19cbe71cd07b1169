import type { Claim, PaymentWish, ShippingWish } from '~/corrections/wishes'
import type { Block, Filling, Piece } from './blocks'
import { readDitto } from './courtesy'
import { takeExample } from './examples'
import { type Field, fields } from './fields'
import { fold } from './fold'
import { type ReadNumber, readNumbers } from './numbers'
import { excerpt, type Problem, problem } from './problems'
import {
  claimVocabulary,
  paymentVocabulary,
  type Reading,
  readStatus,
  shippingVocabulary,
} from './readStatus'

/** Where a value was read: the line, counted from 1, and its text as pasted. */
export type Source = { line: number; text: string }

/** One request as understood. A field that could not be taken is null and has a problem that says why. */
export type ParsedRequest = {
  orderNumber: string | null
  paymentStatus: PaymentWish | null
  shippingStatus: ShippingWish | null
  kuronekoStatus: Claim | null
  /** What was typed for Kuroneko's side, unless it was exactly the claim's label or code. */
  kuronekoWords: string | null
  reason: string | null
  sources: Partial<Record<Field, Source>>
  problems: Problem[]
}

type Numbered = ReadNumber & { source: Source }
/** A block after reading: what its numbers share, and the numbers. */
type Shared = Omit<ParsedRequest, 'orderNumber'>
type Numbers = { numbers: Numbered[]; problems: Problem[]; unused: Problem[] }

const longestSource = 2000

/** The requests of all blocks in order, at most `most`; `left` says how many numbers were beyond that. */
export function readBlocks(
  blocks: readonly Block[],
  most: number,
): { requests: ParsedRequest[]; problems: Problem[]; left: number } {
  const requests: ParsedRequest[] = []
  /** The first request of each block, for 「1件目と同じ」 and 「同上」. */
  const firsts: ParsedRequest[] = []
  const problems: Problem[] = []
  let left = 0
  for (const block of blocks) {
    const { numbers, problems: doubts, unused } = numbersOf(block)
    problems.push(...unused)
    const room = Math.max(most - requests.length, 0)
    left += Math.max(Math.max(numbers.length, 1) - room, 0)
    if (room === 0) continue
    const shared = copyDitto(readShared(block), block, firsts)
    const made = withNumbers(shared, numbers.slice(0, room), doubts)
    requests.push(...made)
    if (made[0]) firsts.push(made[0])
  }
  return { requests, problems, left }
}

function withNumbers(
  shared: Shared,
  numbers: readonly Numbered[],
  doubts: readonly Problem[],
): ParsedRequest[] {
  if (numbers.length === 0) {
    const problems = [...doubts, ...shared.problems]
    return [{ orderNumber: null, ...shared, problems }]
  }
  return numbers.map(({ number, source, problems }) => ({
    orderNumber: number,
    ...shared,
    sources: { orderNumber: source, ...shared.sources },
    problems: [...problems, ...doubts, ...shared.problems],
  }))
}

function numbersOf(block: Block): Numbers {
  const result: Numbers = { numbers: [], problems: [], unused: [] }
  for (const filling of block.values.get('orderNumber') ?? []) {
    const before = result.numbers.length
    for (const piece of filling.pieces) addNumbers(result, piece)
    const own = result.numbers.slice(before)
    for (const number of own) number.problems = [...filling.problems, ...number.problems]
    if (own.length === 0) result.problems.push(...filling.problems)
  }
  return settleNumbers(result, block)
}

function addNumbers(result: Numbers, piece: Piece): void {
  const { text, problems } = takeExample('orderNumber', piece)
  const read = readNumbers(text, piece.line.number)
  const source = sourceOf(piece.line.number, piece.line.raw)
  result.numbers.push(...read.numbers.map((number) => ({ ...number, source })))
  result.problems.push(...problems, ...read.problems)
  result.unused.push(...read.unused)
}

function settleNumbers(found: Numbers, block: Block): Numbers {
  if (found.numbers.length > 0) {
    const readable = found.problems.map((one) =>
      one.code === 'example_only' ? problem('example_left', one) : one,
    )
    return { ...found, problems: readable }
  }
  if (found.problems.some(({ severity }) => severity === 'error')) return found
  const missing = problem('field_missing', { field: 'orderNumber', line: block.line })
  return { ...found, problems: [...found.problems, missing] }
}

function readShared(block: Block): Shared {
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
  const readings = fillings.map(({ text }) => readStatus(text, vocabulary))
  const settled = settle(field, fillings, readings, shared)
  if (settled) Object.assign(shared, { [field]: settled.value })
}

function readClaim(block: Block, shared: Shared): void {
  const field = 'kuronekoStatus'
  const fillings = filled(block, field, shared)
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
    problems.push(...filling.problems)
    const one = readFilling(field, filling, problems)
    if (one) result.push(one)
  }
  shared.problems.push(
    ...problems.map((one) =>
      result.length > 0 && one.code === 'example_only' ? problem('example_left', one) : one,
    ),
  )
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
    problems.push(...taken.problems)
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
  if (isDitto(first)) return { value: null }
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

function copyDitto(shared: Shared, block: Block, firsts: readonly ParsedRequest[]): Shared {
  let copied = shared
  for (const field of fields) {
    if (field === 'orderNumber') continue
    const own = block.values.get(field)?.flatMap(({ pieces }) => pieces) ?? []
    const [said] = own
    const piece =
      own.length === 1 && said && readDitto(fold(said.text).text)
        ? said
        : own.length === 0
          ? block.ditto
          : undefined
    if (piece) copied = copyField(copied, field, piece, firsts)
  }
  return copied
}

function copyField(
  shared: Shared,
  field: Exclude<Field, 'orderNumber'>,
  piece: Piece,
  firsts: readonly ParsedRequest[],
): Shared {
  const which = readDitto(fold(piece.text).text)
  const from = typeof which === 'number' ? firsts[which - 1] : firsts.at(-1)
  const others = shared.problems.filter((one) => one.field !== field || one.code === 'label_guessed')
  const where = { field, line: piece.line.number, text: piece.text }
  if (!from) return { ...shared, problems: [...others, problem('nothing_to_copy', where)] }
  const inherited = from.problems.filter((one) => one.field === field && one.severity === 'error')
  return {
    ...shared,
    [field]: from[field],
    ...(field === 'kuronekoStatus' ? { kuronekoWords: from.kuronekoWords } : {}),
    sources: { ...shared.sources, [field]: sourceOf(piece.line.number, piece.line.raw) },
    problems: [...others, ...inherited, problem('copied_from_above', where)],
  }
}

function isDitto({ text, pieces }: Filled): boolean {
  return pieces.length === 1 && readDitto(fold(text).text) !== undefined
}

function literalText(pieces: readonly Piece[]): string | undefined {
  const lines = pieces.filter(({ line }) => line.literal).map(({ text }) => text)
  return lines.length > 0 ? lines.join('\n') : undefined
}

function at(code: Problem['code'], field: Field, { line, text }: Filled): Problem {
  return problem(code, { field, line, text })
}

function sourceOf(line: number, raw: string): Source {
  return { line, text: excerpt(raw, longestSource) }
}
