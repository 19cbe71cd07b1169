import { parse } from 'csv-parse/browser/esm/sync'
import { type Field, fields } from './fields'
import { fieldOfHeading } from './find-labels'
import type { Line } from './lines'
import { isMasked, leadingNumber, strongNumbers } from './numbers'
import { paymentVocabulary, readStatus, shippingVocabulary } from './read-status'

/** A table's heading: which column holds which field, and the headings of columns that hold none. */
export type Columns = { delimiter: string; of: readonly (Field | undefined)[]; unused: readonly string[] }
export type Cell = { field: Field; text: string }

const delimiters = ['\t', ',', '|'] as const
/** Without a heading these may divide a row too, if its first three cells leave no doubt what they are. */
const looseDelimiters = [/\t/u, /[,，]/u, /[|｜]/u, /[/／]/u, /、/u, /\s+/u] as const

/** Reads a heading row, as pasted from a spreadsheet or a CSV file. */
export function readColumns(line: string): Columns | undefined {
  for (const delimiter of delimiters) {
    if (!line.includes(delimiter)) continue
    const headings = line.split(delimiter).map((text) => unquote(text.trim()))
    if (headings.length > 40) return undefined
    const announced = headings.map(fieldOfHeading)
    const of = announced.map((name) => fields.find((field) => field === name))
    const known = new Set(of.filter((field) => field !== undefined))
    if (!known.has('orderNumber') || known.size < 2 || strongNumbers(line).length > 0) continue
    if (of.filter((field) => field !== undefined).length !== known.size) continue
    return { delimiter, of, unused: headings.filter((heading, index) => heading !== '' && !of[index]) }
  }
  return undefined
}

/**
 * The cells of a row under a heading; undefined when the line is no row of that table. Quotation marks are minded only
 * if `quoted`: rows far beyond what can be taken are merely counted.
 */
export function readRow(line: string, columns: Columns, quoted: boolean): Cell[] | undefined {
  if (!line.includes(columns.delimiter)) return undefined
  const texts = quoted ? splitRow(line, columns.delimiter) : line.split(columns.delimiter)
  return columns.of.flatMap((field, index) => (field ? [{ field, text: texts[index] ?? '' }] : []))
}

/** Five cells without a heading: number, payment, shipping, Kuroneko's side, reason, in the template's order. */
export function readBareRow(line: string, quoted: boolean): Cell[] | undefined {
  if (!leadingNumber(line.replace(/^[\s"|｜・]+/u, '')) && !isMasked(line.slice(0, 60))) return undefined
  for (const delimiter of looseDelimiters) {
    const quotable =
      quoted && line.includes('"') ? (['\t', ','] as const).find((sign) => delimiter.test(sign)) : undefined
    const pieces = quotable ? splitRow(line, quotable) : line.trim().split(delimiter)
    const texts = [...pieces.slice(0, 4), pieces.slice(4).join(' ')].map((text) => unquote(text.trim()))
    if (pieces.length >= 4 && isRow(texts)) {
      return fields.map((field, index) => ({ field, text: texts[index] ?? '' }))
    }
  }
  return undefined
}

function isRow([number = '', payment = '', shipping = '']: readonly string[]): boolean {
  if (strongNumbers(number).length !== 1 && !isMasked(number)) return false
  return (
    readStatus(payment, paymentVocabulary).value !== null &&
    readStatus(shipping, shippingVocabulary).value !== null
  )
}

function splitRow(line: string, delimiter: string): string[] {
  const plainly = () => line.split(delimiter).map((text) => text.trim())
  if (!line.includes('"')) return plainly()
  try {
    const rows: string[][] = parse(line, {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      trim: delimiter !== '\t',
    })
    return rows[0] ?? []
  } catch {
    // A quotation mark that is never closed is just a mark.
    return plainly()
  }
}

function unquote(text: string): string {
  return text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text
}

const mostLinesInACell = 30

/** Puts the lines of a spreadsheet row together again whose quoted cell holds line breaks. */
export function joinQuotedCells(lines: readonly Line[]): Line[] {
  const joined: Line[] = []
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]
    if (!line) continue
    const end = line.text.includes('\t') && isOpen(line.text) ? closingLine(lines, index) : index
    const rest = lines.slice(index, end + 1)
    joined.push(
      end === index
        ? line
        : {
            ...line,
            raw: rest.map(({ raw }) => raw).join('\n'),
            text: rest.map(({ text }) => text).join('\n'),
          },
    )
    index = end
  }
  return joined
}

/** The line that closes the cell left open at `from`, or `from` itself when none near it does. */
function closingLine(lines: readonly Line[], from: number): number {
  for (let at = from + 1; at < Math.min(lines.length, from + mostLinesInACell); at += 1) {
    if (isOpen(lines[at]?.text ?? '')) return at
  }
  return from
}

function isOpen(text: string): boolean {
  return (text.match(/"/gu)?.length ?? 0) % 2 === 1
}
