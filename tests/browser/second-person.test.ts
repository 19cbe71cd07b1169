import { expect } from '@playwright/test'
import { approve, approveAsFirst, approveAsSecond, claim, decisions, open } from './desk-work'
import { newOrder, newOrders } from './orders'
import { said, test } from './people'
import { filed } from './shop-work'

test('a large amount waits for a lead who has not approved it yet', async ({ signedIn }) => {
  const shop = await signedIn('shop')
  const [below, above] = await newOrders(shop, [{ amount: 99_999 }, { amount: 100_000 }])
  const small = await filed(shop, below?.number ?? '')
  const large = await filed(shop, above?.number ?? '')
  const agent = await signedIn('agent')

  await test.step('below the limit one person is enough', async () => {
    await open(agent, small)
    await claim(agent)
    await approve(agent)
    await expect(agent.getByText('反映済み').first()).toBeVisible()
  })

  await test.step('at the limit the first approval applies nothing, and its giver is offered no second', async () => {
    await open(agent, large)
    await claim(agent)
    await expect(agent.getByText('金額が基準以上です。')).toBeVisible()
    await approveAsFirst(agent)
    await expect(agent.getByText('二人目の承認を待っています')).toBeVisible()
    await expect(decisions(agent).getByRole('link', { name: '審査に戻す' })).toBeVisible()
    await expect(decisions(agent).getByRole('link', { name: '承認して反映する' })).toHaveCount(0)
    await open(agent, `${large}?do=approve_second`)
    await expect(agent.getByText('この内容で反映しますか?')).toHaveCount(0)
    await shop.goto(`/requests/${large}`)
    await expect(shop.getByText('二人目の承認待ち').first()).toBeVisible()
  })

  await test.step('a lead approves second, and it is applied', async () => {
    const lead = await signedIn('lead')
    await lead.goto('/desk?view=second')
    await lead.getByRole('link', { name: large }).click()
    await expect(lead.getByText('一人目の承認: 窓口 田中')).toBeVisible()
    await approveAsSecond(lead)
    await expect(lead.getByText('反映しました', { exact: true })).toBeVisible()
    await shop.reload()
    await expect(shop.getByText('反映済み').first()).toBeVisible()
  })
})

test('a lead who approved first is no second person, and a return brings the request back into review', async ({
  signedIn,
}) => {
  const shop = await signedIn('shop')
  const [order] = await newOrders(shop, [{ amount: 250_000 }])
  const reference = await filed(shop, order?.number ?? '')
  const lead = await signedIn('lead')
  await open(lead, reference)
  await claim(lead)
  await approveAsFirst(lead)
  await expect(decisions(lead).getByRole('link', { name: '承認して反映する' })).toHaveCount(0)

  const agent = await signedIn('agent')
  await open(agent, reference)
  await decisions(agent).getByRole('link', { name: '審査に戻す' }).click()
  await agent.getByLabel('戻す理由').fill('返送の伝票番号を確かめてください')
  await decisions(agent).getByRole('button', { name: '審査に戻す' }).click()
  await expect(agent.getByText('を審査に戻しました')).toBeVisible()
  await expect(decisions(agent).getByRole('link', { name: '一人目として承認する' })).toBeVisible()
})

test('what the rules block an agent is not offered; a lead gives the reason, and another lead is needed', async ({
  signedIn,
}) => {
  const shop = await signedIn('shop')
  // Captured here, and Kuroneko knows nothing of it: a cancellation is not believed.
  const order = await newOrder(shop, { payment: '決済完了', shipping: '配送完了' })
  const reference = await filed(shop, order.number)
  const agent = await signedIn('agent')
  await open(agent, reference)
  await claim(agent)
  await expect(agent.getByRole('strong').filter({ hasText: '反映できません' })).toBeVisible()
  await expect(decisions(agent).getByRole('link', { name: /反映する|承認/ })).toHaveCount(0)

  const lead = await signedIn('lead')
  await open(lead, reference)
  await decisions(lead).getByRole('link', { name: '理由を書いて承認する' }).click()
  await lead.getByLabel('指摘があっても承認する理由').fill('管理画面の画像で取り消しを確かめました')
  await decisions(lead).getByRole('button', { name: '理由を書いて承認する' }).click()
  await expect(said(lead, '二人目の承認をお待ちください')).toBeVisible()
  await expect(lead.getByText('管理画面の画像で取り消しを確かめました').first()).toBeVisible()
  await expect(decisions(lead).getByRole('link', { name: '承認して反映する' })).toHaveCount(0)
  await open(agent, reference)
  await expect(decisions(agent).getByRole('link', { name: '承認して反映する' })).toHaveCount(0)
})
