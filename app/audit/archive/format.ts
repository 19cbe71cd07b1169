import { z } from 'zod'

/**
 * An archive is gzipped JSON Lines: this line, then one for each event by id. What people wrote is not in it: that stays
 * in the database, where it can be erased.
 */
export const headerSchema = z.object({
  format: z.literal('mitame-audit-archive/1'),
  month: z.string(),
  origin: z.string(),
  events: z.number().int().positive(),
  /** The signed checkpoint (C2SP tlog-checkpoint) that every event's proof leads to. */
  checkpoint: z.string(),
})
export type ArchiveHeader = z.infer<typeof headerSchema>

export const lineSchema = z.object({
  /** The event's place in the tree, from 0. */
  leaf: z.number().int().nonnegative(),
  /** SHA-256 of the text, hex, as the next event of the chain names it. */
  hash: z.string(),
  /** The event's canonical text. */
  text: z.string(),
  /** RFC 6962's inclusion proof to the checkpoint: hashes in base64. */
  proof: z.array(z.string()),
})
export type ArchiveLine = z.infer<typeof lineSchema>
