import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'

const sandbox = `http://127.0.0.1:${process.env.KURONEKO_SANDBOX_PORT}`
const phone = { width: 390, height: 780 }

async function isSound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
}

test('a merchant cancels directly at Kuroneko, by phone, and undoes it', async ({ page }) => {
  await page.setViewportSize(phone)
  await page.goto(sandbox)
  await isSound(page)
  await page.getByLabel('受付番号', { exact: true }).fill('111502274486')
  await page.getByRole('button', { name: '検索' }).click()
  await page.getByRole('link', { name: '111502274486' }).click()
  await expect(page.getByText('サンドボックス／SANDBOX')).toBeVisible()
  await isSound(page)

  await page.getByRole('button', { name: '取消', exact: true }).click()
  await expect(page.getByRole('status')).toHaveText('処理しました。')
  await expect(page.getByRole('definition').filter({ hasText: '40 取消' })).toBeVisible()
  await expect(page.getByRole('button', { name: '取消', exact: true })).toBeDisabled()

  await page.getByRole('button', { name: '再与信' }).click()
  await expect(page.getByRole('definition').filter({ hasText: '4 与信完了' })).toBeVisible()
})

test('a fault is switched on and off again', async ({ page }) => {
  await page.goto(sandbox)
  await page.getByLabel('内容').selectOption({ label: 'エラーコードを返す' })
  await page.getByLabel('受付番号（空欄はすべて）').fill('P0')
  await page.getByRole('button', { name: '有効にする' }).click()
  const fault = page.locator('form').filter({ has: page.getByText('P0', { exact: true }) })
  await fault.getByRole('button', { name: '解除' }).click()
  await expect(fault).toHaveCount(0)
})
