import { expect } from '@playwright/test'
import { claim, decisions, open } from './desk-work'
import { newOrder, newOrders } from './orders'
import { alive, go, said, sessionLapses, signIn, test } from './people'
import { cancelled, expectFilledIn, field, file, filed, fillIn, row } from './shop-work'

test('a half-filled form survives a reload and another page, and goes when it is discarded', async ({
  signedIn,
}) => {
  const shop = await signedIn('shop')
  const [order] = await newOrders(shop, [{}])
  const wish = { ...cancelled(order?.number ?? ''), reason: '書きかけ' }
  await go(shop, '/requests/new')
  await fillIn(row(shop, 1), wish)
  await shop.getByRole('button', { name: '注文を追加' }).click()
  await field(row(shop, 2), 'orderNumber').fill('P261')
  await shop.waitForFunction(() =>
    Object.values(localStorage).some((kept) => String(kept).includes('"P261"')),
  )
  await shop.reload()
  await expect(said(shop, '前回の入力を復元しました。')).toBeVisible()
  await expectFilledIn(row(shop, 1), wish)
  await expect(field(row(shop, 2), 'orderNumber')).toHaveValue('P261')

  await shop.getByRole('link', { name: '注文', exact: true }).first().click()
  await expect(shop).toHaveURL('/orders')
  await go(shop, '/requests/new')
  await expectFilledIn(row(shop, 1), wish)
  await shop.getByRole('button', { name: '前回の入力を破棄' }).click()
  await expect(field(row(shop, 1), 'orderNumber')).toHaveValue('')
  await shop.reload()
  await alive(shop)
  await expect(field(row(shop, 1), 'orderNumber')).toHaveValue('')
  await expect(said(shop, '前回の入力を復元しました。')).toHaveCount(0)
})

test('what was filed is not offered again as a draft', async ({ signedIn }) => {
  const shop = await signedIn('shop')
  const order = await newOrder(shop)
  await go(shop, '/requests/new')
  await fillIn(row(shop, 1), cancelled(order.number))
  await shop.waitForFunction(
    (number) => Object.values(localStorage).some((kept) => String(kept).includes(number)),
    order.number,
  )
  await file(shop)
  await expect(said(shop, '1件を受け付けました')).toBeVisible()
  await go(shop, '/requests/new')
  await expect(field(row(shop, 1), 'orderNumber')).toHaveValue('')
})

for (const javaScriptEnabled of [true, false]) {
  test(`a form sent after the session lapsed comes back after signing in, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    signedIn,
  }) => {
    const shop = await signedIn('shop', { javaScriptEnabled })
    const order = await newOrder(shop)
    const wish = { ...cancelled(order.number), reason: '長い説明を書いているあいだに\n席を外しました。' }
    await shop.goto('/requests/new')
    if (javaScriptEnabled) await alive(shop)
    await fillIn(row(shop, 1), wish)
    await sessionLapses(shop)
    await file(shop)
    await expect(shop).toHaveURL(/\/sign-in\?next=%2Frequests%2Fnew/)
    await expect(shop.getByText('サインイン').first()).toBeVisible()
    await signIn(shop, 'shop')
    await expect(shop).toHaveURL('/requests/new')
    await expect(shop.getByText('サインインの有効期限が切れたため、まだ送信していません。')).toBeVisible()
    await expectFilledIn(row(shop, 1), wish)
    await file(shop)
    await expect(said(shop, '1件を受け付けました')).toBeVisible()
  })
}

test('an answer survives a reload and a lapsed session', async ({ signedIn }) => {
  const shop = await signedIn('shop')
  const reference = await filed(shop, (await newOrder(shop)).number)
  const agent = await signedIn('agent')
  await open(agent, reference)
  await claim(agent)
  await agent.request.post(`/desk/${reference}`, { form: { intent: 'ask', body: 'いつですか。' } })
  await go(shop, `/requests/${reference}`)
  await shop.getByLabel('回答').fill('昨日の夕方です。')
  await shop.reload()
  await expect(shop.getByLabel('回答')).toHaveValue('昨日の夕方です。')
  await sessionLapses(shop)
  await shop.getByRole('button', { name: '回答する' }).click()
  await expect(shop).toHaveURL(/\/sign-in/)
  await signIn(shop, 'shop')
  await expect(shop.getByLabel('回答')).toHaveValue('昨日の夕方です。')
  await shop.getByRole('button', { name: '回答する' }).click()
  await expect(said(shop, '回答しました。')).toBeVisible()
})

test("an operation's fields come back after a lapsed session", async ({ signedIn }) => {
  const shop = await signedIn('shop')
  const { number } = await newOrder(shop)
  await go(shop, `/orders/${number}?do=ship`)
  const slip = shop.getByLabel('伝票番号', { exact: true })
  await slip.fill('471002345671')
  await sessionLapses(shop)
  await shop.getByRole('button', { name: '確認', exact: true }).click()
  await shop.getByRole('alertdialog').getByRole('button', { name: '変更', exact: true }).click()
  await expect(shop).toHaveURL(/\/sign-in/)
  await signIn(shop, 'shop')
  await expect(shop.getByText('まだ何も行っていません。')).toBeVisible()
  await expect(slip).toHaveValue('471002345671')
})

test("a reviewer's words survive a reload, a lapsed session, and somebody who was quicker", async ({
  signedIn,
}) => {
  const shop = await signedIn('shop')
  const reference = await filed(shop, (await newOrder(shop)).number)
  const agent = await signedIn('agent')
  await open(agent, reference)
  await claim(agent)
  await decisions(agent).getByRole('link', { name: '質問する' }).click()
  const question = agent.getByLabel('店舗への質問')
  await question.fill('返送の伝票番号をお知らせください。')
  await agent.reload()
  await expect(question).toHaveValue('返送の伝票番号をお知らせください。')
  await sessionLapses(agent)
  await agent.getByRole('button', { name: '質問を送る' }).click()
  await expect(agent).toHaveURL(/\/sign-in/)
  await signIn(agent, 'agent')
  await expect(question).toHaveValue('返送の伝票番号をお知らせください。')

  const lead = await signedIn('lead')
  await lead.request.post(`/desk/${reference}`, { form: { intent: 'ask', body: '先に聞きます。' } })
  await agent.getByRole('button', { name: '質問を送る' }).click()
  await expect(agent.getByRole('alert')).toContainText('窓口リーダー 山本さんが')
  await expect(agent.getByText('先に聞きます。').first()).toBeVisible()
  await agent.getByRole('button', { name: '回答を待たずに審査する' }).click()
  await decisions(agent).getByRole('link', { name: '質問する' }).click()
  await expect(question).toHaveValue('返送の伝票番号をお知らせください。')
})
