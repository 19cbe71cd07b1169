import { stringify } from 'csv-stringify/sync'
import { type Cell, cellsOf, headings, type StatusLabels } from './columns.server'
import { defused } from './defuse'
import { ShiftJis } from './shift-jis.server'
import type { Writer } from './writer'

const nothing = new Uint8Array()

/** RFC 4180 in UTF-8, with the mark by which Excel knows it. */
export function utf8Csv(labels: StatusLabels): Writer {
  return {
    begin: () => Buffer.from(`\ufeff${lines([headings])}`),
    write: (events) => Buffer.from(lines(events.map((event) => safe(cellsOf(event, labels))))),
    end: () => nothing,
    unfit: () => null,
  }
}

/** The same in Shift_JIS; what does not fit is written as a reference and told. */
export function shiftJisCsv(labels: StatusLabels): Writer {
  const shiftJis = new ShiftJis()
  // The headings are the first row.
  let row = 1
  const fitted = (cells: Cell[]) => {
    row += 1
    return cells.map((cell, nth) =>
      typeof cell === 'string' ? shiftJis.fitted(cell, row, headings[nth] ?? '') : cell,
    )
  }
  return {
    begin: () => shiftJis.encode(lines([headings])),
    write: (events) => shiftJis.encode(lines(events.map((event) => fitted(safe(cellsOf(event, labels)))))),
    end: () => nothing,
    unfit: () => shiftJis.unfit(),
  }
}

function safe(cells: Cell[]): Cell[] {
  return cells.map((cell) => (typeof cell === 'string' ? defused(cell) : cell))
}

function lines(rows: Cell[][]): string {
  return stringify(rows, { record_delimiter: '\r\n', quoted_match: /[\r\n]/ })
}
