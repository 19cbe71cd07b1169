import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes } from '@noble/hashes/utils.js'
import { sameBytes } from './bytes'

/**
 * The Merkle tree of RFC 6962 §2.1 over SHA-256, in the browser and on the server. Verification follows RFC 9162
 * §2.1.3.2 and §2.1.4.2, which give RFC 6962's proofs an algorithm. Sizes and indexes are whole numbers up to 2⁵³.
 */

/** 32 bytes. */
export type Hash = Uint8Array

const leafPrefix = Uint8Array.of(0)
const nodePrefix = Uint8Array.of(1)

/** The root of the tree without leaves. */
export const emptyRoot: Hash = sha256(new Uint8Array())

/** SHA-256(0x00 ‖ entry) */
export function leafHash(entry: Uint8Array): Hash {
  return sha256(concatBytes(leafPrefix, entry))
}

/** SHA-256(0x01 ‖ left ‖ right) */
export function nodeHash(left: Hash, right: Hash): Hash {
  return sha256(concatBytes(nodePrefix, left, right))
}

/**
 * The root over leaf hashes, or over the roots of equally large complete subtrees.
 * @param pair what hashes two nodes, where something quicker is at hand
 */
export function rootOf(hashes: readonly Hash[], pair = nodeHash): Hash {
  if (hashes.length === 0) return emptyRoot
  let row = hashes
  while (row.length > 1) row = nextRow(row, pair)
  return row[0] as Hash
}

/** The hash that is left over at the end of a row rises as it is: that is how an incomplete tree is split. */
function nextRow(row: readonly Hash[], pair: typeof nodeHash): Hash[] {
  const next: Hash[] = []
  for (let at = 0; at + 1 < row.length; at += 2) next.push(pair(row[at] as Hash, row[at + 1] as Hash))
  if (row.length % 2 === 1) next.push(row[row.length - 1] as Hash)
  return next
}

/** A complete subtree: the `index`-th one of 2^`level` leaves, from 0. */
export type Node = { level: number; index: number }
/** Answers with the hash of a complete subtree. */
export type Subtree = (node: Node) => Hash

/** The complete subtrees, from left to right, that make up the tree of a size. */
export function rootNodes(size: number): Node[] {
  return nodesBetween(0, size)
}

/** For each hash of the inclusion proof PATH(index, D[size]), the complete subtrees that it is made of. */
export function inclusionNodes(index: number, size: number): Node[][] {
  if (!(index >= 0 && index < size)) throw new RangeError(`no leaf ${index} in a tree of ${size}`)
  return path(index, 0, size)
}

/** The same for the consistency proof PROOF(from, D[to]); empty where one of the trees is empty or both are one. */
export function consistencyNodes(from: number, to: number): Node[][] {
  if (!(from >= 0 && from <= to)) throw new RangeError(`no tree of ${from} in a tree of ${to}`)
  return from === 0 ? [] : subProof(from, 0, to, true)
}

/** The root over neighbouring complete subtrees, the largest first. */
export function hashOf(nodes: readonly Node[], subtree: Subtree): Hash {
  const hashes = nodes.map(subtree)
  return hashes.length === 0 ? emptyRoot : hashes.reduceRight((right, left) => nodeHash(left, right))
}

function path(index: number, start: number, end: number): Node[][] {
  if (end - start === 1) return []
  const middle = start + splitOf(end - start)
  return index < middle
    ? [...path(index, start, middle), nodesBetween(middle, end)]
    : [...path(index, middle, end), nodesBetween(start, middle)]
}

/** RFC 6962's SUBPROOF. @param whole whether the older tree's own root is this subtree's, which its holder knows */
function subProof(from: number, start: number, end: number, whole: boolean): Node[][] {
  if (from === end) return whole ? [] : [nodesBetween(start, end)]
  const middle = start + splitOf(end - start)
  return from <= middle
    ? [...subProof(from, start, middle, whole), nodesBetween(middle, end)]
    : [...subProof(from, middle, end, false), nodesBetween(start, middle)]
}

/** The largest power of two below a number of leaves, which are at least two. */
function splitOf(leaves: number): number {
  return 2 ** levelWithin(leaves - 1)
}

/** The level of the largest complete subtree that this many leaves hold, at least one. */
function levelWithin(leaves: number): number {
  let level = 0
  while (2 ** (level + 1) <= leaves) level += 1
  return level
}

/** Works where `start` is a multiple of the largest power of two in the range, as it is wherever the tree is split. */
function nodesBetween(start: number, end: number): Node[] {
  const nodes: Node[] = []
  for (let at = start; at < end; ) {
    const level = levelWithin(end - at)
    nodes.push({ level, index: at / 2 ** level })
    at += 2 ** level
  }
  return nodes
}

/** Whether the path shows that a leaf stands at this index of the tree with this root. */
export function verifyInclusion(
  leaf: Hash,
  index: number,
  size: number,
  proof: readonly Hash[],
  root: Hash,
): boolean {
  if (!isWhole(index) || !isWhole(size) || index >= size || !proof.every(isHash)) return false
  let at = index
  let last = size - 1
  let hash = leaf
  for (const sibling of proof) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sibling, hash)
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else hash = nodeHash(hash, sibling)
    at = half(at)
    last = half(last)
  }
  return last === 0 && sameBytes(hash, root)
}

/** Whether the path shows that the tree with the older root is the beginning of the one with the newer root. */
export function verifyConsistency(
  from: number,
  to: number,
  proof: readonly Hash[],
  fromRoot: Hash,
  toRoot: Hash,
): boolean {
  if (!isWhole(from) || !isWhole(to) || from > to || !proof.every(isHash)) return false
  if (from === 0) return proof.length === 0 && sameBytes(fromRoot, emptyRoot)
  if (from === to) return proof.length === 0 && sameBytes(fromRoot, toRoot)
  const isComplete = 2 ** levelWithin(from) === from
  const [first, ...rest] = isComplete ? [fromRoot, ...proof] : proof
  if (!first) return false
  let at = from - 1
  let last = to - 1
  while (at % 2 === 1) [at, last] = [half(at), half(last)]
  let older = first
  let newer = first
  for (const sibling of rest) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      older = nodeHash(sibling, older)
      newer = nodeHash(sibling, newer)
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else newer = nodeHash(newer, sibling)
    at = half(at)
    last = half(last)
  }
  return last === 0 && sameBytes(older, fromRoot) && sameBytes(newer, toRoot)
}

const half = (number: number) => Math.floor(number / 2)
const isWhole = (number: number) => Number.isSafeInteger(number) && number >= 0
const isHash = (hash: Hash) => hash.length === 32
