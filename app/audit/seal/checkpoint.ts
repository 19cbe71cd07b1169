import { fromBase64, parseWhole, toBase64 } from './bytes'
import type { Hash } from './merkle'

/** A tree's head as the text of a note (C2SP tlog-checkpoint): three lines. */
export type CheckpointBody = { origin: string; size: number; root: Hash }

export function formatCheckpoint({ origin, size, root }: CheckpointBody): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`
}

/** Null for what is no checkpoint. Lines after the third say nothing that anyone here relies on. */
export function parseCheckpoint(text: string): CheckpointBody | null {
  if (!text.endsWith('\n')) return null
  const [origin = '', sizeLine = '', rootLine = '', ...extensions] = text.slice(0, -1).split('\n')
  const size = parseWhole(sizeLine)
  const root = fromBase64(rootLine)
  if (origin === '' || size === null || root?.length !== 32 || extensions.includes('')) return null
  return { origin, size, root }
}
