import type { Block, Piece } from './blocks'
import { readDitto } from './courtesy'
import { takeExample } from './examples'
import { type Field, fields } from './fields'
import { fold } from './fold'
import { type ReadNumber, readNumbers } from './numbers'
import { type ParsedRequest, type Source, sourceOf } from './parsed-request'
import { limited, type Problem, problem } from './problems'
import { dittoOf, readShared, type Shared } from './read-fields'

type Numbered = ReadNumber & { source: Source }
type Numbers = { numbers: Numbered[]; problems: Problem[]; unused: Problem[] }

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
    const problems = limited([...doubts, ...shared.problems])
    return [{ orderNumber: null, ...shared, problems }]
  }
  const common = limited([...doubts, ...shared.problems])
  return numbers.map(({ number, source, problems }) => ({
    orderNumber: number,
    ...shared,
    sources: { orderNumber: source, ...shared.sources },
    problems: [...problems, ...common],
  }))
}

function numbersOf(block: Block): Numbers {
  const result: Numbers = { numbers: [], problems: [], unused: [] }
  for (const filling of block.values.get('orderNumber') ?? []) {
    const before = result.numbers.length
    for (const piece of filling.pieces) addNumbers(result, piece)
    const own = result.numbers.slice(before)
    for (const number of own) number.problems = [...filling.problems, ...number.problems]
    if (own.length === 0) for (const one of filling.problems) result.problems.push(one)
  }
  return settleNumbers(result, block)
}

function addNumbers(result: Numbers, piece: Piece): void {
  const { text, problems } = takeExample('orderNumber', piece)
  const read = readNumbers(text, piece.line.number)
  const source = sourceOf(piece.line.number, piece.line.raw)
  for (const number of read.numbers) result.numbers.push({ ...number, source })
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

function copyDitto(shared: Shared, block: Block, firsts: readonly ParsedRequest[]): Shared {
  let copied = shared
  for (const field of fields) {
    if (field === 'orderNumber') continue
    const empty = block.values.get(field)?.every(({ pieces }) => pieces.length === 0) ?? true
    const piece = empty ? block.ditto : dittoOf(block, field)
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
  if (!from) return { ...shared, [field]: null, problems: [...others, problem('nothing_to_copy', where)] }
  const inherited = from.problems.filter((one) => one.field === field && one.severity === 'error')
  return {
    ...shared,
    [field]: from[field],
    ...(field === 'kuronekoStatus' ? { kuronekoWords: from.kuronekoWords } : {}),
    sources: { ...shared.sources, [field]: sourceOf(piece.line.number, piece.line.raw) },
    problems: [...others, ...inherited, problem('copied_from_above', where)],
  }
}
