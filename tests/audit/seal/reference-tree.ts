import { createHash } from 'node:crypto'

/** RFC 6962 §2.1 word for word and nothing else, to measure the product's tree by. Slow on purpose. */

const sha256 = (...parts: Uint8Array[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()

/** "k is the largest power of two smaller than n" */
function k(n: number): number {
  let power = 1
  while (power * 2 < n) power *= 2
  return power
}

/** §2.1: MTH(D[n]) */
export function mth(d: Uint8Array[]): Uint8Array {
  const [first] = d
  if (!first) return sha256()
  if (d.length === 1) return sha256(Uint8Array.of(0x00), first)
  const split = k(d.length)
  return sha256(Uint8Array.of(0x01), mth(d.slice(0, split)), mth(d.slice(split)))
}

/** §2.1.1: PATH(m, D[n]) */
export function path(m: number, d: Uint8Array[]): Uint8Array[] {
  if (d.length === 1) return []
  const split = k(d.length)
  return m < split
    ? [...path(m, d.slice(0, split)), mth(d.slice(split))]
    : [...path(m - split, d.slice(split)), mth(d.slice(0, split))]
}

/** §2.1.2: PROOF(m, D[n]) */
export function proof(m: number, d: Uint8Array[]): Uint8Array[] {
  return subproof(m, d, true)
}

function subproof(m: number, d: Uint8Array[], b: boolean): Uint8Array[] {
  const n = d.length
  if (m === n) return b ? [] : [mth(d)]
  const split = k(n)
  return m <= split
    ? [...subproof(m, d.slice(0, split), b), mth(d.slice(split))]
    : [...subproof(m - split, d.slice(split), false), mth(d.slice(0, split))]
}

/** Entries that are all different: the numbers from 0, as text. */
export function entries(count: number): Uint8Array[] {
  return Array.from({ length: count }, (_, index) => Buffer.from(`entry ${index}`))
}
