import { concatBytes } from '@noble/hashes/utils.js'
import { type Hash, hashOf, type Node, nodeHash, rootNodes, rootOf } from './merkle'

/** Hashes in a complete tile (C2SP tlog-tiles). */
export const tileWidth = 256
/** A tile holds this many levels of the tree. */
export const tileHeight = 8

/** A complete tile: its 256 hashes one after the other, and the root over them. */
export type Tile = { level: number; index: number; hashes: Uint8Array; root: Hash }

/**
 * The right edge of a growing tree, which is all that is needed to go on and to know its root: of each level the hashes
 * that do not make up a complete tile yet, 255 at most.
 */
export class Frontier {
  /**
   * @param edges by tile level; of a tree of `size` leaves, level L holds ⌊size ÷ 256^L⌋ mod 256 hashes
   * @param pair what hashes two nodes
   */
  constructor(
    public size = 0,
    private readonly edges: Hash[][] = [],
    private readonly pair = nodeHash,
  ) {}

  /** Takes one more leaf. @returns the tiles that it completes, from level 0 upwards */
  add(leaf: Hash): Tile[] {
    this.size += 1
    const completed: Tile[] = []
    let hash = leaf
    for (let level = 0; ; level++) {
      const edge = this.edges[level] ?? []
      this.edges[level] = edge
      edge.push(hash)
      if (edge.length < tileWidth) return completed
      hash = rootOf(edge, this.pair)
      const index = this.size / tileWidth ** (level + 1) - 1
      completed.push({ level, index, hashes: concatBytes(...edge), root: hash })
      this.edges[level] = []
    }
  }

  root(): Hash {
    return hashOf(rootNodes(this.size), (node) => this.subtree(node))
  }

  private subtree({ level, index }: Node): Hash {
    const tileLevel = Math.floor(level / tileHeight)
    const width = 2 ** (level % tileHeight)
    const start = (index * width) % tileWidth
    return rootOf((this.edges[tileLevel] ?? []).slice(start, start + width), this.pair)
  }
}
