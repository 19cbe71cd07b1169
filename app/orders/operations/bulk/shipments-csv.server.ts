import { NotCsv, readCsv } from '../../import/records.server'
import { type Carrier, carrierLabels, carriers, isYamato } from '../carriers'
import { normaliseSlip } from '../slip-typed'
import type { BulkRow } from './items.server'
import { mostOrders } from './most'

export type ShipmentsFile =
  | { ok: true; rows: BulkRow[] }
  /** `row` as a spreadsheet counts it. */
  | { ok: false; problem: 'not_csv' | 'columns' | 'empty' | 'too_many' | 'carrier'; row: number }

const headings = {
  number: ['注文番号', '受注番号', 'ordernumber', 'order'],
  slipNumber: ['伝票番号', '送り状番号', '問い合わせ番号', 'slipnumber', 'slip'],
  carrier: ['配送業者', '運送会社', 'carrier'],
}

/**
 * Reads 出荷・配送処理 from a CSV of order number, slip number and carrier, UTF-8 or Shift_JIS. With headings the columns
 * may stand in any order; without, they stand in this one. Rows of one order are its deliveries in their order.
 */
export async function readShipments(bytes: AsyncIterable<Uint8Array>): Promise<ShipmentsFile> {
  const rows: BulkRow[] = []
  let columns = { number: 0, slipNumber: 1, carrier: 2 }
  let first = true
  try {
    for await (const { row, cells } of readCsv(bytes).records) {
      const found = first ? columnsOf(cells) : null
      first = false
      if (found) {
        columns = found
        continue
      }
      const number = cells[columns.number]?.trim() ?? ''
      if (number === '' || cells.length < 2) return { ok: false, problem: 'columns', row }
      const carrier = carrierOf(cells[columns.carrier] ?? '')
      if (carrier === null) return { ok: false, problem: 'carrier', row }
      const { slipNumber } = normaliseSlip(cells[columns.slipNumber] ?? '')
      rows.push({ number, slipNumber, carrier })
      if (new Set(rows.map((one) => one.number)).size > mostOrders) {
        return { ok: false, problem: 'too_many', row }
      }
    }
  } catch (error) {
    if (error instanceof NotCsv) return { ok: false, problem: 'not_csv', row: error.line }
    throw error
  }
  return rows.length > 0 ? { ok: true, rows } : { ok: false, problem: 'empty', row: 1 }
}

function columnsOf(cells: string[]) {
  const words = cells.map((cell) => cell.normalize('NFKC').replaceAll(/[\s_]/g, '').toLowerCase())
  const at = (names: string[]) => words.findIndex((word) => names.includes(word))
  const columns = {
    number: at(headings.number),
    slipNumber: at(headings.slipNumber),
    carrier: at(headings.carrier),
  }
  return columns.number < 0 ? null : columns
}

/** Null for what names no carrier that we know; an empty cell leaves it to the shop's usual one. */
function carrierOf(cell: string): Carrier | undefined | null {
  const word = cell.normalize('NFKC').trim()
  if (word === '') return undefined
  if (isYamato(word, 'any')) return 'yamato'
  if (word.includes('佐川') || /sagawa/i.test(word)) return 'sagawa'
  if (/日本郵便|郵便|ゆうパック|japan ?post/i.test(word)) return 'japan_post'
  return carriers.find((carrier) => carrierLabels[carrier].ja === word || carrier === word) ?? null
}
