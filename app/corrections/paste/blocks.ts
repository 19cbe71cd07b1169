import { bullet, headingLength, isCourtesy, isRule, isSignature, readDitto } from './courtesy'
import { type Field, fields, formLabel } from './fields'
import { findLabels, type Labelled } from './find-labels'
import { fold, typed } from './fold'
import type { Line } from './lines'
import { isMasked, isOnlyNumbers, leadingNumber, looksLikeNumber } from './numbers'
import { type Problem, problem } from './problems'
import { claimVocabulary, paymentVocabulary, readStatus, shippingVocabulary } from './read-status'
import { type Cell, type Columns, readBareRow, readColumns, readRow } from './tables'

/** A stretch of text that belongs to a field. */
export type Piece = { line: Line; text: string }
/** One filling of a field: under one label, in one cell, or by its position. */
export type Filling = { pieces: Piece[]; problems: Problem[] }
/** What one order, or several orders sharing everything else, say. */
export type Block = {
  values: Map<Field, Filling[]>
  /** 「同上」 for everything the block does not say itself. */
  ditto?: Piece
  line: number
}

/** The blocks in the order of the text, and every line that went into none of them and is no mere courtesy. */
export type Sorted = { blocks: Block[]; leftovers: Piece[]; problems: Problem[] }

const statusVocabularies = {
  paymentStatus: paymentVocabulary,
  shippingStatus: shippingVocabulary,
  kuronekoStatus: claimVocabulary,
}

/** Beyond so many blocks the quotation marks of a table's cells are not worth their time. */
const mostQuotedRows = 1000
const longestNote = 30

/** Sorts lines into blocks: a block begins with a number, a heading, or the label the first one began with. */
export function sortLines(lines: readonly Line[]): Sorted {
  const reader = new BlockReader()
  for (const line of lines) reader.read(line)
  return reader.sorted
}

class BlockReader {
  readonly sorted: Sorted = { blocks: [], leftovers: [], problems: [] }
  private block: Block | undefined
  private starter: Field | undefined
  /** The field that the next plain line goes on filling. */
  private open: Field | undefined
  private blankBefore = false
  private columns: Columns | undefined
  /** A block whose number stood without a label may give the other values by position too. */
  private positional = false

  read(line: Line): void {
    const folded = line.literal ? '' : fold(line.text).text
    if (line.literal) this.readLiteral(line)
    else if (folded.trim() === '') this.readBlank()
    else {
      if (isRule(folded)) this.pause()
      else if (!this.readTable(line)) this.readText(line, folded)
      this.blankBefore = false
    }
  }

  private readBlank(): void {
    this.columns = undefined
    this.blankBefore = true
  }

  private readLiteral(line: Line): void {
    const filling = this.open && this.block?.values.get(this.open)?.at(-1)
    if (filling) filling.pieces.push({ line, text: line.text })
    else this.leave(line, line.text)
  }

  private readTable(line: Line): boolean {
    const quoted = this.sorted.blocks.length < mostQuotedRows
    const row = this.columns && readRow(line.text, this.columns, quoted)
    if (row) {
      this.addRow(line, row, false)
      return true
    }
    this.columns = readColumns(line.text)
    if (this.columns) {
      this.close()
      for (const text of this.columns.unused) {
        this.sorted.problems.push(problem('label_unused', { line: line.number, text }))
      }
      return true
    }
    const bare = this.open === 'reason' ? undefined : readBareRow(line.text, quoted)
    if (bare) this.addRow(line, bare, true)
    return bare !== undefined
  }

  private addRow(line: Line, cells: readonly Cell[], guessed: boolean): void {
    if (cells.every(({ text }) => text === '')) return
    this.close()
    for (const { field, text } of cells) {
      if (text !== '') this.fill(field, { line, text }, guessed ? [guessedPosition(field, line, text)] : [])
    }
    this.close()
  }

  private readText(line: Line, folded: string): void {
    const bulleted = bullet.exec(folded)?.[0].length ?? 0
    const heading = headingLength(folded.slice(bulleted))
    if (heading > 0) this.close()
    const rest = heading > 0 ? typed(fold(line.text), bulleted + heading) : line.text
    if (rest.trim() !== '') this.readLabels({ ...line, text: rest })
  }

  private readLabels(line: Line): void {
    const { lead, items } = findLabels(line.text)
    const [first] = items
    const asideInReason =
      !this.blankBefore && (first?.announces === 'unused' || first?.announces === 'courtesy')
    const inReason = this.open === 'reason' && (unbulleted(lead).trim() !== '' || asideInReason)
    if (items.length === 0 || inReason) this.readPlain(line, line.text)
    else {
      if (unbulleted(lead).trim() !== '') this.readPlain(line, lead)
      for (const item of items) this.readItem(line, item)
    }
  }

  private readItem(line: Line, { announces, label, guessed, value }: Labelled): void {
    if (announces === 'courtesy' || announces === 'unused') {
      this.open = undefined
      if (announces === 'unused') {
        this.sorted.problems.push(problem('label_unused', { line: line.number, text: line.text.trim() }))
      } else if (looksLikeNumber(value)) this.leave(line, line.text)
      return
    }
    const doubts = guessed
      ? [
          problem('label_guessed', {
            field: announces,
            line: line.number,
            text: label,
            meaning: formLabel[announces],
          }),
        ]
      : []
    this.positional = false
    this.fill(announces, value.trim() === '' ? undefined : { line, text: value.trim() }, doubts, line)
    this.open = announces
  }

