import { type Measured, type Row, ratioOf } from './measure'

/** What a row wants to be, of its ratio to the floor or of its value. */
export type Goal = { at: 'least' | 'most'; value: number }

/** One row of the report: measured against a floor of the same run, or a value by itself. */
export type Result =
  | { kind: 'ratio'; row: Row; goal: Goal | null }
  | { kind: 'value'; name: string; value: number; unit: string; goal: Goal | null; measured?: Measured }

export function isReached(result: Result): boolean {
  const value = figureOf(result)
  if (!result.goal) return true
  return result.goal.at === 'least' ? value >= result.goal.value : value <= result.goal.value
}

/** The ratio, or the value. */
export function figureOf(result: Result): number {
  return result.kind === 'ratio' ? ratioOf(result.row) : result.value
}

/** The results as a table that Markdown and a terminal both show. */
export function tableOf(results: Result[]): string {
  const lines = results.map((result) => {
    const measured = result.kind === 'ratio' ? result.row.measured : result.measured
    const floors = result.kind === 'ratio' ? result.row.floors : null
    return [
      result.kind === 'ratio' ? result.row.name : result.name,
      ...(measured ? [measured.perSecond, measured.p50, measured.p99].map(shown) : ['', '', '']),
      floors ? `${shown(floors[0])} → ${shown(floors[1])}` : '',
      `${shown(figureOf(result))}${result.kind === 'value' ? ` ${result.unit}` : ' ×'}`,
      result.goal ? `${result.goal.at === 'least' ? '≥' : '≤'} ${result.goal.value}` : '',
      result.goal ? (isReached(result) ? 'reached' : 'missed') : '',
    ]
  })
  const head = ['row', 'per second', 'p50 ms', 'p99 ms', 'floor before → after', 'result', 'goal', '']
  const widths = head.map((_, i) => Math.max(...[head, ...lines].map((line) => (line[i] ?? '').length)))
  const text = (line: string[]) => `| ${line.map((cell, i) => pad(cell, widths[i] ?? 0, i)).join(' | ')} |`
  return [text(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...lines.map(text)].join(
    '\n',
  )
}

const pad = (cell: string, width: number, column: number) =>
  column === 0 ? cell.padEnd(width) : cell.padStart(width)

/** Three digits that count. */
function shown(value: number): string {
  if (value >= 100) return value.toFixed(0)
  return value >= 10 ? value.toFixed(1) : value.toFixed(2)
}
