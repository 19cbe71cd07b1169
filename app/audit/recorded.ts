import { z } from 'zod'
import { PaymentStatus, ShippingStatus } from '~/platform/prisma/enums'
import { eventActions } from './events'

const shown = z.object({ payment: z.enum(PaymentStatus), deliveries: z.array(z.enum(ShippingStatus)) })

/** An event as its text tells it: formats 1 and 2 of `eventText`. What the desk reads of the log goes through this. */
export const recordedSchema = z.object({
  v: z.union([z.literal(1), z.literal(2)]),
  chain: z.string(),
  seq: z.number().int().positive(),
  prev: z.string(),
  id: z.string(),
  at: z.iso.datetime(),
  action: z.enum(eventActions),
  outcome: z.enum(['done', 'refused']),
  refusal: z.string().nullable(),
  actor: z.object({ id: z.string(), role: z.string() }).nullable(),
  via: z.string(),
  shop: z.string().nullable(),
  order: z.string().nullable(),
  number: z.string().nullable().default(null),
  amount: z.number().int().nullable().default(null),
  request: z.string().nullable(),
  reference: z.string().nullable(),
  before: shown.nullable(),
  after: shown.nullable(),
  digest: z.string().nullable(),
  words: z.string().nullable(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).nullable(),
})
export type Recorded = z.infer<typeof recordedSchema>

/** Reads an event's text; null for what is no event of a known format. */
export function readRecorded(text: string): Recorded | null {
  try {
    return recordedSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
