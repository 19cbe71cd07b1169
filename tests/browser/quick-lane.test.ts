import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { authorised, pressAtKuroneko } from './kuroneko'
import { newOrders, type Ordered } from './orders'
import { alive, go, test } from './people'
import { filed } from './shop-work'

/** Orders still shown as captured that were cancelled at Kuroneko, and the requests to show them so. */
async function readyRequests(shop: Page, kuroneko: Page, many: number): Promise<Ordered[]> {
  const orders = await newOrders(
    shop,
    Array.from({ length: many }, () => ({ shipping: '未配送' as const })),
  )
  for (const order of orders) {
    await authorised(kuroneko, order)
    await pressAtKuroneko(kuroneko, order.number, '取消')
    await filed(shop, order.number, { shippingStatus: 'cancelled' })
  }
  return orders
}

/** The row of an order, in whichever table it stands. */
const rowOf = (page: Page, { number }: Ordered) => page.getByRole('row').filter({ hasText: number })

async function isSound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

test('three are approved together; the one that moved after the dry run is not, and says what moved', async ({
  signedIn,
  page: kuroneko,
}) => {
  test.slow()
  const shop = await signedIn('shop')
  const orders = await readyRequests(shop, kuroneko, 3)
  const [first, moved, last] = orders as [Ordered, Ordered, Ordered]
  const agent = await signedIn('agent')

  await test.step('the queue, narrowed to what is ready, leads to the lane', async () => {
    await go(agent, '/desk?shop=hananoya')
    await agent.getByLabel('判定').selectOption({ label: '反映できます' })
    await expect(agent).toHaveURL(/verdict=go/)
    await expect(agent.getByRole('link', { name: new RegExp(first.number) })).toBeVisible()
    await expect(agent.getByRole('link', { name: /まとめて反映（\d+件）/ })).toBeVisible()
    await agent.keyboard.press('b')
    await expect(agent).toHaveURL('/desk/quick')
  })

  await test.step('everything is ticked to begin with; the agent ticks three', async () => {
    await expect(agent.getByRole('checkbox', { name: first.number })).toBeChecked()
    await agent.getByRole('button', { name: 'すべて外す' }).click()
    await expect(agent.getByRole('button', { name: '0件を確認する' })).toBeDisabled()
    for (const { number } of orders) await agent.getByRole('checkbox', { name: number }).check()
    await isSound(agent)
    await agent.getByRole('button', { name: '3件を確認する' }).click()
  })

  await test.step('the dry run shows each change, what Kuroneko says now, and the digest', async () => {
    await expect(agent.getByRole('status').filter({ hasText: '3件を反映できます' })).toBeVisible()
    for (const order of orders) {
      const row = rowOf(agent, order)
      await expect(row).toContainText('取消（40）')
      await expect(row).toContainText(/4,800/)
      await expect(row).toContainText('反映できます')
      await expect(row.locator('code')).toHaveText(/^[0-9a-f]{12}$/)
    }
    await expect(agent.getByText('決済会社側の処理は行いません。')).toBeVisible()
    await isSound(agent)
  })

  await test.step('one is brought back at Kuroneko, and the others are applied without it', async () => {
    await pressAtKuroneko(kuroneko, moved.number, '再与信')
    await agent.getByRole('button', { name: '3件を反映する' }).click()
    await expect(agent.getByRole('status').filter({ hasText: '2件を反映しました' })).toBeVisible()
    for (const order of [first, last]) await expect(rowOf(agent, order)).toContainText('反映しました')
    await expect(rowOf(agent, moved)).toContainText('反映していません')
    await expect(rowOf(agent, moved)).toContainText(/照会結果: 確認時 取消.* → 現在 与信完了/)
    await isSound(agent)
  })

  await test.step('checked again it is no longer ready, and stands apart with the reason', async () => {
    await agent.getByRole('button', { name: '1件をもう一度確認する' }).click()
    await expect(
      agent.getByRole('status').filter({ hasText: '反映できる依頼はありませんでした' }),
    ).toBeVisible()
    await expect(rowOf(agent, moved)).toContainText('反映できません')
    await expect(agent.getByRole('checkbox')).toHaveCount(0)
  })

  await test.step('the shop sees two orders changed and one as it was', async () => {
    const applied = shop.getByText('が見た目上のステータス変更を反映しました')
    for (const [{ number }, times] of [[first, 1] as const, [moved, 0] as const, [last, 1] as const]) {
      await shop.goto(`/audit/orders/${number}`)
      await expect(shop.getByText(number).first()).toBeVisible()
      await expect(applied).toHaveCount(times)
    }
  })
})

test('the lane works without scripts, and tells when nothing is chosen', async ({
  signedIn,
  page: kuroneko,
}) => {
  test.slow()
  const shop = await signedIn('shop')
  const [order] = (await readyRequests(shop, kuroneko, 1)) as [Ordered]
  const agent = await signedIn('agent', { javaScriptEnabled: false })
  await agent.goto('/desk/quick')
  await expect(agent.getByText('選んだ依頼だけが対象です。')).toBeVisible()
  for (const box of await agent.getByRole('checkbox').all()) await box.uncheck()
  await agent.getByRole('button', { name: /件を確認する/ }).click()
  await expect(agent.getByRole('alert')).toHaveText('依頼を1件以上選んでください。')
  for (const box of await agent.getByRole('checkbox').all()) {
    await box.setChecked((await box.getAttribute('id')) === (await idOf(agent, order)))
  }
  await agent.getByRole('button', { name: /件を確認する/ }).click()
  await agent.getByRole('button', { name: '1件を反映する' }).click()
  await expect(agent.getByRole('status').filter({ hasText: '1件を反映しました' })).toBeVisible()
  await rowOf(agent, order).getByRole('link', { name: '履歴を見る' }).click()
  await expect(agent.getByText('が見た目上のステータス変更を反映しました')).toBeVisible()
})

const idOf = (page: Page, { number }: Ordered) =>
  page.getByRole('checkbox', { name: number }).getAttribute('id')

test('whoever decides nothing finds no lane', async ({ signedIn }) => {
  for (const person of ['shop', 'auditor', 'admin'] as const) {
    const page = await signedIn(person)
    const answer = await page.goto('/desk/quick')
    expect([person, answer?.status()]).toEqual([person, 404])
  }
  const auditor = await signedIn('auditor')
  await auditor.goto('/desk')
  await alive(auditor)
  await expect(auditor.getByRole('link', { name: /まとめて反映/ })).toHaveCount(0)
})
