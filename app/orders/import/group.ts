import { tokyoDay } from '~/platform/tokyo'
import type { ImportField } from './fields'
import type { OrderRow, Problem } from './row'

/** An order as the file tells it: its rows are its deliveries, in order. Undefined is what the file does not say. */
export type ImportedOrder = Omit<OrderRow, 'shippingStatus' | 'slipNumber' | 'carrier'> &
  Required<Pick<OrderRow, 'day' | 'paymentStatus' | 'amount'>> & {
    deliveries: Pick<OrderRow, 'shippingStatus' | 'slipNumber' | 'carrier'>[]
  }

export const mostDeliveries = 99

/** What belongs to the order; a further delivery's row repeats it or leaves it empty. */
const shared = {
  day: 'orderedOn',
  seconds: 'orderedTime',
  paymentStatus: 'paymentStatus',
  amount: 'amount',
  fee: 'fee',
  paymentMethod: 'paymentMethod',
  kuronekoNumber: 'kuronekoNumber',
  origin: 'origin',
} as const satisfies Partial<Record<keyof OrderRow, ImportField>>
type Shared = keyof typeof shared
const sharedKeys = Object.keys(shared) as Shared[]

/** Puts an order's rows together. The first row must say what every order has. */
export function groupRows(
  rows: [OrderRow, ...OrderRow[]],
  now: Date,
): { order: ImportedOrder } | { problems: Problem[] } {
  const [first, ...further] = rows
  const problems = [
    ...missing(first),
    ...tooLate(first, now),
    ...further.flatMap((row) => differing(first, row)),
  ]
  if (rows.length > mostDeliveries) {
    const read = String(rows.length)
    problems.push(at(first, 'number', 'too_many_deliveries', read, String(mostDeliveries)))
  }
  const { day, paymentStatus, amount } = first
  if (problems.length > 0 || !day || !paymentStatus || amount === undefined) return { problems }
  const deliveries = rows.map(({ shippingStatus, slipNumber, carrier }) => ({
    shippingStatus,
    slipNumber,
    carrier,
  }))
  return { order: { ...first, day, paymentStatus, amount, deliveries } }
}

function missing(row: OrderRow): Problem[] {
  const needed = ['day', 'paymentStatus', 'amount'] as const
  return needed.filter((key) => row[key] === undefined).map((key) => at(row, shared[key], 'missing', ''))
}

/** A clock may be a little ahead, and a day of the calendar is not a moment. */
function tooLate(row: OrderRow, now: Date): Problem[] {
  const today = tokyoDay(now)
  return row.day && row.day > today ? [at(row, 'orderedOn', 'in_future', row.day, today)] : []
}

function differing(first: OrderRow, row: OrderRow): Problem[] {
  return sharedKeys
    .filter((key) => row[key] !== undefined && row[key] !== first[key])
    .map((key) => at(row, shared[key], 'differs', String(row[key]), String(first[key] ?? '')))
}

function at(
  { row }: OrderRow,
  field: ImportField,
  problem: Problem['problem'],
  read: string,
  expected?: string,
): Problem {
  return { row, field, problem, read, expected }
}
