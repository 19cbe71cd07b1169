import { randomUUID } from 'node:crypto'
import { expect, type Locator, type Page } from '@playwright/test'
import { formLabels } from '../../app/corrections/wishes'
import { go } from './people'

/** What shops do: fill the form in, paste the post they used to write, answer. */

export type Wish = {
  orderNumber: string
  paymentStatus: string
  shippingStatus: string
  kuronekoStatus: string
  reason: string
}

/** Cancelled at Kuroneko, and so to be shown; the most usual request. */
export function cancelled(orderNumber: string): Wish {
  return {
    orderNumber,
    paymentStatus: '注文キャンセル',
    shippingStatus: '変更なし',
    kuronekoStatus: '決済キャンセル済み',
    reason: 'クロネコ側で実売上後のキャンセルに成功したため',
  }
}

/** The place of one order on the form, counted from 1. */
export function row(page: Page, place: number): Locator {
  return page.getByRole('group', { name: `${place}件目` })
}

export async function fillIn(row: Locator, wish: Partial<Wish>): Promise<void> {
  const { orderNumber, paymentStatus, shippingStatus, kuronekoStatus, reason } = wish
  if (orderNumber !== undefined) await field(row, 'orderNumber').fill(orderNumber)
  if (paymentStatus) await field(row, 'paymentStatus').selectOption(paymentStatus)
  if (shippingStatus) await field(row, 'shippingStatus').selectOption(shippingStatus)
  if (kuronekoStatus) await field(row, 'kuronekoStatus').selectOption(kuronekoStatus)
  if (reason !== undefined) await field(row, 'reason').fill(reason)
}

/** A control by its Japanese label, which the English page shows as well. */
export function field(row: Locator, name: keyof typeof formLabels): Locator {
  return row.getByLabel(formLabels[name])
}

export async function expectFilledIn(row: Locator, wish: Wish): Promise<void> {
  await expect(field(row, 'orderNumber')).toHaveValue(wish.orderNumber)
  await expect(field(row, 'paymentStatus').locator('option:checked')).toHaveText(wish.paymentStatus)
  await expect(field(row, 'shippingStatus').locator('option:checked')).toHaveText(wish.shippingStatus)
  await expect(field(row, 'kuronekoStatus').locator('option:checked')).toHaveText(wish.kuronekoStatus)
  await expect(field(row, 'reason')).toHaveValue(wish.reason)
}

export async function file(page: Page, count = 1): Promise<void> {
  await page.getByRole('button', { name: `${count}件を依頼する` }).click()
}

/** Files one request without looking at the form, for errands that begin afterwards. */
export async function filed(
  shop: Page,
  orderNumber: string,
  more: Partial<Record<'paymentStatus' | 'shippingStatus' | 'kuronekoStatus', string>> = {},
): Promise<string> {
  const wish = {
    paymentStatus: 'cancelled',
    shippingStatus: 'unchanged',
    kuronekoStatus: 'cancelled',
    ...more,
  }
  const fields = { ...wish, orderNumber, reason: 'クロネコ側で実売上後のキャンセルに成功したため' }
  const form: Record<string, string> = { intent: 'file', idempotencyKey: randomUUID() }
  for (const [name, value] of Object.entries(fields)) form[`requests.0.${name}`] = value
  const answer = await shop.request.post('/requests/new', { form, maxRedirects: 0 })
  const reference = /\/requests\/(MT-\d{4}-\d+)$/.exec(answer.headers().location ?? '')?.[1]
  if (!reference) throw new Error(`not filed: ${answer.status()}`)
  return reference
}

/** The template of the question board, as shops paste it. */
export function post(wish: Wish): string {
  return [
    `対象注文番号: ${wish.orderNumber}`,
    `ご希望の決済ステータス: ${wish.paymentStatus}`,
    `配送ステータス: ${wish.shippingStatus}`,
    `クロネコ側のステータス: ${wish.kuronekoStatus}`,
    `経緯など、ご事情: ${wish.reason}`,
  ].join('\n')
}

export async function paste(page: Page, text: string): Promise<void> {
  await go(page, '/requests/new?tab=paste')
  await page.getByLabel('依頼の文面').fill(text)
}

export async function answer(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: '回答' }).fill(words)
  await page.getByRole('button', { name: '回答する' }).click()
  await expect(page.getByText('回答しました。審査が再開します。')).toBeVisible()
}
