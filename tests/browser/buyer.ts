import { expect, type Page } from '@playwright/test'

/** What buyers do in a demo shop: the beginning of any story of an order. */

/** Numbers that the sandbox's card page takes, by what becomes of them. */
export const cards = { good: '4111111111111111', another: '5555555555554444', refused: '4000000000009995' }

const home = (shop: string) => `/shop/${shop}`

/** Signs in as a member of the shop's, and puts something into the cart. */
export async function fillCart(
  page: Page,
  product = 'どら焼き 12個入り',
  shop = 'hananoya',
  member = '架空 花子',
): Promise<void> {
  await page.goto(`${home(shop)}/sign-in`)
  await page.getByRole('button', { name: member }).click()
  await page.goto(home(shop))
  await page.getByRole('button', { name: `${product} をカゴに入れる` }).click()
  await expect(page).toHaveURL(`${home(shop)}/cart`)
}

/** From the cart to 【決済第二画面】 of the old form. */
export async function toSecondPage(page: Page): Promise<void> {
  await page.getByRole('link', { name: '旧決済画面で購入する' }).click()
  await page.getByLabel('郵便番号').fill('100-0001')
  await page.getByLabel('ご住所').fill('東京都千代田区架空町1-2-3')
  await page.getByRole('button', { name: '次の画面へ' }).click()
  await expect(page.getByRole('heading', { name: '【決済第二画面】' })).toBeVisible()
}

/** From the cart to お支払い方法 of Smart Checkout. */
export async function toPaymentStep(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Smart Checkoutで購入する' }).click()
  await page.getByLabel('郵便番号').fill('100-0001')
  await page.getByLabel('ご住所').fill('東京都千代田区架空町1-2-3')
  await page.getByRole('button', { name: '次へ' }).click()
  await expect(page).toHaveURL(/\/checkout\?step=2$/)
}

const cardWords = {
  ja: {
    toCard: 'カード情報の入力へ進む',
    number: 'カード番号',
    expiry: '有効期限',
    owner: '名義',
    code: 'セキュリティコード',
  },
  en: {
    toCard: 'Go on to the card page',
    number: 'Card number',
    expiry: 'Expiry',
    owner: 'Name on the card',
    code: 'Security code',
  },
}

/** On Kuroneko's own page. */
export async function typeCard(page: Page, card: string, language: 'ja' | 'en' = 'ja'): Promise<void> {
  const words = cardWords[language]
  await page.getByRole('link', { name: words.toCard }).click()
  await page.getByLabel(words.number).fill(card)
  await page.getByLabel(words.expiry).fill('12/30')
  await page.getByLabel(words.owner).fill('HANAKO KAKU')
  await page.getByLabel(words.code).fill('123')
  await page.locator('button[value=pay]').click()
}

/** The number of the order whose page is open. */
export async function orderNumber(page: Page): Promise<string> {
  await expect(page).toHaveURL(/\/orders\/P[\d]+$/)
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

/** Buys with a card that is typed, in the old form; the order is 仮売上 then. */
export async function buy(page: Page, { product = 'どら焼き 12個入り', save = false } = {}): Promise<string> {
  await fillCart(page, product)
  await toSecondPage(page)
  await page.getByLabel('新しいクレジットカードを利用する').check()
  await page.getByLabel('このクレジットカード情報を登録する').setChecked(save)
  return pay(page)
}

/** From 【決済第二画面】, or 確認 of Smart Checkout, to the order that is paid for by a card. */
export async function pay(page: Page): Promise<string> {
  await page.getByRole('button', { name: '注文する' }).click()
  const number = await orderNumber(page)
  await typeCard(page, cards.good)
  await expect(page.getByText('カード決済が承認されました。')).toBeVisible()
  return number
}

/** The same as a browser sends it without showing anything: an order by 銀行振込, and a cart that is filled again. */
export async function boughtQuietly(page: Page, shop = 'hananoya'): Promise<string> {
  const { request } = page
  const signIn = await (await request.get(`${home(shop)}/sign-in`)).text()
  const member = /name="member"[^>]*value="([0-9a-f-]{36})"/.exec(signIn)?.[1] ?? ''
  await request.post(`${home(shop)}/sign-in`, { form: { member } })
  const fill = () => request.post(`${home(shop)}`, { form: { code: 'HN-100', quantity: '1' } })
  await fill()
  const address = {
    ...{ 'buyer.name': '架空 花子', 'buyer.email': 'hanako@example.com', 'buyer.phone': '03-0000-0001' },
    ...{ intent: 'address', name: '架空 花子', postalCode: '100-0001', address: '東京都千代田区架空町1-2-3' },
  }
  await request.post(`${home(shop)}/first`, { form: address })
  const form = { intent: 'order', pay: 'bank_transfer' }
  const placed = await request.post(`${home(shop)}/second`, { form, maxRedirects: 0 })
  await fill()
  return placed.headers().location?.split('/').at(-1) ?? ''
}
