import { sha256 as hashOf } from '@noble/hashes/sha2.js'
import type { Transaction } from '~/platform/database.server'
import { sameBytes } from './bytes'
import { parseCheckpoint } from './checkpoint'
import { Frontier, type Tile } from './frontier'
import { authenticKeys, originOf } from './keys.server'
import { leafHash } from './merkle'
import { parseNote, type Verifier, verifyNote } from './note'
import type { CheckpointFault, TreeFault } from './tree-faults'

/** A leaf as stored, with its event's text where the event is in the database. */
export type StoredLeaf = {
  index: number
  chainId: string
  seq: number
  eventId: string
  hash: Uint8Array
  leafHash: Uint8Array
  /** Null where the event is not in the database. */
  text: string | null
  /** The event's month is in the archive. */
  away: boolean
}

/** What is wrong between a leaf and its event. */
export type LeafFault = { kind: 'gone' | 'sealed_otherwise'; chainId: string; seq: number }

type Reports = {
  onTreeFault(fault: TreeFault): void
  onLeafFault(fault: LeafFault): void
  onProgress(leaves: number): void
}

export type TreeCheck = Reports & {
  secret: string
  /** A checkpoint that was kept outside the database, as a note. */
  kept: string | null
}

/** Rows read at a time: what bounds the memory. */
const pageSize = 2000

/**
 * Grows the tree anew from its leaves, in one pass, and measures by it every stored tile, every checkpoint and the copy
 * that was kept. Each leaf is measured by its event's text.
 */
export async function verifyTree(tx: Transaction, check: TreeCheck): Promise<{ leaves: number }> {
  const { keys, forged } = await authenticKeys(tx, check.secret)
  for (const key of forged) check.onTreeFault({ kind: 'forged_key', key })
  const log = { origin: originOf({ keys, forged }), verifiers: keys.map(({ verifier }) => verifier) }
  const checkpoints = new Checkpoints(tx, check, log)
  const kept = keptCheckpoint(check, log)
  const frontier = new Frontier()
  const atSize = async () => {
    await checkpoints.measure(frontier)
    if (kept?.size === frontier.size && !sameBytes(kept.root, frontier.root()))
      check.onTreeFault({ kind: 'kept', size: kept.size, why: 'root' })
  }
  await atSize()
  for (let next = 0; ; ) {
    const leaves = await leavesFrom(tx, next)
    const tiles: Tile[] = []
    for (const leaf of leaves) {
      if (leaf.index !== frontier.size) {
        check.onTreeFault({ kind: 'leaf_gap', index: frontier.size })
        return { leaves: frontier.size }
      }
      checkLeaf(leaf, check)
      tiles.push(...frontier.add(Uint8Array.from(leaf.leafHash)))
      await atSize()
    }
    await checkTiles(tx, tiles, check)
    next += leaves.length
    check.onProgress(next)
    if (leaves.length < pageSize) break
  }
  await checkpoints.rest(frontier.size)
  if (kept && kept.size > frontier.size)
    check.onTreeFault({ kind: 'kept', size: kept.size, why: 'too_large' })
  return { leaves: frontier.size }
}

function leavesFrom(tx: Transaction, from: number): Promise<StoredLeaf[]> {
  return tx.$queryRaw<StoredLeaf[]>`
    SELECT l.leaf_index AS index, l.chain_id AS "chainId", l.seq, l.event_id AS "eventId", l.hash,
           l.leaf_hash AS "leafHash", e.text,
           e.id IS NULL AND EXISTS (
             SELECT FROM archived_month a
             WHERE a.restored_at IS NULL AND l.event_id >= month_floor(a.month) AND l.event_id < month_ceiling(a.month)
           ) AS away
    FROM event_leaf l LEFT JOIN order_event e ON e.id = l.event_id AND e.chain_id = l.chain_id AND e.seq = l.seq
    WHERE l.leaf_index >= ${from}
    ORDER BY l.leaf_index
    LIMIT ${pageSize}`
}

