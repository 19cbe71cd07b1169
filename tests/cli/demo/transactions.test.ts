import { describe, expect, test } from 'vitest'
import { demoDrifts } from '~/cli/demo/drifts'
import { demoOrders } from '~/cli/demo/orders'
import { demoShops } from '~/cli/demo/people'
import { demoRequests } from '~/cli/demo/request-table'
import { type DemoOrder, demoTransactions } from '~/cli/demo/transactions'
import { whyUnfit } from '~/kuroneko/number'

const now = new Date('2026-11-20T03:00:00.000Z')
const member = { id: 'member', role: 'merchant' }
const placed = { hananoya: { id: 'hananoya', member }, linne: { id: 'linne', member } }

/** The demo's orders before any request of theirs is applied. */
const orders: DemoOrder[] = demoOrders(now, placed).map((order) => ({
  ...order,
  shop: order.shopId === 'linne' ? demoShops.linne : demoShops.hananoya,
  kuronekoOrderNumber: order.kuronekoOrderNumber ?? null,
}))
const transactions = demoTransactions(orders, now)

function statusOf(order: DemoOrder): number | null {
  const found = transactions.find(
    ({ traderCode, orderNo }) =>
      traderCode === order.shop.traderCode && orderNo === (order.kuronekoOrderNumber ?? order.number),
  )
  return found?.statusInfo ?? null
}

const orderEnding = (shop: string, tail: string) =>
  orders.find((order) => order.shop.code === shop && order.number.endsWith(tail))

test('each drift and each request is about an order that is there', () => {
  for (const [shop, tail] of [
    ...demoDrifts,
    ...demoRequests.map(({ shop, tail }): [string, string] => [shop, tail]),
  ]) {
    expect(orderEnding(shop, tail), tail).toBeDefined()
  }
})

test('each transaction has a number that Kuroneko can have, once for each trader', () => {
  expect(transactions.length).toBeGreaterThan(50)
  const keys = transactions.map(({ traderCode, orderNo }) => `${traderCode} ${orderNo}`)
  expect(new Set(keys).size).toBe(keys.length)
  expect(transactions.map(({ orderNo }) => whyUnfit(orderNo)).filter(Boolean)).toEqual([])
  expect(transactions.every(({ renewedAt }) => renewedAt <= now.toISOString())).toBe(true)
})

describe('what Kuroneko has beside what the order shows', () => {
  const met = new Set(orders.map((order) => `${order.paymentStatus} ${statusOf(order)}`))
  test.each([
    ['authorized', [4, 13, 17, 30, 31, 40, null]],
    ['captured', [4, 12, 16, 30, 31, 40, null]],
    ['cancelled', [4, 16, 31, 40, null]],
    ['authorization_expired', [4, 31, 40]],
    ['failed', [16, 31, 40]],
    ['incomplete', [13, 20, 31]],
  ])('%s', (shown, statuses) => {
    expect(statuses.filter((status) => !met.has(`${shown} ${status}`))).toEqual([])
  })

  test('amounts and payment methods differ somewhere', () => {
    const amounts = new Map(orders.map((order) => [order.number, order.amount]))
    const others = transactions.filter(({ orderNo, amount }) => amounts.get(orderNo) !== amount)
    expect(others.length).toBeGreaterThanOrEqual(2)
    expect(transactions.filter(({ settleMethodDiv }) => settleMethodDiv !== '0').length).toBeGreaterThan(1)
  })
})

test('nothing is known of imported orders, nor of a legacy number without one at Kuroneko', () => {
  const unasked = orders.filter(({ kuronekoOrderNumber }) => kuronekoOrderNumber === null)
  expect(unasked.length).toBe(3)
  expect(unasked.map(statusOf)).toEqual([null, null, null])
})

test('Kuroneko has what the requests claim, apart from three lies', () => {
  const claimed: Record<string, number[]> = { cancelled: [40], captured: [30, 31], failed: [13] }
  const lies = demoRequests.filter(({ shop, tail, row }) => {
    const order = orderEnding(shop, tail)
    return !claimed[row.kuronekoStatus]?.includes((order && statusOf(order)) ?? -1)
  })
  expect(lies.map(({ tail }) => tail)).toEqual(['200915523360', '091733602914', '160622918850'])
})
