import { expect, type Page } from '@playwright/test'
import { demoRows } from '../../app/cli/demo/table'
import { addDays, tokyoDay } from '../../app/platform/tokyo'
import { go, said, test } from './people'
import { field, file, fillIn, row } from './shop-work'

/** The demo's order whose number ends so; the front of it is the day of the order. */
function demoOrder(tail: string): string {
  const row = demoRows.find(([, , , end]) => end === tail)
  if (!row) throw new Error(`no order ${tail}`)
  const day = addDays(tokyoDay(new Date()), -row[1])
  return `P${day.slice(2).replaceAll('-', '')}${tail}`
}

/** What stands beside the form. */
function summary(page: Page) {
  return page.locator('section').filter({ has: page.getByRole('heading', { name: '送信前の確認' }) })
}

test('a wish that Kuroneko bears out is foreseen to be applied, and the request shows its answer', async ({
  signedIn,
}) => {
  const shop = await signedIn('shop')
  // 仮売上 here, settled there.
  const orderNumber = demoOrder('095502277651')
  await go(shop, '/requests/new')
  await fillIn(row(shop, 1), { orderNumber })
  await expect(summary(shop)).toContainText('精算確定（31）・5,480円')
  await expect(summary(shop)).not.toContainText('見込み')
  await fillIn(row(shop, 1), {
    paymentStatus: '決済完了',
    shippingStatus: '変更なし',
    kuronekoStatus: '実売上済み',
    reason: 'クロネコの管理画面で売上を確定したため',
  })
  await expect(said(shop, '反映できる見込みです')).toBeVisible()
  await file(shop)
  await expect(said(shop, '1件を受け付けました')).toBeVisible()
  await expect(shop.getByText('精算確定（31）・5,480円')).toBeVisible()
  await expect(shop.getByText('反映できる見込みです')).toBeVisible()
})

test('where the ordinary cancellation does it, the form says so and leads there', async ({ signedIn }) => {
  const shop = await signedIn('shop')
  // 仮売上 here, authorised there.
  const orderNumber = demoOrder('081204417733')
  await go(shop, '/requests/new')
  await fillIn(row(shop, 1), {
    orderNumber,
    paymentStatus: '注文キャンセル',
    shippingStatus: '注文キャンセル',
    kuronekoStatus: '与信済み',
    reason: '購入者のご都合によるキャンセルのため',
  })
  await expect(said(shop, 'このままでは反映できません')).toBeVisible()
  await expect(summary(shop)).toContainText('与信完了（4）・3,240円')
  await expect(summary(shop)).toContainText('反映できない見込みの依頼が1件あります')
  await expect(shop.getByRole('button', { name: '1件を依頼する' })).toBeEnabled()
  await summary(shop).getByRole('link', { name: 'キャンセル処理へ' }).click()
  await expect(shop).toHaveURL(`/orders/${orderNumber}?do=cancel`)
})

test('a cancellation that Kuroneko does not know of is to be made there first', async ({ signedIn }) => {
  const shop = await signedIn('shop')
  // 決済完了 here, settled there.
  const orderNumber = demoOrder('103000777310')
  await go(shop, '/requests/new')
  await fillIn(row(shop, 1), {
    orderNumber,
    paymentStatus: '注文キャンセル',
    shippingStatus: '返送',
    kuronekoStatus: '決済キャンセル済み',
    reason: '返品を受け付け、取り消したため',
  })
  await expect(said(shop, 'このままでは反映できません')).toBeVisible()
  await expect(summary(shop)).toContainText('購入者への請求が残ります')
  await expect(summary(shop)).toContainText('先にクロネコの管理画面で決済を取り消し')
  // Another wish, another verdict, at once: nobody is asked again for it.
  await shop.route('**/requests/assess', (route) => route.abort())
  await field(row(shop, 1), 'paymentStatus').selectOption('変更なし')
  await field(row(shop, 1), 'kuronekoStatus').selectOption('実売上済み')
  await expect(summary(shop)).not.toContainText('購入者への請求が残ります')
})

test('when nothing can be asked, the form says that filing goes on', async ({ signedIn }) => {
  const shop = await signedIn('shop')
  const orderNumber = demoOrder('103000777310')
  await shop.route('**/requests/assess', (route) => route.abort())
  await go(shop, '/requests/new')
  await fillIn(row(shop, 1), { orderNumber })
  await expect(summary(shop)).toContainText(
    'いまは照会できません。依頼はそのまま受け付け、あとで確認します。',
  )
  await shop.unroute('**/requests/assess')
  await summary(shop).getByRole('button', { name: 'もう一度照会する' }).click()
  await expect(summary(shop)).toContainText('（31）')
})

test('without JavaScript the verdict comes with the look-up', async ({ signedIn }) => {
  const shop = await signedIn('shop', { javaScriptEnabled: false })
  const orderNumber = demoOrder('103000777310')
  await shop.goto('/requests/new')
  await fillIn(row(shop, 1), {
    orderNumber,
    paymentStatus: '注文キャンセル',
    shippingStatus: '返送',
    kuronekoStatus: '決済キャンセル済み',
    reason: '返品を受け付け、取り消したため',
  })
  await shop.getByRole('button', { name: '注文を確認する' }).click()
  await expect(said(shop, 'このままでは反映できません')).toBeVisible()
  await expect(summary(shop)).toContainText('購入者への請求が残ります')
})
