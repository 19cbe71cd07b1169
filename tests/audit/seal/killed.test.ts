import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyConsistency } from '~/audit/seal/merkle'
import { seal } from '~/audit/seal/sealer.server'
import { consistencyProof } from '~/audit/seal/tree.server'
import { openDatabase } from '~/platform/database.server'
import { append } from './append'
import type { Errand } from './killed-sealer'
import { mth } from './reference-tree'
import { aLog, type Log, sealedTexts, secret, signersOf } from './world'

let log: Log
beforeAll(async () => {
  log = await aLog()
})
afterAll(() => log.close())

/** Seals in a process of its own, and answers how that ended. */
function sealUntilKilled(dieAfter: number): Promise<NodeJS.Signals | number | null> {
  const errand: Errand = { url: log.appUrl, secret, dieAfter }
  const script = join(import.meta.dirname, 'killed-sealer.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(errand)], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return new Promise((resolve) => child.on('exit', (code, signal) => resolve(signal ?? code)))
}

it('leaves no gap, no double and no fork, whenever the sealer is killed while six others append', {
  timeout: 60_000,
}, async () => {
  const killing = new AbortController()
  let events = 0
  /** Appends through a connection of its own; the first one also seals, beside the sealer that dies. */
  const appendOn = async (_: unknown, nth: number) => {
    const db = openDatabase(log.appUrl, 1)
    for (let act = 0; !killing.signal.aborted; act++) {
      const count = 1 + ((act + nth) % 3)
      await append(db, count, new Date())
      events += count
      if (nth === 0 && act % 5 === 0) await seal({ ...log.sealing, db })
    }
    await db.$disconnect()
  }
  const appending = Promise.all(Array.from({ length: 6 }, appendOn))
  for (const dieAfter of [7, 18, 29, 40, 51]) expect(await sealUntilKilled(dieAfter)).toBe('SIGKILL')
  killing.abort()
  await appending
  expect(await seal(log.sealing)).toMatchObject({ size: events })

  const leaves = await log.db.eventLeaf.findMany({ orderBy: { leafIndex: 'asc' } })
  expect(leaves.map(({ leafIndex }) => leafIndex)).toEqual(leaves.map((_, index) => index))
  expect(new Set(leaves.map(({ eventId }) => eventId)).size).toBe(events)
  expect(await log.db.signingKey.count()).toBe(1)
  const checkpoints = await log.db.checkpoint.findMany({ orderBy: { size: 'asc' } })
  const last = checkpoints.at(-1)
  expect(checkpoints.length).toBeGreaterThan(5)
  expect(Buffer.from(last?.root ?? []).equals(mth(await sealedTexts(log.db)))).toBe(true)
  for (const { size, root, note } of checkpoints) {
    expect(await signersOf(log, note)).toHaveLength(1)
    const held = await consistencyProof(log.db, size, events)
    expect(verifyConsistency(size, events, held, root, last?.root ?? root)).toBe(true)
  }
})
