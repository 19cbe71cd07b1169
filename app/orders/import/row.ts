import { z } from 'zod'
import type { OrderOrigin, PaymentMethod } from '~/platform/prisma/enums'
import { normaliseOrderNumber } from '../number'
import { type PaymentStatus, type ShippingStatus, shippingLabels } from '../statuses'
import { type ImportField, importFields } from './fields'
import { readAmount, readDay, readTime } from './values'
import {
  methodWords,
  nearPayment,
  nearWord,
  originWords,
  paymentWords,
  plainWord,
  shippingWords,
  type Words,
} from './words'

/** What is wrong with a cell. Each has one message; `near` is the known word it resembles. */
export const cellProblems = [
  'missing',
  'not_readable',
  'unknown_status',
  'not_amount',
  'not_date',
  'not_time',
  'in_future',
  'too_long',
  'differs',
  'apart',
  'fewer_deliveries',
  'too_many_deliveries',
  'too_many_cells',
] as const
export type CellProblem = (typeof cellProblems)[number]

export type Problem = {
  row: number
  /** Null for what concerns the whole row. */
  field: ImportField | null
  problem: CellProblem
  read: string
  /** What would be right, where that can be said: a near word, an earlier row's value, a count. */
  expected?: string
}

/** One row as the platform's facts. Undefined means that the file does not say. */
export type OrderRow = {
  row: number
  number: string
  numberAsReceived: string
  /** Undefined where a further delivery's row leaves it empty, as with all that belongs to the order. */
  day?: string
  seconds?: number
  paymentStatus?: PaymentStatus
  amount?: number
  fee?: number
  paymentMethod?: PaymentMethod
  kuronekoNumber?: string
  origin?: OrderOrigin
  shippingStatus: ShippingStatus
  /** Null where the column is there and empty. */
  slipNumber?: string | null
  carrier?: string | null
}

export type Cells = Partial<Record<ImportField, string>>

type Issue = { problem: CellProblem; expected?: string }

function issue(context: z.RefinementCtx, found: Issue): never {
  context.addIssue({ code: 'custom', params: found })
  return z.NEVER
}

const cell = z
  .string()
  .transform((text) => text.trim())
  .refine((text) => !text.includes('\ufffd'), {
    params: { problem: 'not_readable' } satisfies Issue,
    abort: true,
  })

const text = (max: number) =>
  cell.refine((value) => value.length <= max, {
    params: { problem: 'too_long', expected: String(max) } satisfies Issue,
  })

/** An empty cell says nothing; a filled one is read by `read`, or is `problem`. */
function read<Value>(problem: CellProblem, reader: (text: string) => Value | null) {
  return cell
    .transform((value, context) =>
      value === '' ? undefined : (reader(value) ?? issue(context, { problem })),
    )
    .optional()
}

function status<Code extends string>(known: Words<Code>, near: (read: string) => string | undefined) {
  return cell
    .transform((value, context) => {
      if (value === '') return undefined
      return (
        known.get(plainWord(value)) ?? issue(context, { problem: 'unknown_status', expected: near(value) })
      )
    })
    .optional()
}

const nearShipping = (read: string) => nearWord(read, shippingLabels)

const optionalText = (max: number) =>
  text(max)
    .transform((value) => value || null)
    .optional()

const schema = z.object({
  number: text(64).refine((value) => normaliseOrderNumber(value) !== '', {
    params: { problem: 'missing' } satisfies Issue,
  }),
  orderedOn: read('not_date', readDay),
  orderedTime: read('not_time', readTime),
  paymentStatus: status(paymentWords, nearPayment),
  shippingStatus: status(shippingWords, nearShipping),
  processing: status(shippingWords, nearShipping),
  amount: read('not_amount', readAmount),
  fee: read('not_amount', readAmount),
  paymentMethod: cell
    .transform((value) => (value === '' ? undefined : (methodWords.get(plainWord(value)) ?? 'other')))
    .optional(),
  slipNumber: optionalText(40),
  carrier: optionalText(40),
  kuronekoNumber: optionalText(40),
  origin: read('unknown_status', (value) => originWords.get(plainWord(value)) ?? null),
})

/** Reads one row's cells. Whether a further delivery may leave a cell empty is for the order to say, not for the row. */
export function readRow(row: number, cells: Cells): { row: OrderRow } | { problems: Problem[] } {
  const parsed = schema.safeParse({ ...cells, number: cells.number ?? '' })
  if (!parsed.success) return { problems: parsed.error.issues.map((found) => problemOf(row, cells, found)) }
  const value = parsed.data
  const shippingStatus = value.shippingStatus ?? value.processing
  if (!shippingStatus) {
    const field = cells.shippingStatus === undefined ? 'processing' : 'shippingStatus'
    return { problems: [{ row, field, problem: 'missing', read: '' }] }
  }
  const { number, orderedOn, orderedTime, processing: _, kuronekoNumber, ...facts } = value
  return {
    row: {
      ...facts,
      row,
      number: normaliseOrderNumber(number),
      numberAsReceived: number,
      day: orderedOn?.day,
      seconds: orderedOn?.seconds ?? orderedTime,
      kuronekoNumber: kuronekoNumber ?? undefined,
      shippingStatus,
    },
  }
}

function problemOf(row: number, cells: Cells, found: z.core.$ZodIssue): Problem {
  const field = importFields.find((name) => name === found.path[0]) ?? 'number'
  const { problem, expected } = (found.code === 'custom' ? found.params : undefined) as Issue
  return { row, field, problem, read: (cells[field] ?? '').slice(0, 60), expected }
}

/** The key of the problem's text: one that names a near word reads otherwise. */
export function problemWord({ problem, expected }: Problem): CellProblem | 'unknown_status_near' {
  return problem === 'unknown_status' && expected ? 'unknown_status_near' : problem
}
