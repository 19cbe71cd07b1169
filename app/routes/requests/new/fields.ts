import type { FilingFields } from '~/corrections/forms'
import { maxRows } from '~/corrections/limits'
import { type Field, fields as pasteFields } from '~/corrections/paste/fields'

/** The filing form as text: what stands in its fields before anything is right. */

export const rowFields = [
  'orderNumber',
  'paymentStatus',
  'shippingStatus',
  'kuronekoStatus',
  'kuronekoWords',
  'reason',
] as const
export type RowField = (typeof rowFields)[number]

/** `doubts` are what the paste reader was unsure of, as JSON, until somebody has looked at them. */
export type FormRow = FilingFields['requests'][number] & { doubts: string }

export type FormValues = { requests: FormRow[]; shop: string; idempotencyKey: string }

/** One thing that the paste reader was unsure of, at the field it concerns. */
export type Doubt = { field: Field; sentence: string }

const maxDoubts = 50
const maxSentence = 1000

export const emptyRow: FormRow = {
  orderNumber: '',
  paymentStatus: '',
  shippingStatus: '',
  kuronekoStatus: '',
  kuronekoWords: '',
  reason: '',
  doubts: '',
}

export function isEmptyRow(row: FormRow): boolean {
  return rowFields.every((field) => row[field].trim() === '')
}

/** The rows with those that the address asks about, unless their orders are among them; a form holds only so many. */
export function withAsked(rows: readonly FormRow[], asked: readonly FormRow[]): FormRow[] {
  const there = new Set(rows.map(({ orderNumber }) => orderNumber.trim()))
  const further = asked.filter(({ orderNumber }) => !there.has(orderNumber))
  if (further.length === 0) return [...rows]
  return [...rows.filter((row) => !isEmptyRow(row)), ...further].slice(0, maxRows)
}

export function readDoubts(text: string): Doubt[] {
  try {
    const read: unknown = JSON.parse(text)
    return Array.isArray(read) && read.length <= maxDoubts && read.every(isDoubt)
      ? read.map(({ field, sentence }) => ({ field, sentence }))
      : []
  } catch {
    return []
  }
}

// By hand: the page is drawn without the schemas' library.
function isDoubt(value: unknown): value is Doubt {
  if (typeof value !== 'object' || value === null || !('field' in value && 'sentence' in value)) return false
  const { field, sentence } = value
  return (
    pasteFields.some((name) => name === field) &&
    typeof sentence === 'string' &&
    sentence.length <= maxSentence
  )
}

export function writeDoubts(doubts: readonly Doubt[]): string {
  return doubts.length > 0 ? JSON.stringify(doubts) : ''
}

/** What was posted. Rows come in the order of their numbers, without the gaps that removed ones leave. */
export type Posted = FormValues & { intent: string; text: string }

const rowName = /^requests\.(\d{1,3})\.([a-zA-Z]{1,20})$/u

/**
 * Reads the posted form. Not remix-hook-form's `generateFormData`: it follows any name, `__proto__` included, and one
 * row numbered 999999999 would keep the validation busy for minutes.
 */
export function readPosted(form: FormData): Posted {
  const rows = new Map<number, FormRow>()
  for (const [name, value] of form) {
    const [, place, field] = rowName.exec(name) ?? []
    if (place === undefined || typeof value !== 'string' || !isRowKey(field)) continue
    rows.set(Number(place), { ...(rows.get(Number(place)) ?? emptyRow), [field]: newlines(value) })
  }
  const requests = [...rows].sort(([a], [b]) => a - b).map(([, row]) => row)
  return {
    requests: requests.length > 0 ? requests : [emptyRow],
    shop: textOf(form, 'shop'),
    idempotencyKey: textOf(form, 'idempotencyKey'),
    intent: textOf(form, 'intent'),
    text: textOf(form, 'text'),
  }
}

function isRowKey(name: string | undefined): name is keyof FormRow {
  return name !== undefined && Object.hasOwn(emptyRow, name)
}

/** Forms post each line's end as two characters; the browser's limits count one. */
function newlines(value: string): string {
  return value.replaceAll('\r\n', '\n')
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? newlines(value) : ''
}

/** What the form's buttons other than the last do to its rows, with JavaScript and without. */
export const edits = {
  add: (rows: readonly FormRow[]) => (rows.length < maxRows ? [...rows, emptyRow] : [...rows]),
  remove: (rows: readonly FormRow[], place: number) => {
    const left = rows.filter((_, i) => i !== place)
    return left.length > 0 ? left : [emptyRow]
  },
  /** The first row's choices, into every other row; the order numbers stay. */
  copy: ([first, ...others]: readonly FormRow[]) => {
    if (!first) return []
    return [
      first,
      ...others.map(({ orderNumber, doubts }) => ({ ...first, orderNumber, doubts: onlyNumber(doubts) })),
    ]
  },
  /** Somebody has looked at what was unsure in that row. */
  settle: (rows: readonly FormRow[], place: number) =>
    rows.map((row, i) => (i === place ? { ...row, doubts: '' } : row)),
} satisfies Record<string, (rows: readonly FormRow[], place: number) => FormRow[]>

export type Edit = keyof typeof edits

/** The edit that an intent such as `remove.2` names, done; null where it names none. */
export function edited(rows: readonly FormRow[], intent: string): FormRow[] | null {
  const [name = '', place = ''] = intent.split('.')
  return isEdit(name) ? edits[name](rows, Number(place)) : null
}

function isEdit(name: string): name is Edit {
  return Object.hasOwn(edits, name)
}

function onlyNumber(doubts: string): string {
  return writeDoubts(readDoubts(doubts).filter(({ field }) => field === 'orderNumber'))
}
