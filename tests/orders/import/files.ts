import iconv from 'iconv-lite'

/** Makes files as shops have them. */

export const usualHeadings = [
  '日付',
  '注文時間',
  '注文番号',
  '決済ステータス',
  '配送ステータス',
  '合計金額',
  '伝票番号',
  '配送業者',
]

export type Line = (string | number)[]

/** A cell is quoted where CSV asks for it. */
export function csv(lines: Line[], { eol = '\r\n' } = {}): string {
  return lines.map((line) => line.map((cell) => quoted(String(cell))).join(',')).join(eol) + eol
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** The text's bytes, handed over in pieces of the given size so that characters are cut in the middle. */
export async function* bytes(
  text: string | Buffer,
  encoding = 'utf-8',
  size = 7,
): AsyncGenerator<Uint8Array> {
  const all = typeof text === 'string' ? iconv.encode(text, encoding) : text
  for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size)
}

/** A good line: an order of some day, with what differs. */
export function line(number: string, more: Partial<Record<string, string | number>> = {}): Line {
  const usual: Record<string, string | number> = {
    日付: '2026/11/04',
    注文時間: '09:12',
    注文番号: number,
    決済ステータス: '仮売上',
    配送ステータス: '未配送',
    合計金額: '12,100',
    伝票番号: '',
    配送業者: '',
  }
  return usualHeadings.map((heading) => more[heading] ?? usual[heading] ?? '')
}
