import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { test } from './people'

async function violations(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** `P26…` as somebody types it with a Japanese keyboard. */
function asTyped(number: string) {
  return number.toLowerCase().replace(/[a-z0-9]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
}

test('an auditor looks into a change, finds the order again by its number, and another shop cannot', async ({
  signedIn,
}) => {
  test.slow()
  const page = await signedIn('auditor')
  await page.goto('/')
  await expect(page.getByText('が見た目上のステータス変更を反映しました').first()).toBeVisible()
  expect(await violations(page)).toEqual([])
  const order = page.locator('a[href^="/audit/orders/"][href$="shop=linne"]').first()
  const number = (await order.textContent()) ?? ''
  await order.click()
  await expect(page.getByRole('heading', { name: `${number} の履歴` })).toBeVisible()
  await expect(page.getByText('改ざんは見つかっていません')).toBeVisible()
  await expect(page.getByText('が見た目上のステータス変更を依頼しました')).toBeVisible()
  expect(await violations(page)).toEqual([])
  const history = page.url()

  await page.goto('/audit')
  await page.getByLabel('注文番号または受付番号').fill('P-NOWHERE')
  await page.getByRole('button', { name: '履歴を見る' }).click()
  await expect(page.getByText('「P-NOWHERE」に一致する注文または依頼は見つかりませんでした')).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.getByLabel('注文番号または受付番号').fill(asTyped(number))
  await page.getByRole('button', { name: '履歴を見る' }).click()
  await expect(page.getByRole('heading', { name: `${number} の履歴` })).toBeVisible()

  const own = await signedIn('otherShop')
  expect((await own.goto(history))?.status()).toBe(200)
  const other = await signedIn('shop')
  expect((await other.goto(history))?.status()).toBe(404)
})

for (const [person, waits] of [
  ['otherShop', '受付中の依頼'],
  ['agent', '自分の担当'],
  ['lead', '担当待ち'],
  ['admin', '店舗と利用者'],
] as const) {
  test(`${person} starts with what waits for them`, async ({ signedIn }) => {
    const page = await signedIn(person)
    await page.goto('/')
    await expect(page.getByRole('heading', { name: waits })).toBeVisible()
    expect(await violations(page)).toEqual([])
  })
}
