import type { Shown } from '~/audit/events'
import type { ImportField, Mapping } from './fields'
import type { Problem } from './row'

export const changedFacts = [
  'paymentStatus',
  'shippingStatus',
  'amount',
  'fee',
  'paymentMethod',
  'slipNumber',
  'carrier',
  'kuronekoNumber',
  'orderedAt',
] as const
export type ChangedFact = (typeof changedFacts)[number]

export const importOutcomes = ['new', 'changed', 'unchanged', 'refused'] as const
export type ImportOutcome = (typeof importOutcomes)[number]

/** What becomes of one order of the file; `row` is its first row as a spreadsheet counts. */
export type ImportLine = {
  row: number
  rows: number
  number: string
  outcome: ImportOutcome
  problems: Problem[]
  before?: Shown
  after?: Shown
  changed: ChangedFact[]
  /** The order shows what the desk corrected it to, and the file says otherwise. The file wins. */
  overCorrection: boolean
}

/** The file is not read on from that line; the whole orders before it count. */
export type ImportStop = { reason: 'not_csv' | 'too_many_rows'; line: number }

export type ImportReport = {
  ok: true
  dryRun: boolean
  encoding: string
  /** Rows of orders, without headings and empty rows. */
  rows: number
  /** Orders by what becomes of them. */
  counts: Record<ImportOutcome, number>
  lines: ImportLine[]
  /** How many lines of either kind are counted but not listed. */
  leftOff: number
  stopped: ImportStop | null
  headings: string[]
  mapping: Mapping
}

/** Why a file as a whole cannot be imported; each has one message and one HTTP status. */
export const importRefusals = {
  /** No such shop, or not one that this person may import into: the same answer. */
  not_found: 404,
  forbidden: 403,
  /** Not even headings. */
  empty: 422,
  not_csv: 422,
  missing_columns: 422,
  ambiguous_columns: 422,
} as const satisfies Record<string, number>

export type ImportRefused = { ok: false } & (
  | { refusal: 'not_found' | 'forbidden' | 'empty' }
  | { refusal: 'not_csv'; line: number }
  | { refusal: 'missing_columns'; fields: ImportField[]; headings: string[]; mapping: Mapping }
  | { refusal: 'ambiguous_columns'; ambiguous: string[]; headings: string[]; mapping: Mapping }
)

/** So many lines are listed of those with problems, and so many of the others, so that a report stays readable. */
const listed = 500

/** Counts all lines and keeps the first ones of either kind. */
export class Tally {
  readonly counts: Record<ImportOutcome, number> = { new: 0, changed: 0, unchanged: 0, refused: 0 }
  readonly lines: ImportLine[] = []
  leftOff = 0
  rows = 0
  private kept = { fine: 0, problem: 0 }

  add(line: ImportLine): void {
    this.counts[line.outcome] += 1
    const kind = line.problems.length > 0 || line.overCorrection ? 'problem' : 'fine'
    if (this.kept[kind] >= listed) {
      this.leftOff += 1
      return
    }
    this.kept[kind] += 1
    this.lines.push(line)
  }
}
