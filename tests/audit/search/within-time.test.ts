import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withinTime } from '~/audit/search/within-time.server'
import { aWorld, type World } from '../world'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

describe('a read with a limit', () => {
  it('gives up where the database takes longer, and the next one is not affected', async () => {
    expect(await withinTime(world.db, 20, (tx) => tx.$queryRaw`SELECT 1 FROM pg_sleep(5)`)).toBeNull()
    expect(await withinTime(world.db, 5_000, (tx) => tx.$queryRaw`SELECT 1 AS one`)).toEqual([{ one: 1 }])
  })

  it('does not hide what is wrong', async () => {
    await expect(withinTime(world.db, 5_000, (tx) => tx.$queryRaw`SELECT 57014 / 0`)).rejects.toThrow()
  })
})
