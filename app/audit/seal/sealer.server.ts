import type { Clock } from '~/platform/clock'
import type { Database, Transaction } from '~/platform/database.server'
import { sameBytes } from './bytes'
import { formatCheckpoint } from './checkpoint'
import type { Frontier, Tile } from './frontier'
import { keysForSigning, type LogKeys, originOf, rotateKey, signingAt } from './keys.server'
import type { Hash } from './merkle'
import { formatNote, signLine } from './note'
import { frontierAt } from './tree.server'

/** What sealing works with. `origin` names the log at its first key and is not looked at afterwards. */
export type Sealing = { db: Database; clock: Clock; secret: string; origin: string | null }
/** How many events were sealed, and how large the tree is then. */
export type Sealed = { sealed: number; size: number }

/** Events that one transaction seals, with a checkpoint. */
const batchSize = 4096
/** Milliseconds: one batch takes well below a second. */
const limits = { maxWait: 10_000, timeout: 60_000 }

/** What is stored does not lead to the newest checkpoint. A log that signed on would contradict itself. */
export class TreeBroken extends Error {
  constructor(why: string) {
    super(`the audit log's tree does not fit its newest checkpoint: ${why}`)
  }
}

/**
 * Gives every event that has none a place in the tree, in the order of their ids, and signs a checkpoint over each
 * batch. One sealer works at a time; where another is at work this one leaves it to that. May be killed anywhere: a
 * batch is sealed with its tiles and its checkpoint, or not at all.
 */
export function seal(sealing: Sealing, stopping?: AbortSignal): Promise<Sealed> {
  return sealBatches(sealing, tryLock, stopping)
}

/** The same for somebody who waits for an event's seal: it waits for another sealer to end, and then seals what is left. */
export function sealNow(sealing: Sealing): Promise<Sealed> {
  return sealBatches(sealing, waitForLock)
}

/** Makes a new signing key, under the sealer's lock. */
export function rotateLogKey({ db, ...making }: Sealing): Promise<LogKeys> {
  return db.$transaction(async (tx) => {
    await waitForLock(tx)
    return rotateKey(tx, making)
  }, limits)
}

async function sealBatches(
  { db, ...making }: Sealing,
  lock: (tx: Transaction) => Promise<boolean>,
  stopping?: AbortSignal,
): Promise<Sealed> {
  const total = { sealed: 0, size: 0 }
  let after = beforeAll
  while (!stopping?.aborted) {
    const batch = await db.$transaction(
      async (tx) => ((await lock(tx)) ? sealBatch(tx, making, after) : null),
      limits,
    )
    if (!batch) break
    total.sealed += batch.sealed
    total.size = batch.size
    if (batch.last === null) break
    after = batch.last
  }
  return total
}

const beforeAll = '00000000-0000-0000-0000-000000000000'
/** Any number that nothing else locks by. */
const sealerLock = 'mitame audit sealer'

