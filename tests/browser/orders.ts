import { type APIRequestContext, expect, type Page } from '@playwright/test'
import { addDays, tokyoDay } from '../../app/platform/tokyo'

/** Orders that an errand has for itself, so that no two errands meet on one. The shop imports them, as shops do. */

export type Ordered = {
  number: string
  payment: '仮売上' | '決済完了' | '注文キャンセル' | '仮売上期限切れ'
  shipping: '未配送' | '配送完了' | 'キャンセル'
  amount: number
  /** Of the payment method, in the amount. */
  fee: number
}

const headings = '注文番号,日付,決済ステータス,配送ステータス,合計金額,手数料'
const orderedOn = addDays(tokyoDay(new Date()), -3)
let count = 0

/**
 * Imports an order for each of `wanted`: 仮売上, 未配送, ¥4,800 unless told. Kuroneko does not know them, so that to cancel
 * one needs a look and nothing more (`verdicts.md`).
 */
export async function newOrders(shop: Page, wanted: Partial<Ordered>[]): Promise<Ordered[]> {
  const orders = wanted.map((more): Ordered => ({ ...usual(), ...more }))
  await importOrders(shop.request, csvOf(orders))
  return orders
}

export async function newOrder(shop: Page, wanted: Partial<Ordered> = {}): Promise<Ordered> {
  const [order] = await newOrders(shop, [wanted])
  if (!order) throw new Error('no order was made')
  return order
}

function usual(): Ordered {
  count += 1
  const tail = `${String(Date.now()).slice(-9)}${String(count % 1000).padStart(3, '0')}`
  const number = `P${orderedOn.slice(2).replaceAll('-', '')}${tail}`
  return { number, payment: '仮売上', shipping: '未配送', amount: 4800, fee: 0 }
}

/** The file that the platform would hand out for these orders. */
export function csvOf(orders: Ordered[]): string {
  const lines = orders.map(({ number, payment, shipping, amount, fee }) =>
    [number, orderedOn.replaceAll('-', '/'), payment, shipping, amount, fee].join(','),
  )
  return [headings, ...lines, ''].join('\r\n')
}

/** What the import page's two forms send: the file first, then the word to go ahead. */
async function importOrders(shop: APIRequestContext, csv: string): Promise<void> {
  const upload = { name: 'orders.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) }
  const checked = await shop.post('/orders/import', { multipart: { upload }, maxRedirects: 0 })
  const file = new URL(checked.headers().location ?? '', 'http://mitame.invalid').searchParams.get('file')
  const done = await shop.post('/orders/import', { form: { file: file ?? '' }, maxRedirects: 0 })
  expect(done.headers().location, 'the import was taken').toBe('/orders')
}

/** A number as somebody types it with a Japanese keyboard, in lower case. */
export function fullWidth(number: string): string {
  return number.toLowerCase().replace(/[a-z0-9]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
}
