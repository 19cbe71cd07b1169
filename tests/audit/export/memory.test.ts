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

const events = 30_000
/** Bytes; less than half of the shortest file. */
const mostMore = 4.5 * 1024 * 1024
let world: World
beforeAll(async () => {
  world = await aWorld()
  const until = world.clock.now()
  await makeHistory(world.ownerUrl, { events, months: 2, seed: 'export', until, onProgress: () => {} })
  // What is remembered of statements, up to a number of them, is there then.
  await exported(world.auditor, 'jsonl')
}, 120_000)
afterAll(() => world.close())

it.each(exportFormats)(
  'holds no more at the end of a long export as %s than in its middle',
  async (format) => {
    const { bytes, ended } = await begun(world.auditor, format)
    let [chunks, sentSince, middle, highest] = [0, 0, 0, 0]
    for await (const chunk of bytes(atOnce)) {
      chunks += 1
      if (chunks === 15) middle = heldAfterCollection()
      if (chunks > 15) sentSince += chunk.length
      if (chunks > 15 && chunks % 5 === 0) highest = Math.max(highest, heldAfterCollection())
    }
    expect((await ended).rows).toBeGreaterThanOrEqual(events)
    expect(sentSince).toBeGreaterThan(mostMore)
    expect(highest - middle).toBeLessThan(mostMore)
  },
  60_000,
)
