import { normaliseOrderNumber } from '../number'
import type { ImportField } from './fields'
import { type Cells, type OrderRow, type Problem, readRow } from './row'

/** Rows that follow one another and have one order number. */
export type Run = { row: number; number: string; rows: OrderRow[]; problems: Problem[]; length: number }

type Records = AsyncIterable<{ row: number; cells: string[] }>

/**
 * Gathers the rows of each order as they come. An order's rows stand together in the platform's files; where one turns
 * up again further down, its run is marked as apart instead of being taken for the whole order.
 */
export async function* gatherRuns(
  records: Records,
  { places, width }: { places: Map<ImportField, number>; width: number },
): AsyncGenerator<Run> {
  const seen = new Set<string>()
  let run: Run | null = null
  for await (const { row, cells } of records) {
    const read = pick(cells, places)
    const number = normaliseOrderNumber(read.number ?? '')
    if (run && run.number !== number) yield run
    if (!run || run.number !== number) {
      run = { row, number, rows: [], problems: [], length: 0 }
      if (seen.has(number) && number)
        run.problems.push({ row, field: 'number', problem: 'apart', read: number })
      seen.add(number)
    }
    run.length += 1
    // Most likely an amount with a comma and no quotation marks: everything behind it would be read one column off.
    if (cells.length > width) {
      run.problems.push({
        row,
        field: null,
        problem: 'too_many_cells',
        read: String(cells.length),
        expected: String(width),
      })
      continue
    }
    const result = readRow(row, read)
    if ('row' in result) run.rows.push(result.row)
    else run.problems.push(...result.problems)
  }
  if (run) yield run
}

function pick(cells: string[], places: Map<ImportField, number>): Cells {
  return Object.fromEntries([...places].map(([field, place]) => [field, cells[place] ?? '']))
}
