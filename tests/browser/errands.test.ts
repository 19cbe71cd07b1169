import { expect } from '@playwright/test'
import { approve, ask, claim, open } from './desk-work'
import { fullWidth, newOrders } from './orders'
import { go, said, test } from './people'
import { answer, cancelled, field, file, fillIn, paste, post, row } from './shop-work'

test('three pasted orders are filed, asked about, answered, approved, and their history tells it all', async ({
  signedIn,
}) => {
  test.slow()
  const shop = await signedIn('shop')
  const agent = await signedIn('agent')
  const orders = await newOrders(shop, [{}, {}, {}])
  const [plain = '', typed = '', doubtful = ''] = orders.map(({ number }) => number)
  let reference = ''

  await test.step('the shop pastes its posts and sees each value beside its line', async () => {
    const posts = [
      cancelled(plain),
      cancelled(fullWidth(typed)),
      { ...cancelled(doubtful), paymentStatus: 'キャンセル済' },
    ]
    await paste(shop, posts.map(post).join('\n\n'))
    await expect(said(shop, '3件を読み取りました')).toBeVisible()
    const asWritten = [plain, fullWidth(typed), doubtful]
    for (const [place, number] of [plain, typed, doubtful].entries()) {
      const read = shop.locator('dl > div').filter({ hasText: '対象注文番号' }).nth(place)
      await expect(read.getByText(number, { exact: true })).toBeVisible()
      await expect(read).toContainText(`${place * 6 + 1}行目`)
      await expect(read.getByText(`対象注文番号: ${asWritten[place]}`)).toBeVisible()
    }
    const doubt = shop.getByText(
      '「ご希望の決済ステータス」の「キャンセル済」を「注文キャンセル」として読み取りました。',
    )
    await expect(doubt).toBeVisible()
    await expect(shop.getByText('確認', { exact: true })).toHaveCount(1)
  })

  await test.step('they carry it into the form, look at the doubt, and file', async () => {
    await shop.getByRole('button', { name: '3件を入力欄に移す' }).click()
    await expect(field(row(shop, 1), 'orderNumber')).toHaveValue(plain)
    await expect(row(shop, 2).getByText('見つかりました')).toBeVisible()
    await expect(row(shop, 1).getByText('として読み取りました')).toHaveCount(0)
    const doubt = row(shop, 3).getByText('「キャンセル済」を「注文キャンセル」として読み取りました')
    await expect(doubt).toBeVisible()
    await row(shop, 3).getByRole('button', { name: '確認しました' }).click()
    await expect(doubt).toHaveCount(0)
    await fillIn(row(shop, 3), { shippingStatus: '返送' })
    await expect(shop.getByText('決済会社側の処理は行いません。').last()).toBeVisible()
    await file(shop, 3)
    await expect(shop).toHaveURL('/requests')
    await expect(said(shop, /3件を受け付けました（MT-\d{4}-\d{6} ～ MT-\d{4}-\d{6}）/)).toBeVisible()
    await shop.getByRole('row').filter({ hasText: doubtful }).getByRole('link').click()
    await expect(shop.getByText('クロネコ側のステータス')).toBeVisible()
    reference = /MT-\d{4}-\d+/.exec(shop.url())?.[0] ?? ''
    await expect(shop.getByText('受付済み').first()).toBeVisible()
  })

  await test.step('an agent finds it in the queue, claims it and asks back', async () => {
    await go(agent, '/desk?shop=hananoya')
    await agent.getByRole('link', { name: new RegExp(reference) }).click()
    await expect(agent.getByRole('heading', { name: doubtful })).toBeVisible()
    await claim(agent)
    await ask(agent, '返送の伝票番号をお知らせください。')
  })

  await test.step('the shop is told that it is waited for, and answers', async () => {
    await go(shop, '/')
    await shop
      .getByRole('link', { name: new RegExp(reference) })
      .first()
      .click()
    await expect(shop.getByText('返送の伝票番号をお知らせください。').first()).toBeVisible()
    await answer(shop, '4712-3456-7890 です。')
    await expect(shop.getByText('審査中').first()).toBeVisible()
  })

  await test.step('the agent reads the answer and approves what the panel names', async () => {
    await open(agent, reference)
    await expect(agent.getByText('4712-3456-7890 です。').first()).toBeVisible()
    await approve(agent)
    await expect(said(agent, `${reference}を反映しました`)).toBeVisible()
  })

  await test.step('the toast leads to the history, which shows it all', async () => {
    await said(agent, reference).getByRole('link', { name: '履歴を見る' }).click()
    await expect(agent.getByRole('heading', { name: `${doubtful} の履歴` })).toBeVisible()
    await expect(agent.getByText('改ざんは見つかっていません')).toBeVisible()
    const told = [
      '窓口 田中 が見た目上のステータス変更を反映しました',
      '花のや 佐藤 が質問に回答しました',
      '窓口 田中 が店舗に質問しました',
      '窓口 田中 が担当になりました',
      '花のや 佐藤 が見た目上のステータス変更を依頼しました',
    ]
    const entries = agent.getByRole('main').getByRole('listitem')
    await expect(entries.filter({ hasText: /ました/ })).toContainText(told)
    const change = entries.filter({ hasText: '見た目上のステータス変更を反映しました' })
    await expect(change).toContainText('窓口 田中 が依頼を承認しました')
    await expect(change).toContainText(/仮売上\s*から\s*注文キャンセル/)
    await expect(change).toContainText(/未配送\s*から\s*返送/)
  })

  await test.step('the shop sees that it is done, and the order shows it', async () => {
    await go(shop, `/requests/${reference}`)
    await expect(shop.getByText('反映済み').first()).toBeVisible()
    await expect(shop.getByText('注文の表示を変更しました。')).toBeVisible()
    await go(shop, `/orders/${doubtful}`)
    await expect(shop.getByText('注文キャンセル').first()).toBeVisible()
    await expect(shop.getByText('返送').first()).toBeVisible()
  })
})

