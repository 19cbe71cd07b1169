import canonicalize from 'canonicalize'
import { z } from 'zod'
import { recordedSchema } from '../recorded'

const digest = z.string().regex(/^[0-9a-f]{64}$/)
const common = {
  prev: digest,
  id: z.uuid(),
  chain: z.uuid(),
  // A checker outlives the list of acts that it was made with.
  action: z.string().regex(/^[a-z_]+\.[a-z_]+$/),
  words: digest.nullable(),
}
const format2 = recordedSchema
  .extend({
    ...common,
    v: z.literal(2),
    number: z.string().nullable(),
    amount: z.number().int().nullable(),
  })
  .strict()
const format1 = recordedSchema
  .omit({ number: true, amount: true })
  .extend({ ...common, v: z.literal(1) })
  .strict()

/** An event as a proof tells it; format 1 named neither the order's number nor its amount. */
export type ProvenEvent = z.infer<typeof format2> | (z.infer<typeof format1> & { number: null; amount: null })

/** Reads an event's exact text; null for any other spelling of it, and for what is no event of formats 1 and 2. */
export function readEventText(text: string): ProvenEvent | null {
  try {
    const value: unknown = JSON.parse(text)
    if (canonicalize(value) !== text) return null
    const second = format2.safeParse(value).data
    if (second) return second
    const first = format1.safeParse(value).data
    return first ? { ...first, number: null, amount: null } : null
  } catch {
    return null
  }
}
