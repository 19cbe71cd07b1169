import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyLog } from '~/audit/verify.server'
import { matchWaiting } from '~/corrections/match.server'
import { approved, filed } from '../audit/errands'
import { anOrder, aRow, aWorld, type World } from '../audit/world'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

it('gives a request its order once that has been imported, and lets it be applied', async () => {
  const early = await filed(world.merchant, world.shop, aRow('ｐ77'))
  expect(await matchWaiting(world.merchant, world.shop)).toEqual([])
  const orderId = await anOrder(world.db, world.shop, 'P77')
  await anOrder(world.db, world.otherShop, 'P77')
  expect(await matchWaiting(world.otherMerchant, world.otherShop)).toEqual([])
  expect(await matchWaiting(world.merchant, world.shop)).toEqual([early])
  const where = { reference: early }
  expect(await world.db.correctionRequest.findUnique({ where })).toMatchObject({
    orderId,
    numberMatch: 'normalised',
  })
  expect(await approved(world.agent, early)).toMatchObject({ ok: true, state: 'applied' })
})

it('leaves a request unmatched while the order has another open one', async () => {
  const early = await filed(world.merchant, world.shop, aRow('P78'))
  await anOrder(world.db, world.shop, 'P78')
  const late = await filed(world.merchant, world.shop, aRow('P78'))
  expect(late).not.toBe(early)
  expect(await matchWaiting(world.merchant, world.shop)).toEqual([])
})

it('leaves a clean log', async () => {
  const faults: unknown[] = []
  await verifyLog(world.db, (fault) => faults.push(fault))
  expect(faults).toEqual([])
})
