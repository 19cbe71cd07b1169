import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginBulk } from '~/orders/operations/bulk/begin.server'
import { runBulk } from '~/orders/operations/bulk/run.server'
import { dryRun, leftRows, recentBulks, viewBulk } from '~/orders/operations/bulk/view.server'
import type { Desk } from '~/staff/desk.server'
import { testDatabase } from '../../database'
import { aKuroneko, answered } from '../../kuroneko-double'
import { aDesk, anOrder, aShop, withOrders } from '../world'

let database: Awaited<ReturnType<typeof testDatabase>>
let merchant: Desk
let shopId: string
const slip = '471002345671'

beforeAll(async () => {
  database = await testDatabase()
  shopId = await aShop(database.db, 'view')
  merchant = { ...(await aDesk(database.db, 'merchant', shopId)), kuroneko: aKuroneko(answered(4, 5000)) }
  await withOrders(database.db, [
    anOrder(shopId, 'READY', {
      amount: 7000,
      deliveries: [
        { status: 'shipped', slipNumber: slip, carrier: 'ヤマト運輸' },
        { status: 'returned', slipNumber: '471002345682', carrier: 'ヤマト運輸' },
      ],
    }),
    anOrder(shopId, 'PAID', { paymentStatus: 'captured' }),
    anOrder(shopId, 'SAGAWA', {
      deliveries: [{ status: 'unshipped', slipNumber: null, carrier: '佐川急便' }],
    }),
  ])
})
afterAll(() => database.close())

describe('the dry run', () => {
  it('shows each order as it stands, with the slips that a capture sends', async () => {
    const dry = await dryRun(merchant, 'capture', [{ number: 'READY' }, { number: 'NONE' }])
    expect(dry?.rows).toMatchObject([
      {
        number: 'READY',
        refusal: null,
        order: { amount: 7000, deliveries: ['shipped', 'returned'] },
        slips: [slip],
      },
      { number: 'NONE', refusal: 'not_found', order: null, slips: [] },
    ])
  })

  it('offers the carrier that a delivery already has', async () => {
    const dry = await dryRun(merchant, 'ship', [{ number: 'SAGAWA' }])
    expect(dry?.rows.map(({ carrier, refusal }) => [carrier, refusal])).toEqual([['sagawa', null]])
  })

  it("is the shop's own people's only", async () => {
    expect(await dryRun(await aDesk(database.db, 'agent'), 'ship', [{ number: 'READY' }])).toBeNull()
  })
})

describe('a run', () => {
  it('tells how far it is, then the result of every row', async () => {
    const begun = await beginBulk(merchant, 'capture', [{ number: 'READY' }, { number: 'PAID' }])
    if (!begun.ok) throw new Error(begun.refusal)
    const before = await viewBulk(merchant, begun.runId)
    expect(before).toMatchObject({ finishedAt: null, counts: { all: 2, waiting: 1, done: 0, left: 1 } })
    await runBulk(merchant, begun.runId)
    const after = await viewBulk(merchant, begun.runId)
    expect(after).toMatchObject({ counts: { all: 2, waiting: 0, done: 1, left: 1, underWay: 0 } })
    expect(after?.items.map(({ order, state, reason }) => [order.number, state, reason])).toEqual([
      ['READY', 'done', null],
      ['PAID', 'refused', 'already_captured'],
    ])
    expect(await recentBulks(merchant)).toMatchObject([{ id: begun.runId, _count: { items: 2 } }])
  })

  it('gives back what was typed for the rows that were not carried out', async () => {
    const [ready, wrong] = [
      { number: 'READY', slipNumber: slip },
      { number: 'SAGAWA', slipNumber: '12A' },
    ]
    const begun = await beginBulk(merchant, 'ship', [ready, { ...wrong, carrier: 'yamato' }])
    if (!begun.ok) throw new Error(begun.refusal)
    await runBulk(merchant, begun.runId)
    expect(await leftRows(merchant, begun.runId)).toMatchObject([
      expect.objectContaining({ number: 'READY' }),
      { number: 'SAGAWA', delivery: 0, slipNumber: '12A', carrier: 'yamato' },
    ])
  })

  it('is nobody else’s', async () => {
    const [own] = await recentBulks(merchant)
    const other = await aDesk(database.db, 'merchant', await aShop(database.db, 'other-view'))
    expect(await viewBulk(other, own?.id ?? '')).toBeNull()
    expect(await viewBulk(await aDesk(database.db, 'agent'), own?.id ?? '')).toBeNull()
    expect(await leftRows(other, own?.id ?? '')).toEqual([])
    expect(await viewBulk(merchant, 'nonsense')).toBeNull()
    expect(await recentBulks(other)).toEqual([])
  })
})
