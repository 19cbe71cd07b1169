import { CsvError, parse } from 'csv-parse'
import { decode } from './decode.server'
import type { Encoding } from './fields'

/** One line of the table as a spreadsheet counts it: 1 is the headings' row. */
export type CsvRecord = { row: number; cells: string[] }

export type CsvFile = { records: AsyncGenerator<CsvRecord>; encoding(): Encoding }

/** The file is no CSV: a quotation mark that is never closed, or one in the middle of a cell. */
export class NotCsv extends Error {
  override readonly name = 'NotCsv'
  constructor(readonly line: number) {
    super(`not CSV at line ${line}`)
  }
}

/** No row of orders is that long; a longer one is a quotation mark that was never closed. */
const longestRow = 256 * 1024

/**
 * Reads a CSV file as it streams by, holding no more than a chunk's rows. Empty rows count, and are left out. Where the
 * file stops being CSV, the rows before it have all been given.
 */
export function readCsv(bytes: AsyncIterable<Uint8Array>, forced?: Encoding): CsvFile {
  const { text, encoding } = decode(bytes, forced)
  return { records: parseRows(text), encoding }
}

async function* parseRows(text: AsyncIterable<string>): AsyncGenerator<CsvRecord> {
  const ready: CsvRecord[] = []
  let row = 0
  const parser = parse({
    bom: true,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: longestRow,
    on_record(cells: string[]) {
      row += 1
      if (cells.some((cell) => cell.trim() !== '')) ready.push({ row, cells })
      // Nothing goes to the parser's own output: it would drop what is waiting there when a later row fails.
      return null
    },
  })
  let failure: Error | null | undefined
  parser.on('error', (error) => {
    failure = error
  })
  for await (const chunk of text) {
    failure ??= await new Promise<Error | null | undefined>((done) => parser.write(chunk, done))
    yield* ready.splice(0)
    if (failure) throw notCsv(failure, row)
  }
  await new Promise((done) => parser.once('close', done).resume().end())
  yield* ready.splice(0)
  if (failure) throw notCsv(failure, row)
}

function notCsv(failure: Error, row: number): Error {
  return failure instanceof CsvError ? new NotCsv(Number(failure.lines) || row + 1) : failure
}