/** An archived event's leaf is measured with its archive's file. */
function checkLeaf({ chainId, seq, text, hash, leafHash: stored, away }: StoredLeaf, check: TreeCheck): void {
  if (text === null) {
    if (!away) check.onLeafFault({ kind: 'gone', chainId, seq })
    return
  }
  const bytes = new TextEncoder().encode(text)
  const same = sameBytes(leafHash(bytes), stored) && sameBytes(hashOf(bytes), hash)
  if (!same) check.onLeafFault({ kind: 'sealed_otherwise', chainId, seq })
}

async function checkTiles(tx: Transaction, tiles: Tile[], { onTreeFault }: TreeCheck): Promise<void> {
  if (tiles.length === 0) return
  const stored = await tx.treeTile.findMany({
    where: { OR: tiles.map(({ level, index }) => ({ level, index })) },
  })
  const byPlace = new Map(stored.map((tile) => [`${tile.level}/${tile.index}`, tile]))
  for (const { level, index, hashes, root } of tiles) {
    const found = byPlace.get(`${level}/${index}`)
    if (!found || !sameBytes(found.hashes, hashes) || !sameBytes(found.root, root))
      onTreeFault({ kind: 'tile', level, index })
  }
}

type Log = { origin: string | null; verifiers: Verifier[] }

/** Why a note is no checkpoint of this log, or the checkpoint. */
function readNote(note: string, { origin, verifiers }: Log) {
  const parsed = parseNote(note)
  const body = parsed && parseCheckpoint(parsed.text)
  if (!parsed || body?.origin !== origin) return { why: 'text' as const, body: body ?? null }
  return verifyNote(parsed, verifiers) ? { why: null, body } : { why: 'signature' as const, body }
}

function keptCheckpoint({ kept, onTreeFault }: TreeCheck, log: Log) {
  if (kept === null) return null
  const { why, body } = readNote(kept, log)
  if (why) onTreeFault({ kind: 'kept', size: body?.size ?? 0, why })
  return body
}

/** The stored checkpoints by size, read page by page as the tree reaches them. */
class Checkpoints {
  private waiting: { size: number; root: Uint8Array; note: string }[] = []
  private read = -1
  private ended = false
  private last = 0

  constructor(
    private readonly tx: Transaction,
    private readonly check: TreeCheck,
    private readonly log: Log,
  ) {}

  /** Measures the checkpoint of the tree's present size, if there is one. */
  async measure(frontier: Frontier): Promise<void> {
    const next = await this.next()
    if (next?.size !== frontier.size) return
    this.waiting.shift()
    this.last = next.size
    const why = this.faultOf(next) ?? (sameBytes(next.root, frontier.root()) ? null : 'root')
    if (why) this.check.onTreeFault({ kind: 'checkpoint', size: next.size, why })
  }

  /** After the last leaf: checkpoints for more leaves than there are, and leaves after the last checkpoint. */
  async rest(leaves: number): Promise<void> {
    if (leaves > this.last) this.check.onTreeFault({ kind: 'unsigned', size: this.last, leaves })
    for (let next = await this.next(); next; next = await this.next()) {
      this.waiting.shift()
      this.check.onTreeFault({ kind: 'checkpoint', size: next.size, why: this.faultOf(next) ?? 'too_large' })
    }
  }

  private faultOf({
    size,
    root,
    note,
  }: {
    size: number
    root: Uint8Array
    note: string
  }): CheckpointFault | null {
    const { why, body } = readNote(note, this.log)
    if (why) return why
    return body && body.size === size && sameBytes(body.root, root) ? null : 'text'
  }

  private async next() {
    if (this.waiting.length === 0 && !this.ended) {
      this.waiting = await this.tx.checkpoint.findMany({
        where: { size: { gt: this.read } },
        orderBy: { size: 'asc' },
        take: pageSize,
      })
      this.read = this.waiting.at(-1)?.size ?? this.read
      this.ended = this.waiting.length < pageSize
    }
    return this.waiting[0]
  }
}
