import { z } from 'zod'
import type { BulkKind, BulkRow } from '~/orders/operations/bulk/items.server'
import { mostOrders } from '~/orders/operations/bulk/most'
import { carriers } from '~/orders/operations/carriers'
import { normaliseSlip } from '~/orders/operations/slip-typed'

/** Names of a row's fields; each row sends all of its kind's, so that the lists belong together by their places. */
export const rowNames = { number: 'number', delivery: 'delivery', slip: 'slip', carrier: 'carrier' } as const

/** More deliveries than any hundred orders of a person's day have. */
const mostRows = 1000

const rowSchema = z.object({
  number: z.string().min(1).max(64),
  delivery: z.union([z.literal('').transform(() => undefined), z.coerce.number().int().min(0).max(98)]),
  slipNumber: z
    .string()
    .max(64)
    .transform((typed) => normaliseSlip(typed).slipNumber),
  carrier: z.enum(carriers),
})

export function kindOf(said: unknown): BulkKind | null {
  return said === 'ship' || said === 'capture' ? said : null
}

/** The rows of the dry run's form; null for what no such form sends. */
export function readRows(form: FormData, kind: BulkKind): BulkRow[] | null {
  const all = (name: string) => form.getAll(name).map(String)
  const numbers = all(rowNames.number)
  if (numbers.length === 0 || numbers.length > mostRows) return null
  if (kind === 'capture') return numbers.map((number) => ({ number }))
  const [deliveries, slips, chosen] = [all(rowNames.delivery), all(rowNames.slip), all(rowNames.carrier)]
  const rows = z.array(rowSchema).safeParse(
    numbers.map((number, at) => ({
      number,
      delivery: deliveries[at],
      slipNumber: slips[at],
      carrier: chosen[at],
    })),
  )
  return rows.success ? rows.data : null
}

/** The orders that an address names, each once; `tooMany` where there are more than go at a time. */
export function readChosen(params: URLSearchParams): { numbers: string[]; tooMany: boolean } {
  const numbers = [...new Set(params.getAll('order'))].filter(
    (number) => number !== '' && number.length <= 64,
  )
  return { numbers: numbers.slice(0, mostOrders), tooMany: numbers.length > mostOrders }
}
