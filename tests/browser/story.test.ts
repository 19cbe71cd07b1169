import { expect } from '@playwright/test'
import { fillCart, pay, toSecondPage } from './buyer'
import { claim, considerApproving, open, pressApprove } from './desk-work'
import { pressAtKuroneko } from './kuroneko'
import { go, said, test } from './people'

/** Eleven digits and what is left of them divided by 7. */
const slip = `47100300001${47_100_300_001 % 7}`

/**
 * The story of the manual page: bought, shipped, captured; cancelled at Kuroneko, missing on the platform, mended by the
 * desk, provable afterwards.
 */
test('an order is bought, shipped and captured; cancelled at Kuroneko it becomes a drift, and one look mends it', async ({
  browser,
  signedIn,
}) => {
  test.setTimeout(240_000)
  // The other shop: hardly any other errand adds to its drifts.
  const shop = await signedIn('otherShop')
  const order = await test.step('a buyer pays by card', async () => {
    const context = await browser.newContext({ locale: 'ja-JP' })
    const buyer = await context.newPage()
    await fillCart(buyer, 'リネンクロス', 'linne', '試験 みどり')
    await toSecondPage(buyer)
    const number = await pay(buyer)
    await context.close()
    return { number }
  })

  await test.step('the shop ships it and captures the sale', async () => {
    await go(shop, `/orders/${order.number}?do=ship&delivery=1`)
    await shop.getByLabel('伝票番号', { exact: true }).fill(slip)
    await shop.getByRole('button', { name: '確認', exact: true }).click()
    await shop.getByRole('alertdialog').getByRole('button', { name: '変更', exact: true }).click()
    await expect(said(shop, '配送ステータスを更新しました')).toBeVisible()
    await shop.getByRole('link', { name: '売上を確定する' }).click()
    await shop.getByRole('button', { name: '売上を確定する' }).click()
    await expect(said(shop, '売上を確定しました')).toBeVisible()
    await expect(shop.getByRole('button', { name: 'キャンセルする' })).toBeDisabled()
  })

  await test.step('the shop cancels it in Kuroneko’s own admin', async () => {
    await pressAtKuroneko(shop, order.number, '取消')
  })

  await test.step('the drift appears', async () => {
    // A walk that is under way is gone on with; one that began before the order came needs another after it.
    await expect(async () => {
      await go(shop, '/orders/drift')
      await shop.getByRole('button', { name: 'いま確認する' }).click({ timeout: 20_000 })
      await expect(drift()).toBeVisible({ timeout: 30_000 })
    }).toPass({ timeout: 150_000 })
    await expect(drift()).toContainText('決済完了')
    await expect(drift()).toContainText('取消')
  })

  const reference = await test.step('two clicks file the request', async () => {
    await drift().getByRole('link', { name: '依頼を作成' }).click()
    await expect(shop.getByLabel('対象注文番号')).toHaveValue(order.number)
    await shop.getByRole('button', { name: '1件を依頼する' }).click()
    await expect(said(shop, '1件を受け付けました')).toBeVisible()
    return new URL(shop.url()).pathname.split('/').at(-1) ?? ''
  })

  const agent = await signedIn('agent')
  await test.step('an agent sees on which evidence it can be applied, and what was shipped, and approves', async () => {
    await open(agent, reference)
    await expect(agent.getByRole('strong').filter({ hasText: '反映できます' })).toBeVisible()
    await expect(agent.getByText('申告と一致')).toBeVisible()
    await claim(agent)
    await considerApproving(agent)
    await pressApprove(agent)
    await said(agent, 'を反映しました').getByRole('link', { name: '履歴を見る' }).click()
  })

  await test.step('the history shows evidence and decision', async () => {
    await expect(agent).toHaveURL(new RegExp(`/audit/orders/${order.number}`))
    const main = agent.getByRole('main')
    await expect(main).toContainText('改ざんは見つかっていません')
    await expect(main).toContainText('窓口 田中 が見た目上のステータス変更を反映しました')
    await expect(main).toContainText('照会結果 取消（40）')
    await expect(main).toContainText('判定 確認のうえ反映できます')
  })

  await test.step('the drift has left the list', async () => {
    await go(shop, '/orders/drift')
    await expect(drift()).toHaveCount(0)
  })

  function drift() {
    return shop.getByRole('row').filter({ hasText: order.number })
  }
})
