import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStates } from '~/corrections/life'
import { withdraw } from '~/corrections/withdraw.server'
import { daysLeftToCapture } from '~/orders/capture-period'
import { listOrders, orderFilterSchema } from '~/orders/list.server'
import { addDays, startOfTokyoDay, tokyoDay } from '~/platform/tokyo'
import type { Desk } from '~/staff/desk.server'
import { filed } from '../audit/errands'
import { aRow } from '../audit/world'
import { testDatabase } from '../database'
import { aDesk, anOrder, aShop, today, withOrders } from './world'

let database: Awaited<ReturnType<typeof testDatabase>>
let merchant: Desk

/** Ordered so that it has so many days left today. */
const withLeft = (days: number) => ({ orderedAt: startOfTokyoDay(addDays(tokyoDay(today), days - 58)) })

beforeAll(async () => {
  database = await testDatabase()
  const shop = await aShop(database.db, 'filters')
  merchant = await aDesk(database.db, 'merchant', shop)
  await withOrders(database.db, [
    ...[-1, 0, 1, 2, 3, 7, 8].map((left) => anOrder(shop, `LEFT${left}`, withLeft(left))),
    anOrder(shop, 'CAPTURED', { ...withLeft(1), paymentStatus: 'captured' }),
    ...[999, 1000, 12_100, 12_101].map((amount) => anOrder(shop, `YEN${amount}`, { amount })),
    anOrder(shop, 'ASKED', { paymentStatus: 'captured' }),
    anOrder(shop, 'TAKENBACK', { paymentStatus: 'captured' }),
  ])
  await filed(merchant, shop, aRow('ASKED'))
  const reference = await filed(merchant, shop, aRow('TAKENBACK'))
  await withdraw(merchant, reference)
})
afterAll(() => database.close())

async function rows(address: Record<string, string>) {
  const page = await listOrders(merchant, orderFilterSchema.parse(address), openStates)
  return page?.rows ?? []
}
const numbers = async (address: Record<string, string>) =>
  (await rows(address)).map(({ number }) => number).sort()

describe('the list narrowed by', () => {
  it.each([
    ['0', ['LEFT0']],
    ['1', ['LEFT0', 'LEFT1']],
    ['3', ['LEFT0', 'LEFT1', 'LEFT2', 'LEFT3']],
    ['7', ['LEFT0', 'LEFT1', 'LEFT2', 'LEFT3', 'LEFT7']],
  ])('at most %s days left to capture', async (left, found) => {
    const shown = await rows({ left })
    expect(shown.map(({ number }) => number).sort()).toEqual(found)
    for (const { orderedAt } of shown) {
      expect(daysLeftToCapture(orderedAt, today)).toBeLessThanOrEqual(Number(left))
    }
  })

  it('days left and another payment status, which nothing has', async () => {
    expect(await numbers({ left: '7', payment: 'captured' })).toEqual([])
  })

  it('days left and a period, both of which count', async () => {
    const day = tokyoDay(withLeft(2).orderedAt)
    expect(await numbers({ left: '7', from: day, to: day })).toEqual(['LEFT2'])
  })

  it.each([
    [{ min: '1000', max: '12,100' }, ['YEN1000', 'YEN12100']],
    [{ min: '１２，１０１' }, ['YEN12101']],
    [{ max: '¥999' }, ['YEN999']],
    [{ q: 'YEN', min: 'a lot', max: '' }, ['YEN1000', 'YEN12100', 'YEN12101', 'YEN999']],
    [{ min: '12102' }, []],
  ])('the amounts %j', async (address, found) => {
    expect(await numbers({ q: 'YEN', ...address })).toEqual(found)
  })

  it('a request that is not decided, which each row names', async () => {
    const found = await rows({ request: '1' })
    expect(found.map(({ number, requests }) => [number, requests.length])).toEqual([['ASKED', 1]])
    expect((await rows({ q: 'TAKENBACK' }))[0]?.requests).toEqual([])
  })
})