async function tryLock(tx: Transaction): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ locked: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${sealerLock}, 0)) AS locked`
  return row?.locked ?? false
}

async function waitForLock(tx: Transaction): Promise<boolean> {
  await tx.$queryRaw`
    SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(${sealerLock}, 0))) AS lock`
  return true
}

type Batch = Sealed & {
  /** The last event looked at; null where there is none beyond the batch. */ last: string | null
}

async function sealBatch(tx: Transaction, making: Omit<Sealing, 'db'>, after: string): Promise<Batch> {
  const keys = await keysForSigning(tx, making)
  const frontier = await trustedFrontier(tx)
  const { found, last, hashes } = await placeLeaves(tx, frontier.size, after)
  const sealed = (hashes?.length ?? 0) / 32
  if (hashes) {
    await storeTiles(tx, grow(frontier, hashes))
    await storeCheckpoint(tx, frontier, keys, making.clock.now())
  }
  return { sealed, size: frontier.size, last: found < batchSize ? null : last }
}

/** The tree's right edge, after a look whether it is still the one that the newest checkpoint was signed for. */
async function trustedFrontier(tx: Transaction): Promise<Frontier> {
  const [row] = await tx.$queryRaw<{ size: number }[]>`
    SELECT coalesce(max(leaf_index) + 1, 0) AS size FROM event_leaf`
  const size = row?.size ?? 0
  const newest = await tx.checkpoint.findFirst({ orderBy: { size: 'desc' } })
  if (size !== (newest?.size ?? 0)) throw new TreeBroken(`it has ${size} leaves, not ${newest?.size ?? 0}`)
  const frontier = await frontierAt(tx, size)
  if (newest && !sameBytes(frontier.root(), newest.root)) throw new TreeBroken('its root is another one')
  return frontier
}

type Placed = { found: number; last: string | null; hashes: Uint8Array | null }

/**
 * Numbers the next unsealed events. One whose text is gone, or is not what the trigger saw, is passed over: it stays
 * unsealed, and verification names it. `OFFSET 0` has each event looked up by its id, in its month; as a plain join the
 * planner takes many unsealed events for a reason to read, and to digest, the whole log.
 */
async function placeLeaves(tx: Transaction, size: number, after: string): Promise<Placed> {
  const [placed] = await tx.$queryRaw<Placed[]>`
    WITH batch AS MATERIALIZED (
      SELECT chain_id, seq, event_id, hash FROM event_leaf
      WHERE leaf_index IS NULL AND event_id > ${after}::uuid
      ORDER BY event_id LIMIT ${batchSize}
    ), numbered AS MATERIALIZED (
      SELECT b.chain_id, b.seq, ${size} + row_number() OVER (ORDER BY b.event_id) - 1 AS leaf_index,
             sha256('\\x00'::bytea || convert_to(e.text, 'UTF8')) AS leaf_hash
      FROM batch b CROSS JOIN LATERAL (SELECT text FROM order_event WHERE id = b.event_id OFFSET 0) e
      WHERE sha256(convert_to(e.text, 'UTF8')) = b.hash
    ), sealed AS (
      UPDATE event_leaf l SET leaf_index = n.leaf_index, leaf_hash = n.leaf_hash
      FROM numbered n WHERE l.chain_id = n.chain_id AND l.seq = n.seq
      RETURNING l.leaf_index, l.leaf_hash
    )
    SELECT (SELECT count(*)::int FROM batch) AS found,
           (SELECT event_id FROM batch ORDER BY event_id DESC LIMIT 1) AS last,
           (SELECT string_agg(leaf_hash, '' ORDER BY leaf_index) FROM sealed) AS hashes`
  return placed ?? { found: 0, last: null, hashes: null }
}

function grow(frontier: Frontier, hashes: Uint8Array): Tile[] {
  const tiles: Tile[] = []
  for (let at = 0; at < hashes.length; at += 32) tiles.push(...frontier.add(hashes.slice(at, at + 32)))
  return tiles
}

async function storeTiles(tx: Transaction, tiles: Tile[]): Promise<void> {
  if (tiles.length === 0) return
  await tx.treeTile.createMany({ data: tiles.map((tile) => ({ ...tile, ...bytesOf(tile) })) })
}

function bytesOf({ hashes, root }: Tile) {
  return { hashes: Uint8Array.from(hashes), root: Uint8Array.from(root) }
}

async function storeCheckpoint(tx: Transaction, frontier: Frontier, keys: LogKeys, at: Date): Promise<void> {
  const { size } = frontier
  const root: Hash = frontier.root()
  const origin = originOf(keys)
  if (origin === null) throw new Error('no key to sign with')
  const text = formatCheckpoint({ origin, size, root })
  const lines = signingAt(keys, at).map(({ verifier: { name }, privateKey }) =>
    signLine(text, { name, privateKey }),
  )
  await tx.checkpoint.create({
    data: { size, root: Uint8Array.from(root), note: formatNote(text, lines), at },
  })
}
