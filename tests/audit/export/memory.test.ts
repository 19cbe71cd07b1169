import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { exportFormats } from '~/audit/export/formats'
import { makeHistory } from '~/cli/dev/history/generate.server'
import { aWorld, type World } from '../world'
import { atOnce, begun, exported } from './world'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')
/** Bytes that are really held, whenever the collector would have come by itself. */
function heldAfterCollection(): number {
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

const events = 20_000
const mostHeld = 6 * 1024 * 1024
let world: World
beforeAll(async () => {
  world = await aWorld()
  const until = world.clock.now()
  await makeHistory(world.ownerUrl, { events, months: 2, seed: 'export', until, onProgress: () => {} })
  // What is remembered of statements, up to a number of them, is there then.
  await exported(world.auditor, 'jsonl')
}, 60_000)
afterAll(() => world.close())

it.each(exportFormats)(
  'holds no more of a long export as %s than it needs',
  async (format) => {
    const { bytes, ended } = await begun(world.auditor, format)
    let sent = 0
    let first = 0
    let highest = 0
    let chunks = 0
    for await (const chunk of bytes(atOnce)) {
      sent += chunk.length
      chunks += 1
      if (chunks === 4) first = heldAfterCollection()
      else if (chunks % 5 === 0) highest = Math.max(highest, heldAfterCollection())
    }
    expect((await ended).rows).toBeGreaterThanOrEqual(events)
    expect(sent).toBeGreaterThan(mostHeld)
    expect(highest - first).toBeLessThan(mostHeld)
  },
  60_000,
)
