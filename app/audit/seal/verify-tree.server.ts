import type { Transaction } from '~/platform/database.server'
import { sameBytes } from './bytes'
import { parseCheckpoint } from './checkpoint'
import { Frontier, type Tile } from './frontier'
import { authenticKeys, originOf } from './keys.server'
import { nodeHash } from './node-hash.server'
import { parseNote, type Verifier, verifyNote } from './note'
import type { CheckpointFault, TreeFault } from './tree-faults'

type Reports = {
  onTreeFault(fault: TreeFault): void
  onProgress(leaves: number): void
}

export type TreeCheck = Reports & {
  secret: string
  /** A checkpoint that was kept outside the database, as a note. */
  kept: string | null
}

/** Rows read at a time: what bounds the memory. */
const pageSize = 2048

/**
 * Grows the tree anew from its leaves, in one pass, and measures by it every stored tile, every checkpoint and the copy
 * that was kept. Whether the leaves are their events' is not looked at here.
 */
export async function verifyTree(tx: Transaction, check: TreeCheck): Promise<{ leaves: number }> {
  const { keys, forged } = await authenticKeys(tx, check.secret)
  for (const key of forged) check.onTreeFault({ kind: 'forged_key', key })
  const log = { origin: originOf({ keys, forged }), verifiers: keys.map(({ verifier }) => verifier) }
  const checkpoints = new Checkpoints(tx, check, log)
  const kept = keptCheckpoint(check, log)
  const frontier = new Frontier(0, [], nodeHash)
  let signed = await checkpoints.nextSize()
  const atSize = async () => {
    if (frontier.size === signed) signed = await checkpoints.measure(frontier)
    if (kept?.size === frontier.size && !sameBytes(kept.root, frontier.root()))
      check.onTreeFault({ kind: 'kept', size: kept.size, why: 'root' })
  }
  await atSize()
  for (;;) {
    const { indexes, hashes } = await leavesFrom(tx, frontier.size)
    const tiles: Tile[] = []
    for (const [nth, index] of indexes.entries()) {
      if (index !== frontier.size) {
        check.onTreeFault({ kind: 'leaf_gap', index: frontier.size })
        return { leaves: frontier.size }
      }
      tiles.push(...frontier.add(hashes.subarray(nth * 32, nth * 32 + 32)))
      if (frontier.size === signed || frontier.size === kept?.size) await atSize()
    }
    await checkTiles(tx, tiles, check)
    check.onProgress(frontier.size)
    if (indexes.length < pageSize) break
  }
  await checkpoints.rest(frontier.size)
  if (kept && kept.size > frontier.size)
    check.onTreeFault({ kind: 'kept', size: kept.size, why: 'too_large' })
  return { leaves: frontier.size }
}

type LeafPage = { indexes: number[]; hashes: Uint8Array }

/** The next leaves' hashes one after the other: one row is read far quicker than thousands. */
async function leavesFrom(tx: Transaction, from: number): Promise<LeafPage> {
  const [page] = await tx.$queryRaw<LeafPage[]>`
    SELECT coalesce(array_agg(leaf_index ORDER BY leaf_index), '{}') AS indexes,
           coalesce(string_agg(leaf_hash, '' ORDER BY leaf_index), '') AS hashes
    FROM (SELECT leaf_index, leaf_hash FROM event_leaf WHERE leaf_index >= ${from}
          ORDER BY leaf_index LIMIT ${pageSize}) AS page`
  return page ?? { indexes: [], hashes: new Uint8Array() }
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

  /** For how many leaves the next checkpoint is. */
  async nextSize(): Promise<number | undefined> {
    return (await this.next())?.size
  }

  /** Measures the next checkpoint, which is of the tree's present size. @returns for how many leaves the one after is */
  async measure(frontier: Frontier): Promise<number | undefined> {
    const next = await this.next()
    if (!next) return undefined
    this.waiting.shift()
    this.last = next.size
    const why = this.faultOf(next) ?? (sameBytes(next.root, frontier.root()) ? null : 'root')
    if (why) this.check.onTreeFault({ kind: 'checkpoint', size: next.size, why })
    return this.nextSize()
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
