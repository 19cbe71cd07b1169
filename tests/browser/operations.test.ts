import AxeBuilder from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { cards, orderNumber, typeCard } from './buyer'
import { authorised } from './kuroneko'
import { newOrder } from './orders'
import { go, said, test } from './people'

/** The ordinary operations, as a shop makes them on the page of one order. */

test('a shop ships and captures, is refused a cancellation and finds the way out', async ({ signedIn }) => {
  const page = await signedIn('shop')
  const order = await newOrder(page)
  await authorised(page, order)
  await go(page, `/orders/${order.number}`)

  await page.getByRole('link', { name: '配送ステータスを変更する' }).click()
  const slip = page.getByLabel('伝票番号', { exact: true })
  await slip.fill('123')
  await page.getByRole('button', { name: '確認', exact: true }).click()
  await expect(page.getByText('ヤマト運輸の伝票番号は12桁です')).toBeVisible()
  await slip.fill('４７１０-0234-5671')
  await expect(page.getByText('「471002345671」として登録します。')).toBeVisible()
  await page.getByRole('button', { name: '確認', exact: true }).click()
  const question = page.getByRole('alertdialog', { name: '配送ステータスを変更してもよろしいですか?' })
  await question.getByRole('button', { name: '変更', exact: true }).click()
  await expect(said(page, '配送ステータスを更新しました')).toBeVisible()
  await expect(page.getByRole('cell', { name: '471002345671' })).toBeVisible()

  await page.getByRole('link', { name: '売上を確定する' }).click()
  await expect(page.getByText('送る伝票番号: 471002345671')).toBeVisible()
  await page.getByRole('button', { name: '売上を確定する' }).click()
  await expect(said(page, '売上を確定しました')).toBeVisible()

  await expect(page.getByRole('button', { name: 'キャンセルする' })).toBeDisabled()
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
  await page.getByRole('link', { name: '注文キャンセルへの変更を依頼' }).click()
  await expect(page.getByLabel('対象注文番号')).toHaveValue(order.number)
  await expect(page.getByLabel('クロネコ側のステータス').first()).toHaveValue('cancelled')
})

test('after 注文キャンセル the payment method is changed, the fee is to be checked, and the delivery goes on as 未配送', async ({
  signedIn,
}) => {
  const page = await signedIn('shop')
  const order = await newOrder(page, { amount: 5130, fee: 330 })
  await authorised(page, order)
  await go(page, `/orders/${order.number}?do=cancel`)
  await page.getByRole('button', { name: '決済を取り消してキャンセルする' }).click()
  await expect(said(page, '注文をキャンセルし、クロネコの決済も取り消しました')).toBeVisible()

  await page.getByRole('link', { name: '決済方法を変更する' }).click()
  await expect(page.getByText('手数料は0円になり、注文金額は 5,130円 → 4,800円 になります。')).toBeVisible()
  await page.getByLabel('銀行振込').check()
  await page.getByRole('button', { name: '確認', exact: true }).click()
  const question = page.getByRole('alertdialog', { name: '決済方法を変更しますか?' })
  await question.getByRole('button', { name: '変更する' }).click()
  await expect(said(page, '決済方法を銀行振込に変更しました')).toBeVisible()
  await expect(page.getByText('手数料は0円になりました。注文金額は 4,800円 です。')).toBeVisible()

  await page.getByRole('link', { name: '未配送に戻す' }).click()
  await page.getByRole('button', { name: '未配送に戻す' }).click()
  await expect(said(page, '配送ステータスを未配送に戻しました')).toBeVisible()
  await expect(page.getByRole('link', { name: '配送ステータスを変更する' })).toBeVisible()
})

/** Eleven digits and what is left of them divided by 7. */
const slip = `47100400001${47_100_400_001 % 7}`

test('in English an order is bought, shipped and captured', async ({ browser, signedIn }) => {
  const context = await browser.newContext({ locale: 'en-US' })
  const buyer = await context.newPage()
  await buyer.goto('/shop/hananoya')
  await buyer.getByRole('button', { name: 'Add どら焼き 12個入り to the cart' }).click()
  await buyer.getByRole('link', { name: 'Buy with Smart Checkout' }).click()
  const form = { Name: 'Hanako Kaku', 'Mail address': 'hanako@example.com', 'Phone number': '03-0000-0001' }
  const place = { 'Recipient’s name': 'Hanako Kaku', 'Postal code': '100-0001', Address: '1-2-3 Kakucho' }
  for (const [label, typed] of Object.entries({ ...form, ...place })) {
    await buyer.getByRole('textbox', { name: new RegExp(`^${label}`) }).fill(typed)
  }
  await buyer.getByRole('button', { name: 'Next', exact: true }).click()
  await buyer.getByLabel('Use a new card').check()
  await buyer.getByRole('button', { name: 'Next', exact: true }).click()
  await buyer.getByRole('button', { name: 'Place the order' }).click()
  const number = await orderNumber(buyer)
  await typeCard(buyer, cards.good, 'en')
  await expect(buyer.getByText('The card payment was accepted.')).toBeVisible()
  await context.close()

  const shop = await signedIn('shop', { locale: 'en-US' })
  await go(shop, `/orders/${number}`)
  await shop.getByRole('link', { name: 'Change the shipping status' }).click()
  await shop.getByRole('textbox', { name: 'Slip number' }).fill(slip)
  await shop.getByRole('button', { name: 'Continue', exact: true }).click()
  const question = shop.getByRole('alertdialog', { name: 'Change the shipping status?' })
  await question.getByRole('button', { name: 'Change', exact: true }).click()
  await expect(said(shop, 'The shipping status was updated')).toBeVisible()
  await shop.getByRole('link', { name: 'Capture the sale' }).click()
  await expect(shop.getByText(`Slip numbers sent: ${slip}`)).toBeVisible()
  await shop.getByRole('button', { name: 'Capture the sale' }).click()
  await expect(said(shop, 'The sale was captured')).toBeVisible()
})
