import { z } from 'zod'

/** What the list of orders can show beside the number, in this order. */
export const orderColumns = [
  'shop',
  'ordered',
  'payment',
  'left',
  'shipping',
  'slip',
  'amount',
  'method',
  'kuroneko',
  'request',
] as const
export type OrderColumn = (typeof orderColumns)[number]

/** Until somebody chooses. */
export const usualColumns: readonly OrderColumn[] = ['shop', 'ordered', 'payment', 'shipping', 'amount']

const namesSchema = z.array(z.string())

/** The known ones among what a cookie or a form says; the usual ones where it says nothing. */
export function readColumns(said: unknown): readonly OrderColumn[] {
  const names = namesSchema.safeParse(said)
  return names.success ? orderColumns.filter((column) => names.data.includes(column)) : usualColumns
}
