import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { approve } from '~/corrections/approve.server'
import { claim } from '~/corrections/claim.server'
import { digestOf, filed } from '../audit/errands'
import { anOrder, aRow, aWorld, type World } from '../audit/world'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

it('nothing is applied while an operation of the order waits for Kuroneko', async () => {
  const orderId = await anOrder(world.db, world.shop, 'P-WAITS')
  const reference = await filed(world.merchant, world.shop, aRow('P-WAITS'))
  await claim(world.agent, reference)
  const digest = await digestOf(world.agent, reference)
  const approval = { reference, action: 'approve', digest } as const
  const operation = await world.db.orderOperation.create({
    data: {
      id: uuidv7(),
      orderId,
      kind: 'cancel',
      input: {},
      startedRole: 'merchant',
      via: 'web',
      startedAt: world.clock.now(),
    },
  })
  expect(await approve(world.agent, { ...approval, idempotencyKey: 'a' })).toEqual({
    ok: false,
    refusal: 'under_way',
  })
  const finished = { state: 'not_done', finishedAt: world.clock.now() } as const
  await world.db.orderOperation.update({ where: { id: operation.id }, data: finished })
  expect(await approve(world.agent, { ...approval, idempotencyKey: 'b' })).toMatchObject({ ok: true })
})
