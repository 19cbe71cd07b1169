import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { codeFor } from '../staff/authenticator'
import { test } from './people'

async function fillIn(page: Page, email: string, password: string) {
  await page.getByLabel('メールアドレス').fill(email)
  await page.getByLabel('パスワード').fill(password)
  await page.getByRole('button', { name: 'サインイン', exact: true }).click()
}

async function violations(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

test('somebody follows a link, mistypes the password, and arrives where the link led', async ({ page }) => {
  await page.goto('/account?from=mail')
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  expect(await violations(page)).toEqual([])
  await fillIn(page, 'desk@mitame.test', 'not-the-password')
  await expect(page.getByRole('alert')).toContainText('メールアドレスかパスワードが違います')
  await expect(page.getByLabel('メールアドレス')).toHaveValue('desk@mitame.test')
  await expect(page.getByLabel('パスワード')).toHaveValue('')
  await fillIn(page, 'desk@mitame.test', 'mitame-demo')
  await expect(page).toHaveURL('/account?from=mail')
  await expect(page.getByRole('heading', { name: 'アカウント' })).toBeVisible()
  expect(await violations(page)).toEqual([])
})

test('a shop signs in without JavaScript, and a link to elsewhere does not lead there', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/sign-in?next=%2F%2Fevil.test')
  await fillIn(page, 'tenpo@mitame.test', '')
  await expect(page.getByRole('alert')).toContainText('パスワードを入力してください')
  await fillIn(page, 'tenpo@mitame.test', 'mitame-demo')
  await page.goto('/account')
  await expect(page.getByText('和菓子 花のや')).toBeVisible()
  await expect(page.getByText('二段階認証')).toHaveCount(0)
  await context.close()
})

test('an auditor sets up the second step, signs in with it, and switches it off again', async ({ page }) => {
  await page.goto('/sign-in?next=/account')
  await page.getByRole('button', { name: 'kansa@mitame.test' }).click()
  await page.getByLabel('パスワード（本人確認）').fill('mitame-demo')
  await page.getByRole('button', { name: '設定を始める' }).click()
  await expect(page.getByRole('img', { name: '認証アプリで読み取る二次元コード' })).toBeVisible()
  const uri = await page.locator('input[name=uri]').inputValue()
  await page.getByLabel('6桁のコード').fill('12')
  await page.getByRole('button', { name: '二段階認証を有効にする' }).click()
  await expect(page.getByRole('alert')).toContainText('コードが違います')
  await page.getByLabel('6桁のコード').fill(codeFor(uri))
  await page.getByRole('button', { name: '二段階認証を有効にする' }).click()
  await expect(page.getByRole('list', { name: 'バックアップコード' }).getByRole('listitem')).toHaveCount(10)
  expect(await violations(page)).toEqual([])
  await page.reload()
  await expect(page.getByRole('list', { name: 'バックアップコード' })).toHaveCount(0)

  await page.context().clearCookies()
  await page.goto('/sign-in?next=/account')
  await page.getByRole('button', { name: 'kansa@mitame.test' }).click()
  await expect(page.getByRole('heading', { name: '確認コード' })).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.getByLabel('確認コードまたはバックアップコード').fill(codeFor(uri))
  await page.getByRole('button', { name: '確認する' }).click()
  await page.getByLabel('パスワード（本人確認）').fill('mitame-demo')
  await page.getByRole('button', { name: '二段階認証をやめる' }).click()
  await expect(page.getByText('二段階認証をやめました')).toBeVisible()
})

test('somebody ends a session elsewhere, then signs out', async ({ page, browser }) => {
  const elsewhere = await browser.newPage()
  for (const one of [elsewhere, page]) {
    await one.goto('/sign-in?next=/account')
    await one.getByRole('button', { name: 'admin@mitame.test' }).click()
    await expect(one.getByRole('heading', { name: 'アカウント' })).toBeVisible()
  }
  await page.getByRole('button', { name: 'ほかの端末をサインアウトする' }).click()
  await expect(page.getByText('ほかの端末をサインアウトしました')).toBeVisible()
  await elsewhere.reload()
  await expect(elsewhere).toHaveURL(/\/sign-in/)
  await elsewhere.close()

  await page.getByText('管理 伊藤').first().click()
  await page.getByRole('button', { name: 'サインアウト', exact: true }).click()
  await expect(page).toHaveURL('/sign-in')
  await page.goto('/account')
  await expect(page).toHaveURL(/\/sign-in/)
})
