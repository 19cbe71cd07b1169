import type { Database, Transaction } from '~/platform/database.server'
import { Frontier, tileHeight, tileWidth } from './frontier'
import { consistencyNodes, type Hash, hashOf, inclusionNodes, type Node, nodeHash, rootNodes } from './merkle'
import type { TileAt } from './tile-path'

/** The tree as the database has it: complete tiles, and of what is not in one the leaves and the tiles' roots. */

type Db = Database | Transaction

/** Where the database lacks a hash that the tree needs. */
export class TreeIncomplete extends Error {
  constructor({ level, index }: TileAt, found: number, wanted: number) {
    super(`tile ${index} of level ${level} has ${found} hashes, not ${wanted}`)
  }
}

/** How many hashes a tile has in a tree of a size, 256 where it is complete. */
export function widthIn(size: number, { level, index }: TileAt): number {
  const hashes = Math.floor(size / tileWidth ** level) - index * tileWidth
  return Math.min(Math.max(hashes, 0), tileWidth)
}

/** A tile's first `width` hashes; throws `TreeIncomplete` where they are not there. At most 256 rows are read. */
export async function readTile(db: Db, tile: TileAt, width: number): Promise<Hash[]> {
  const hashes = await tileHashes(db, tile, width)
  if (hashes.length !== width) throw new TreeIncomplete(tile, hashes.length, width)
  return hashes
}

async function tileHashes(db: Db, { level, index }: TileAt, width: number): Promise<Hash[]> {
  const complete = await db.treeTile.findUnique({
    where: { level_index: { level, index } },
    select: { hashes: true },
  })
  if (complete) return hashesIn(complete.hashes).slice(0, width)
  const first = index * tileWidth
  const [row] =
    level === 0
      ? await db.$queryRaw<{ hashes: Uint8Array | null }[]>`
          SELECT string_agg(leaf_hash, '' ORDER BY leaf_index) AS hashes
          FROM event_leaf WHERE leaf_index >= ${first} AND leaf_index < ${first + width}`
      : await db.$queryRaw<{ hashes: Uint8Array | null }[]>`
          SELECT string_agg(root, '' ORDER BY index) AS hashes
          FROM tree_tile WHERE level = ${level - 1} AND index >= ${first} AND index < ${first + width}`
  return row?.hashes ? hashesIn(row.hashes) : []
}

function hashesIn(bytes: Uint8Array): Hash[] {
  return Array.from({ length: bytes.length / 32 }, (_, nth) => bytes.subarray(nth * 32, nth * 32 + 32))
}

/** The right edge of the tree of a size, from which it can grow. */
export async function frontierAt(db: Db, size: number): Promise<Frontier> {
  const edges: Hash[][] = []
  for (let level = 0; tileWidth ** level <= size; level++) {
    const index = Math.floor(size / tileWidth ** (level + 1))
    edges.push(await readTile(db, { level, index }, widthIn(size, { level, index })))
  }
  return new Frontier(size, edges)
}

/** The root of the tree that the first `size` leaves make up. */
export async function rootAt(db: Db, size: number): Promise<Hash> {
  return new TreeReader(db, size).root()
}

/** RFC 6962's PATH(index, D[size]). */
export function inclusionProof(db: Db, index: number, size: number): Promise<Hash[]> {
  return new TreeReader(db, size).inclusion(index)
}

/** RFC 6962's PROOF(from, D[to]). */
export function consistencyProof(db: Db, from: number, to: number): Promise<Hash[]> {
  return new TreeReader(db, to).consistency(from)
}

/** Each level of one tile: its own hashes, and above them the roots of each 2, 4, … 128 of them. */
type Levels = Hash[][]
/** Tiles that a reader remembers, about 50 kB each. */
const remembered = 64

/** Draws proofs from the tree of one size. It remembers the tiles it read, so that proofs of neighbours cost little. */
export class TreeReader {
  private readonly tiles = new Map<string, Levels>()

  constructor(
    private readonly db: Db,
    readonly size: number,
  ) {}

  inclusion(index: number): Promise<Hash[]> {
    return this.hashes(inclusionNodes(index, this.size))
  }

  consistency(from: number): Promise<Hash[]> {
    return this.hashes(consistencyNodes(from, this.size))
  }

  async root(): Promise<Hash> {
    const [root] = await this.hashes([rootNodes(this.size)])
    if (!root) throw new Error('a tree without a root')
    return root
  }

  private async hashes(wanted: Node[][]): Promise<Hash[]> {
    const found = new Map<Node, Hash>()
    for (const node of wanted.flat()) found.set(node, await this.subtree(node))
    return wanted.map((nodes) => hashOf(nodes, (node) => found.get(node) as Hash))
  }

  private async subtree({ level, index }: Node): Promise<Hash> {
    const height = level % tileHeight
    const perTile = 2 ** (tileHeight - height)
    const tile = { level: Math.floor(level / tileHeight), index: Math.floor(index / perTile) }
    const hash = (await this.levelsOf(tile))[height]?.[index % perTile]
    if (!hash) throw new RangeError(`no subtree ${index} of level ${level} in a tree of ${this.size}`)
    return hash
  }

  private async levelsOf(tile: TileAt): Promise<Levels> {
    const key = `${tile.level}/${tile.index}`
    const known = this.tiles.get(key)
    if (known) return known
    const levels = levelsOver(await readTile(this.db, tile, widthIn(this.size, tile)))
    const oldest = this.tiles.keys().next()
    if (this.tiles.size >= remembered && !oldest.done) this.tiles.delete(oldest.value)
    this.tiles.set(key, levels)
    return levels
  }
}

function levelsOver(hashes: Hash[]): Levels {
  const levels = [hashes]
  for (let below = hashes; levels.length < tileHeight; ) {
    const above: Hash[] = []
    for (let at = 0; at + 1 < below.length; at += 2) {
      above.push(nodeHash(below[at] as Hash, below[at + 1] as Hash))
    }
    levels.push(above)
    below = above
  }
  return levels
}
