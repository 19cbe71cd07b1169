import { z } from 'zod'

const character = z.object({
  character: z.string(),
  count: z.number().int(),
  /** Where it stood first: the row as a spreadsheet counts, and the column. */
  row: z.number().int(),
  column: z.string(),
})
export type UnfitCharacter = z.infer<typeof character>

/** The characters that an encoding lacks: how often in all, and the first of them one by one. */
export const unfitSchema = z.object({ count: z.number().int(), characters: z.array(character) })
export type Unfit = z.infer<typeof unfitSchema>

/** `U+20BB7` */
export function codePoint(character: string): string {
  return `U+${hex(character).padStart(4, '0')}`
}

/** What stands for a character that does not fit: `&#x20BB7;`. */
export function reference(character: string): string {
  return `&#x${hex(character)};`
}

function hex(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase()
}