  private readPlain(line: Line, text: string): void {
    const plain = unbulleted(text).trim()
    if (this.open === 'reason') this.readReasonLine(line, text, plain)
    else if (this.open && this.continues(this.open, plain)) {
      this.block?.values.get(this.open)?.at(-1)?.pieces.push({ line, text: plain })
    } else this.readUnlabelled(line, plain)
  }

  private readReasonLine(line: Line, text: string, plain: string): void {
    const filling = this.block?.values.get('reason')?.at(-1)
    const signature = this.blankBefore && isSignature(fold(plain).text)
    const literal = filling?.pieces.at(-1)?.line.literal
    if (startsOrder(plain) || this.onlyCourtesy(plain) || signature || literal) {
      this.open = undefined
      this.readUnlabelled(line, plain)
    } else {
      if (this.blankBefore && filling && filling.pieces.length > 0) filling.pieces.push({ line, text: '' })
      filling?.pieces.push({ line, text: text.trim() })
    }
  }

  /** Whether a plain line still belongs to the field whose label came before it. */
  private continues(field: Field, plain: string): boolean {
    const filling = this.block?.values.get(field)?.at(-1)
    if (!filling) return false
    const empty = filling.pieces.length === 0 && !this.onlyCourtesy(plain)
    if (field === 'orderNumber') {
      return isOnlyNumbers(plain) || isMasked(plain) || hasShortNote(plain) || empty
    }
    return empty && !startsOrder(plain)
  }

  private readUnlabelled(line: Line, plain: string): void {
    const leading = leadingNumber(plain)
    const rest = leading?.rest.trim() ?? ''
    const piece = { line, text: plain }
    if (isOnlyNumbers(plain)) this.addBareNumber(piece)
    else if (leading && readDitto(fold(rest).text)) {
      this.addBareNumber({ line, text: plain.slice(0, plain.length - rest.length) }, true)
      if (this.block) this.block.ditto = { line, text: rest }
    } else if (this.block && readDitto(fold(plain).text)) this.block.ditto = piece
    else if (!this.fillByPosition(piece)) this.leave(line, plain)
  }

  private addBareNumber(piece: Piece, alone = false): void {
    const text = piece.text.trim()
    if (alone) this.close()
    this.fill('orderNumber', { line: piece.line, text }, [
      problem('number_without_label', { field: 'orderNumber', line: piece.line.number, text }),
    ])
    this.open = undefined
    this.positional = true
  }

  /** Under a number without a label: payment, shipping and Kuroneko's status as long as they read as such, then the reason. */
  private fillByPosition(piece: Piece): boolean {
    const { block } = this
    if (!block || !this.positional || this.onlyCourtesy(piece.text)) return false
    const field = fields.find((name) => !block.values.has(name))
    if (!field || field === 'orderNumber') return false
    if (field !== 'reason' && readStatus(piece.text, statusVocabularies[field]).value === null) return false
    this.fill(field, piece, [guessedPosition(field, piece.line, piece.text)])
    this.open = field === 'reason' ? 'reason' : undefined
    return true
  }

  private fill(field: Field, piece: Piece | undefined, problems: Problem[], line = piece?.line): void {
    if (this.beginsBlock(field)) this.close()
    if (!this.block) {
      this.block = { values: new Map(), line: line?.number ?? 1 }
      this.starter ??= field
      this.sorted.blocks.push(this.block)
    }
    const fillings = this.block.values.get(field) ?? []
    fillings.push({ pieces: piece ? [piece] : [], problems })
    this.block.values.set(field, fillings)
  }

  /** Numbers one after the other share what follows; any other number or the first label again begins anew. */
  private beginsBlock(field: Field): boolean {
    const { block } = this
    if (!block?.values.has(field)) return block?.ditto !== undefined && field === 'orderNumber'
    if (field === 'orderNumber') return block.values.size > 1 || block.ditto !== undefined
    return field === this.starter
  }

  private close(): void {
    this.open = undefined
    this.positional = false
    this.block = undefined
  }

  /** A rule ends a block, unless it only stands between the numbers and what is wished for them. */
  private pause(): void {
    const onlyNumbers = this.block?.values.size === 1 && this.block.values.has('orderNumber')
    if (onlyNumbers && !this.block?.ditto) this.open = undefined
    else this.close()
  }

  private onlyCourtesy(plain: string): boolean {
    return isCourtesy(fold(plain).text)
  }

  private leave(line: Line, text: string): void {
    const { text: folded } = fold(text)
    if (!looksLikeNumber(text) && (isCourtesy(folded) || isSignature(folded))) return
    this.sorted.leftovers.push({ line, text: text.trim() })
  }
}

/** 「P…(取消済み)」: a line of a list of numbers, not a sentence about one. */
function hasShortNote(plain: string): boolean {
  const rest = leadingNumber(plain)?.rest.trim()
  return rest !== undefined && rest.length <= longestNote && readDitto(fold(rest).text) === undefined
}

function startsOrder(plain: string): boolean {
  if (isOnlyNumbers(plain)) return true
  const rest = leadingNumber(plain)?.rest
  return rest !== undefined && readDitto(fold(rest.trim()).text) !== undefined
}

function guessedPosition(field: Field, line: Line, text: string): Problem {
  return problem('position_guessed', { field, line: line.number, text, meaning: formLabel[field] })
}

function unbulleted(text: string): string {
  const folded = fold(text)
  return typed(folded, bullet.exec(folded.text)?.[0].length ?? 0)
}
