import { utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { fromBase64, parseWhole, toBase64 } from '../seal/bytes'
import type { Hash } from '../seal/merkle'

/**
 * A proof as a file (C2SP tlog-proof, docs/audit-log.md): what an event's text is, where it stands in the tree, and the
 * signed checkpoint of that tree. Read and written the same everywhere.
 */

/** What a person wrote at an event, with what its digest was salted with. */
export type SaltedWords = { salt: string; words: string }

export type ProofFile = {
  /** The event's exact text. */
  event: string
  /** Null where nothing was written, or it is not for whoever took the proof, or was erased. */
  words: SaltedWords | null
  /** The leaf's, from 0. */
  index: number
  /** From the leaf's sibling up to the root's child. */
  path: readonly Hash[]
  /** The checkpoint's note, verbatim. */
  note: string
}

/** The ending of such a file's name. */
export const proofExtension = '.tlog-proof'
/** Characters; a proof has some thousand. */
const longest = 1_000_000
/** More hashes than any tree of ours is high. */
const longestPath = 64

const header = 'c2sp.org/tlog-proof@v1'
const format = 'mitame-event@v1'

/** Were a salt of any length taken, the beginning of the words could pass for its end. */
const salt = z.string().regex(/^[0-9a-f]{32}$/)
const extraSchema = z.strictObject({
  format: z.literal(format),
  event: z.string(),
  words: z.strictObject({ salt, words: z.string() }).nullable(),
})

export function formatProof({ event, words, index, path, note }: ProofFile): string {
  const extra = canonicalize({ format, event, words }) ?? ''
  return [
    header,
    `extra ${toBase64(utf8ToBytes(extra))}`,
    `index ${index}`,
    ...path.map(toBase64),
    '',
    note,
  ].join('\n')
}

/** Null for what `formatProof` would not have written to the letter: a proof has one spelling. */
export function parseProof(text: string): ProofFile | null {
  if (text.length > longest || !text.isWellFormed()) return null
  const split = text.indexOf('\n\n')
  const [, extraLine = '', indexLine = '', ...pathLines] = text.slice(0, Math.max(split, 0)).split('\n')
  const extra = parseExtra(after('extra ', extraLine))
  const index = parseWhole(after('index ', indexLine))
  if (!extra || index === null || pathLines.length > longestPath) return null
  const path = pathLines.map(fromBase64)
  if (!path.every((hash) => hash?.length === 32)) return null
  const { event, words } = extra
  const proof: ProofFile = { event, words, index, path: path as Hash[], note: text.slice(split + 2) }
  return formatProof(proof) === text ? proof : null
}

/** Null for bytes that are no text at all. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function after(word: string, line: string): string {
  return line.startsWith(word) ? line.slice(word.length) : ''
}

function parseExtra(encoded: string): z.infer<typeof extraSchema> | null {
  const bytes = fromBase64(encoded)
  const text = bytes && textOf(bytes)
  if (!text) return null
  try {
    return extraSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
