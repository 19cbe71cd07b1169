import { z } from 'zod'

/** What an action says after it: what happened, and where to look at it. */
export const toastSchema = z.object({
  id: z.string(),
  tone: z.enum(['good', 'bad', 'info']),
  message: z.string(),
  link: z.object({ to: z.string().regex(/^\/(?![/\\])/), label: z.string() }).optional(),
})

export type Toast = z.infer<typeof toastSchema>
