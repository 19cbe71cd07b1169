/**
 * What an import can read about an order, and the headings under which shops usually have it. Columns are chosen per
 * shop (`platform.md`), so that their names are mapped and their order is never assumed.
 */

export const importFields = [
  'number',
  'orderedOn',
  'orderedTime',
  'paymentStatus',
  'shippingStatus',
  'processing',
  'amount',
  'fee',
  'paymentMethod',
  'slipNumber',
  'carrier',
  'kuronekoNumber',
  'origin',
] as const
export type ImportField = (typeof importFields)[number]

/** How a file can be encoded; CP932 is Windows' Shift_JIS. */
export const encodings = ['utf-8', 'cp932'] as const
export type Encoding = (typeof encodings)[number]

/** Our field → the heading of the shop's column. */
export type Mapping = Partial<Record<ImportField, string>>

/** Without these no order can be read. A delivery's status comes from either of the two status columns. */
export const requiredFields = ['number', 'orderedOn', 'paymentStatus', 'amount'] as const
export const shippingFields = ['shippingStatus', 'processing'] as const

const usual: Record<ImportField, string[]> = {
  number: ['注文番号', '受注番号', 'オーダー番号', 'order number'],
  orderedOn: ['日付', '注文日', '注文日時', '受注日', '受注日時', 'order date'],
  orderedTime: ['注文時間', '注文時刻', '時間', '時刻'],
  paymentStatus: ['決済ステータス', '決済状況', '決済状態', 'payment status'],
  shippingStatus: ['配送ステータス', '配送状況', 'shipping status'],
  processing: ['処理状況', '処理ステータス', '注文状況'],
  amount: ['合計金額', '注文金額', '合計', '総合計', '総額', '請求金額', 'amount', 'total'],
  fee: ['手数料', '決済手数料'],
  paymentMethod: ['決済方法', '支払方法', 'お支払い方法', '支払い方法', 'payment method'],
  slipNumber: ['伝票番号', '送り状番号', 'お問い合わせ伝票番号', '配送伝票番号'],
  carrier: ['配送業者', '運送会社', '配送会社'],
  kuronekoNumber: ['クロネコ受付番号', '受付番号', 'クロネコ注文番号'],
  origin: ['受注経路', '注文経路', '取込元'],
}

/** Headings compare without regard to width, case and white space. */
export function sameHeading(a: string, b: string): boolean {
  return plain(a) === plain(b)
}

function plain(heading: string): string {
  return heading.normalize('NFKC').replace(/\s/gu, '').toLowerCase()
}

/** The mapping that the headings suggest by themselves, each field's most usual name first. */
export function proposeMapping(headings: string[]): Mapping {
  const proposal: Mapping = {}
  for (const field of importFields) {
    const found = usual[field].flatMap((name) => headings.filter((heading) => sameHeading(heading, name)))
    if (found[0] !== undefined) proposal[field] = found[0]
  }
  return proposal
}

export type ColumnRefusal =
  | { refusal: 'missing_columns'; fields: ImportField[] }
  | { refusal: 'ambiguous_columns'; ambiguous: string[] }

/** Each field's place in the row, or why the mapping does not fit this file. Fields without a column are left out. */
export function placeColumns(
  headings: string[],
  mapping: Mapping,
): { places: Map<ImportField, number> } | ColumnRefusal {
  const places = new Map<ImportField, number>()
  const ambiguous: string[] = []
  for (const field of importFields) {
    const wanted = mapping[field]
    if (!wanted) continue
    const found = headings.flatMap((heading, place) => (sameHeading(heading, wanted) ? place : []))
    if (found.length > 1) ambiguous.push(wanted)
    if (found[0] !== undefined) places.set(field, found[0])
  }
  if (ambiguous.length > 0) return { refusal: 'ambiguous_columns', ambiguous }
  const missing: ImportField[] = requiredFields.filter((field) => !places.has(field))
  if (!shippingFields.some((field) => places.has(field))) missing.push('shippingStatus')
  return missing.length > 0 ? { refusal: 'missing_columns', fields: missing } : { places }
}