test('a shop takes a request back, and asks again for the same order', async ({ signedIn }) => {
  const shop = await signedIn('shop')
  const [order] = await newOrders(shop, [{}])
  const wish = cancelled(order?.number ?? '')
  await go(shop, '/requests/new')
  await fillIn(row(shop, 1), wish)
  await expect(row(shop, 1).getByText('見つかりました')).toBeVisible()
  await file(shop)
  await expect(said(shop, '1件を受け付けました')).toBeVisible()
  const reference = /MT-\d{4}-\d+/.exec(shop.url())?.[0] ?? ''

  await shop.getByRole('button', { name: '依頼を取り下げる' }).click()
  const question = shop.getByRole('alertdialog', { name: `${reference} を取り下げますか` })
  await question.getByRole('button', { name: 'やめる' }).click()
  await expect(shop.getByText('受付済み').first()).toBeVisible()
  await shop.getByRole('button', { name: '依頼を取り下げる' }).click()
  await question.getByRole('button', { name: '取り下げる', exact: true }).click()
  await expect(said(shop, `${reference} を取り下げました`)).toBeVisible()

  await shop.getByRole('link', { name: 'あらためて依頼する' }).click()
  await expect(field(row(shop, 1), 'orderNumber')).toHaveValue(wish.orderNumber)
  await fillIn(row(shop, 1), wish)
  await file(shop)
  await expect(said(shop, '1件を受け付けました')).toBeVisible()
})

test('an agent files for a shop, and the request says so', async ({ signedIn }) => {
  const shop = await signedIn('shop')
  const [order] = await newOrders(shop, [{}])
  const agent = await signedIn('agent')
  await go(agent, '/requests/new')
  await fillIn(row(agent, 1), cancelled(order?.number ?? ''))
  await file(agent)
  await expect(agent.getByRole('alert')).toContainText('店舗を選んでください。')
  await agent.getByLabel('店舗').selectOption('和菓子 花のや')
  await expect(row(agent, 1).getByText('見つかりました')).toBeVisible()
  await file(agent)
  await expect(said(agent, '1件を受け付けました')).toBeVisible()
  await expect(agent.getByText('窓口による登録').first()).toBeVisible()
})
