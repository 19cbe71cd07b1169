import { z } from 'zod'

/** An export as JSON Lines (docs/audit-log.md): a header, a line for each event, an end. */
export const exportFormat = 'mitame-export@v1'

export const headerSchema = z.strictObject({
  format: z.literal(exportFormat),
  /** The checkpoint's note, verbatim; null while nothing was sealed. */
  checkpoint: z.string().nullable(),
  /** The filter as an address says it, and when the export began. */
  filter: z.string(),
  at: z.iso.datetime(),
})
export type Header = z.infer<typeof headerSchema>

export const lineSchema = z.strictObject({
  /** The event's exact text. */
  event: z.string(),
  /** What was written, where whoever exported may read it and it was not erased. */
  words: z.strictObject({ salt: z.string().regex(/^[0-9a-f]{32}$/), words: z.string() }).nullable(),
  /** The leaf's, from 0, and the path as Base64; both null for an event that this checkpoint does not hold. */
  index: z.number().int().nonnegative().nullable(),
  proof: z.array(z.string()).nullable(),
})
export type Line = z.infer<typeof lineSchema>

/** Without this line the file is not whole. */
export const endSchema = z.strictObject({ end: z.literal(true), events: z.number().int().nonnegative() })
