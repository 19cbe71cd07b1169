import { expect } from '@playwright/test'
import { decisions } from './desk-work'
import { newOrder, newOrders } from './orders'
import { people, said, signIn, test } from './people'
import { cancelled, expectFilledIn, field, file, filed, fillIn, post, row } from './shop-work'

const plain = { javaScriptEnabled: false }

test('one signs in, gets the password wrong first, and signs out again', async ({ browser }) => {
  const context = await browser.newContext(plain)
  const page = await context.newPage()
  await page.goto('/desk?view=closed')
  await page.locator('input[type=email]').fill(people.lead)
  await page.locator('input[type=password]').fill('wrong')
  await page.locator('input[type=password]').press('Enter')
  await expect(page.getByRole('alert')).toBeVisible()
  await signIn(page, 'lead')
  await expect(page).toHaveURL('/desk?view=closed')
  await page.locator('summary').first().click()
  await page.getByRole('button', { name: 'サインアウト' }).click()
  await expect(page).toHaveURL('/sign-in')
  await page.goto('/desk')
  await expect(page).toHaveURL(/\/sign-in/)
  await context.close()
})

test('a shop files a form that grew and shrank, and an error loses nothing', async ({ signedIn }) => {
  const page = await signedIn('shop', plain)
  const [first, second] = await newOrders(page, [{}, {}])
  const wishes = [cancelled(first?.number ?? ''), cancelled(second?.number ?? '')] as const
  await page.goto('/requests/new')
  await fillIn(row(page, 1), wishes[0])
  await page.getByRole('button', { name: '注文を追加' }).click()
  await page.getByRole('button', { name: '注文を追加' }).click()
  await fillIn(row(page, 3), { ...wishes[1], reason: '' })
  await page.getByRole('button', { name: '2件目を削除' }).click()
  await expect(row(page, 3)).toHaveCount(0)
  await expectFilledIn(row(page, 1), wishes[0])

  await file(page, 2)
  await expect(page.getByRole('alert')).toContainText('2件目: 経緯など、ご事情を入力してください。')
  await expect(field(row(page, 2), 'reason')).toHaveAccessibleDescription(
    /経緯など、ご事情を入力してください。/,
  )
  await expectFilledIn(row(page, 1), wishes[0])
  await expectFilledIn(row(page, 2), { ...wishes[1], reason: '' })
  await expect(row(page, 1).getByText('見つかりました')).toBeVisible()
  await fillIn(row(page, 2), { reason: wishes[1].reason })
  await file(page, 2)
  await expect(said(page, '2件を受け付けました')).toBeVisible()
})

test('a pasted post is read by a press, carried into the form, and filed', async ({ signedIn }) => {
  const page = await signedIn('shop', plain)
  const order = await newOrder(page)
  await page.goto('/requests/new')
  await page.getByRole('link', { name: '貼り付け' }).click()
  const text = post({ ...cancelled(order.number), paymentStatus: 'キャンセル済' })
  await page.getByLabel('依頼の文面').fill(text)
  await page.getByRole('button', { name: '読み取る' }).click()
  await expect(page.getByText('1件を読み取りました')).toBeVisible()
  await expect(page.getByLabel('依頼の文面')).toHaveValue(text)
  await expect(page.getByText('「キャンセル済」を「注文キャンセル」として読み取りました')).toBeVisible()
  await page.getByRole('button', { name: '1件を入力欄に移す' }).click()
  await expectFilledIn(row(page, 1), cancelled(order.number))
  await row(page, 1).getByRole('button', { name: '確認しました' }).click()
  await expectFilledIn(row(page, 1), cancelled(order.number))
  await file(page)
  await expect(said(page, '1件を受け付けました')).toBeVisible()
})

test('an agent asks, a shop answers, and the agent approves, by links and forms alone', async ({
  signedIn,
}) => {
  const shop = await signedIn('shop', plain)
  const order = await newOrder(shop)
  const reference = await filed(shop, order.number)
  const agent = await signedIn('agent', plain)
  await agent.goto('/desk?shop=hananoya')
  await agent.getByRole('link', { name: new RegExp(reference) }).click()
  await agent.getByRole('button', { name: '担当する' }).click()
  await expect(agent.getByText(`${reference}の担当になりました`)).toBeVisible()
  await decisions(agent).getByRole('link', { name: '質問する' }).click()
  await agent.getByLabel('店舗への質問').fill('いつ取り消しましたか。')
  await agent.getByRole('button', { name: '質問を送る' }).click()
  await expect(agent.getByText(`${reference}の質問を店舗に送りました`)).toBeVisible()

  await shop.goto(`/requests/${reference}`)
  await shop.getByLabel('回答').fill('昨日です。')
  await shop.getByRole('button', { name: '回答する' }).click()
  await expect(shop.getByText('回答しました。審査が再開します。')).toBeVisible()

  await agent.reload()
  await decisions(agent).getByRole('link', { name: '反映する' }).click()
  await expect(agent.getByText('この内容で反映しますか?')).toBeVisible()
  await decisions(agent).getByRole('button', { name: '反映する' }).click()
  await expect(agent.getByText(`${reference}を反映しました`)).toBeVisible()
  await agent.getByRole('link', { name: '履歴を見る' }).click()
  await expect(agent.getByText('が見た目上のステータス変更を反映しました')).toBeVisible()
})

test('a shop takes a request back after being asked', async ({ signedIn }) => {
  const shop = await signedIn('shop', plain)
  const reference = await filed(shop, (await newOrder(shop)).number)
  await shop.goto(`/requests/${reference}`)
  await shop.locator('summary', { hasText: '依頼を取り下げる' }).click()
  await expect(shop.getByText('取り下げた依頼は元に戻せません。')).toBeVisible()
  await shop.getByRole('button', { name: '取り下げる', exact: true }).click()
  await expect(shop.getByText(`${reference} を取り下げました`)).toBeVisible()
})
