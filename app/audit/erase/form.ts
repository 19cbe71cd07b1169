import { z } from 'zod'

/** A reason says something. */
export const reasonLength = { min: 5, max: 2000 }

/** Messages are keys of the `erasure` texts. */
export const eraseSchema = z.object({
  events: z.array(z.uuid()).min(1, 'error.events').max(500),
  reason: z
    .string()
    .trim()
    .min(reasonLength.min, 'error.reason_short')
    .max(reasonLength.max, 'error.reason_long'),
})
export type EraseForm = z.infer<typeof eraseSchema>
