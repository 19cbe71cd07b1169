import { expect } from '@playwright/test'
import { buy, fillCart, pay, toPaymentStep, toSecondPage } from './buyer'
import { test } from './people'

test('a member buys with a new card and saves it, and deletes it by カード情報管理; the shop sees 仮売上', async ({
  browser,
  signedIn,
}) => {
  const context = await browser.newContext({ locale: 'ja-JP' })
  const page = await context.newPage()
  const number = await buy(page, { save: true })
  await fillCart(page)
  await toSecondPage(page)
  await expect(page.getByLabel(/\*1111/)).toBeChecked()
  await page.getByRole('link', { name: 'カード情報管理' }).click()
  await page.getByRole('link', { name: /1111 を削除/ }).click()
  await expect(page.getByText('削除してもよろしいですか?')).toBeVisible()
  await page.getByRole('button', { name: 'OK' }).click()
  await expect(page.getByText('カード情報は登録されていません。')).toBeVisible()
  await page.getByRole('link', { name: '閉じる' }).click()
  await expect(page).toHaveURL('/shop/hananoya/second')
  await context.close()
  const shop = await signedIn('shop')
  await shop.goto(`/orders/${number}`)
  await expect(shop.getByText('仮売上').first()).toBeVisible()
})

test('in Smart Checkout a member saves a new card, and deletes it by カード情報管理', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'ja-JP' })
  const page = await context.newPage()
  const toPayment = async () => {
    await fillCart(page, 'どら焼き 12個入り', 'hananoya', '見本 太郎')
    await toPaymentStep(page)
  }
  await toPayment()
  await page.getByLabel('新しいカードを利用する').check()
  await page.getByLabel('このカードを次回以降のお買い物でも利用する').check()
  await page.getByRole('button', { name: '次へ' }).click()
  await pay(page)
  await toPayment()
  await expect(page.getByLabel(/\*1111/)).toBeChecked()
  await page.getByRole('link', { name: 'カード情報管理' }).click()
  await page.getByLabel(/\*1111/).check()
  await page.getByRole('button', { name: 'このカードを削除する' }).click()
  await expect(page).toHaveURL('/shop/hananoya/checkout?step=2')
  await page.getByRole('link', { name: 'カード情報管理' }).click()
  await expect(page).toHaveURL('/shop/hananoya/checkout/cards')
  await expect(page.getByText('カード情報は登録されていません。')).toBeVisible()
  await context.close()
})
