import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { parseCheckpoint } from '~/audit/seal/checkpoint'
import { checkpointAt, checkpointToProve, latestCheckpoint } from '~/audit/seal/checkpoints.server'
import { verifyConsistency, verifyInclusion } from '~/audit/seal/merkle'
import { parseNote } from '~/audit/seal/note'
import { seal, sealNow, TreeBroken } from '~/audit/seal/sealer.server'
import { consistencyProof, inclusionProof, readTile, rootAt, TreeIncomplete } from '~/audit/seal/tree.server'
import { openDatabase } from '~/platform/database.server'
import { append } from './append'
import { entries, mth, path, proof } from './reference-tree'
import { aLog, appendMany, asOwner, keysOf, type Log, sealedTexts, signersOf } from './world'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

describe('sealing', () => {
  let log: Log
  beforeEach(async () => {
    log = await aLog()
  })
  afterEach(() => log.close())

  it('of an empty log makes the key and nothing else', async () => {
    expect(await seal(log.sealing)).toEqual({ sealed: 0, size: 0 })
    expect(await latestCheckpoint(log.db)).toBeNull()
    expect((await keysOf(log)).keys).toHaveLength(1)
  })

  it('gives every event its place by its id, and signs the root over their texts', async () => {
    await append(log.db, 7, new Date('2026-11-24T01:00:00.000Z'))
    expect(await seal(log.sealing)).toEqual({ sealed: 7, size: 7 })
    expect(await seal(log.sealing)).toEqual({ sealed: 0, size: 7 })
    await append(log.db, 300, new Date('2026-11-23T01:00:00.000Z'))
    expect(await sealNow(log.sealing)).toEqual({ sealed: 300, size: 307 })
    const texts = await sealedTexts(log.db)
    expect(texts.map((text) => JSON.parse(text.toString()).seq)).toEqual(texts.map((_, nth) => nth + 1))
    for (const size of [7, 307]) {
      const checkpoint = await checkpointAt(log.db, size)
      const root = mth(texts.slice(0, size))
      expect(hex(checkpoint?.root ?? Buffer.of())).toBe(hex(root))
      const note = parseNote(checkpoint?.note ?? '')
      const [key] = (await keysOf(log)).keys
      const body = note && parseCheckpoint(note.text)
      expect(body).toEqual({ origin: key?.verifier.name, size, root: Uint8Array.from(root) })
      expect(await signersOf(log, checkpoint?.note ?? '')).toHaveLength(1)
    }
    expect((await checkpointToProve(log.db, 6))?.size).toBe(307)
    expect(await checkpointToProve(log.db, 307)).toBeNull()
  })

  it('draws the proofs that RFC 6962 asks for, of every place and between any two sizes', async () => {
    await append(log.db, 40)
    await seal(log.sealing)
    const texts = await sealedTexts(log.db)
    for (const size of [1, 2, 23, 32, 40]) {
      const d = texts.slice(0, size)
      for (const index of d.keys()) {
        expect((await inclusionProof(log.db, index, size)).map(hex)).toEqual(path(index, d).map(hex))
      }
      for (const from of [1, 2, 15, 16, 17, 23].filter((from) => from <= size)) {
        expect((await consistencyProof(log.db, from, size)).map(hex)).toEqual(proof(from, d).map(hex))
      }
    }
    expect(hex(await rootAt(log.db, 0))).toBe(hex(mth(entries(0))))
    await expect(inclusionProof(log.db, 40, 41)).rejects.toThrow(TreeIncomplete)
  })

  it('passes over an event whose text is not the one that was appended', async () => {
    await append(log.db, 5)
    await asOwner(log, `UPDATE order_event SET text = text || ' ' WHERE seq = 2`)
    await asOwner(log, 'DELETE FROM order_event WHERE seq = 4')
    expect(await seal(log.sealing)).toEqual({ sealed: 3, size: 3 })
    const left = await log.db.eventLeaf.findMany({ where: { leafIndex: null }, orderBy: { seq: 'asc' } })
    expect(left.map(({ seq }) => seq)).toEqual([2, 4])
    await append(log.db, 1)
    expect(await seal(log.sealing)).toEqual({ sealed: 1, size: 4 })
  })

  it.each([
    ['a leaf is another', `UPDATE event_leaf SET leaf_hash = sha256('x') WHERE leaf_index = 3`],
    ['a leaf is gone', 'DELETE FROM event_leaf WHERE leaf_index = 3'],
    ['the last leaves are gone', 'DELETE FROM event_leaf WHERE leaf_index >= 3'],
    ['the checkpoint is gone', 'DELETE FROM checkpoint'],
    ['the checkpoint has another root', `UPDATE checkpoint SET root = sha256('x')`],
  ])('signs nothing more once %s', async (_, sql) => {
    await append(log.db, 5)
    await seal(log.sealing)
    await append(log.db, 1)
    await asOwner(log, sql)
    await expect(seal(log.sealing)).rejects.toSatisfy(
      (error) => error instanceof TreeBroken || error instanceof TreeIncomplete,
    )
  })

  it('leaves it to another sealer at work, and waits for it where somebody needs the seal', async () => {
    await append(log.db, 3)
    const { promise: released, resolve: release } = Promise.withResolvers<void>()
    const { promise: locked, resolve: nowLocked } = Promise.withResolvers<void>()
    const other = log.db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended('mitame audit sealer', 0))) AS l`
      nowLocked()
      await released
    })
    await locked
    expect(await seal(log.sealing)).toEqual({ sealed: 0, size: 0 })
    const waiting = sealNow(log.sealing)
    release()
    expect(await waiting).toEqual({ sealed: 3, size: 3 })
    await other
  })
})

describe('a log of 70,000 events', () => {
  let log: Log
  beforeAll(async () => {
    log = await aLog()
    await appendMany(log, 70_000)
    expect(await seal(log.sealing)).toEqual({ sealed: 70_000, size: 70_000 })
  }, 60_000)
  afterAll(() => log.close())

  it('has the tiles that C2SP tlog-tiles gives as its example', async () => {
    const tiles = await log.db.treeTile.groupBy({ by: ['level'], _count: true, orderBy: { level: 'asc' } })
    expect(tiles.map(({ level, _count }) => [level, _count])).toEqual([
      [0, 273],
      [1, 1],
    ])
    const widths = [
      [0, 273, 112],
      [1, 1, 17],
      [2, 0, 1],
    ] as const
    for (const [level, index, width] of widths) {
      expect(await readTile(log.db, { level, index }, width)).toHaveLength(width)
      await expect(readTile(log.db, { level, index }, width + 1)).rejects.toThrow(TreeIncomplete)
    }
  })

  it('proves any event, and any checkpoint as the beginning of any later one', async () => {
    const checkpoints = await log.db.checkpoint.findMany({ orderBy: { size: 'asc' } })
    expect(checkpoints.length).toBeGreaterThan(15)
    const last = checkpoints.at(-1)
    for (const older of checkpoints) {
      const held = await consistencyProof(log.db, older.size, 70_000)
      expect(verifyConsistency(older.size, 70_000, held, older.root, last?.root ?? older.root)).toBe(true)
      expect(hex(await rootAt(log.db, older.size))).toBe(hex(older.root))
    }
    for (const leafIndex of [0, 255, 256, 65_535, 65_536, 69_887, 69_888, 69_999]) {
      const { leafHash } = await log.db.eventLeaf.findUniqueOrThrow({ where: { leafIndex } })
      for (const { size, root } of checkpoints.filter(({ size }) => size > leafIndex)) {
        const made = await inclusionProof(log.db, leafIndex, size)
        expect(verifyInclusion(leafHash ?? root, leafIndex, size, made, root)).toBe(true)
      }
    }
  }, 60_000)

  it('is sealed on and proven by reading a few hundred rows, whatever its length', async () => {
    const read = async () => {
      const [row] = await asOwner(
        log,
        `SELECT sum(seq_tup_read + idx_tup_fetch)::int AS rows, sum(idx_scan)::int AS scans FROM pg_stat_user_tables
         WHERE relname IN ('event_leaf', 'tree_tile', 'checkpoint')`,
      )
      return row as { rows: number; scans: number }
    }
    await append(log.db, 1)
    const before = await read()
    const db = openDatabase(log.appUrl, 1)
    await seal({ ...log.sealing, db })
    await inclusionProof(db, 70_000, 70_001)
    await consistencyProof(db, 65_000, 70_001)
    // A connection tells what it read when it ends.
    await db.$disconnect()
    await vi.waitFor(async () => expect((await read()).scans).toBeGreaterThan(before.scans))
    expect((await read()).rows - before.rows).toBeLessThan(1500)
  })
})
