import { z } from 'zod'

/** Where a page of a time-ordered list ended: the last row's time and id. */
export type Cursor = { at: Date; id: string }

const separator = '_'

/** Reads a cursor from an address; what is not one is as if it were not there. */
export const cursorSchema = z
  .string()
  .transform((text, context) => {
    const [at = '', id = ''] = text.split(separator)
    const time = new Date(at)
    if (!Number.isNaN(time.getTime()) && z.uuid().safeParse(id).success) return { at: time, id }
    context.addIssue('not a cursor')
    return z.NEVER
  })
  .optional()
  .catch(undefined)

/**
 * Cuts a page out of `size + 1` rows.
 * @returns the page's rows, and the address part that leads to the next page, if there is one
 */
export function pageOf<Row>(
  rows: Row[],
  size: number,
  place: (row: Row) => [Date, string],
): { items: Row[]; next: string | null } {
  const items = rows.slice(0, size)
  const last = items.at(-1)
  if (rows.length <= size || !last) return { items, next: null }
  const [at, id] = place(last)
  return { items, next: `${at.toISOString()}${separator}${id}` }
}
