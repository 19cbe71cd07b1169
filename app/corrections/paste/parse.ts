import { type Piece, sortLines } from './blocks'
import { mergeDuplicates } from './duplicates'
import { splitLines } from './lines'
import { strongNumbers } from './numbers'
import type { ParsedRequest } from './parsed-request'
import { limited, type Problem, problem } from './problems'
import { readBlocks } from './requests'
import { joinQuotedCells } from './tables'

export type { ParsedRequest, Source } from './parsed-request'
export type { Problem, ProblemCode } from './problems'

/** What a pasted text says. Nothing is filed, and nothing that could matter is left out without a problem. */
export type Parsed = { requests: ParsedRequest[]; problems: Problem[] }

/** More than the platform's own bulk screens take at once (100), with room for doubles. */
export const mostRequests = 200

/**
 * Reads correction requests from the manual's template as people really write it. Never throws. Doubts and errors of
 * one request are on that request; those of the text as a whole are beside the requests. Source: `domain.md`,
 * "The request as it is written today".
 */
export function parsePaste(text: string): Parsed {
  const { blocks, leftovers, problems: sorting } = sortLines(joinQuotedCells(splitLines(text)))
  const read = readBlocks(blocks, mostRequests)
  const merged = mergeDuplicates(read.requests)
  const used = new Set(read.requests.map(({ orderNumber }) => orderNumber))
  const requests = merged.requests.map((request) => withNumbersInReason(request, used))
  const problems = [
    ...(requests.length === 0 ? [problem('nothing_found')] : []),
    ...limited([...sorting, ...read.problems, ...unreadProblems(leftovers, used)]),
    ...merged.problems,
    ...(read.left > 0 ? [problem('too_many', { text: String(read.left) })] : []),
  ]
  return { requests, problems }
}

function withNumbersInReason(request: ParsedRequest, used: ReadonlySet<string | null>): ParsedRequest {
  const others = new Set(strongNumbers(request.reason ?? '').filter((number) => !used.has(number)))
  if (others.size === 0) return request
  const where = { field: 'reason', line: request.sources.reason?.line, text: [...others].join('、') } as const
  return { ...request, problems: [...request.problems, problem('number_in_reason', where)] }
}

/** One problem for each run of unread lines, and one for each line that holds a number nobody used. */
function unreadProblems(leftovers: readonly Piece[], used: ReadonlySet<string | null>): Problem[] {
  const problems: Problem[] = []
  let run: Piece[] = []
  const endRun = () => {
    const [first] = run
    const text = run.map((piece) => piece.text).join('\n')
    if (first) problems.push(problem('unread_text', { line: first.line.number, text }))
    run = []
  }
  for (const piece of leftovers) {
    const last = run.at(-1)
    if (last && piece.line.number !== last.line.number + 1) endRun()
    const unused = strongNumbers(piece.text).filter((number) => !used.has(number))
    if (unused.length === 0) run.push(piece)
    else {
      endRun()
      problems.push(problem('number_unused', { line: piece.line.number, text: piece.text }))
    }
  }
  endRun()
  return problems
}
