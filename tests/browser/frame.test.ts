import { expect, type Page } from '@playwright/test'
import { test } from './people'

async function signIn(page: Page, email: string) {
  await page.goto('/sign-in')
  await page.locator('input[type=email]').fill(email)
  await page.locator('input[type=password]').fill('mitame-demo')
  await page.locator('input[type=password]').press('Enter')
  await expect(page.getByRole('navigation').first()).toBeVisible()
}

/** What the browser complains about: a blocked script or style, a page that differs from the server's. */
function complaints(page: Page): string[] {
  const said: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) said.push(message.text())
  })
  page.on('pageerror', (error) => said.push(error.message))
  return said
}

test('the frame comes alive under its strict headers, and a key leads to the search', async ({ page }) => {
  const said = complaints(page)
  await signIn(page, 'desk@mitame.test')
  await page.getByRole('link', { name: '注文', exact: true }).click()
  await expect(page.getByRole('link', { name: '注文', exact: true })).toHaveAttribute('aria-current', 'page')
  await page.locator('body').press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('a/b')
  await expect(page.getByRole('searchbox')).toHaveValue('a/b')
  expect(said).toEqual([])
})

test('the language changes where one is, and stays', async ({ page }) => {
  await signIn(page, 'tenpo@mitame.test')
  await page.goto('/orders?status=captured')
  await page.getByRole('button', { name: /English/ }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  expect(new URL(page.url()).search).toBe('?status=captured')
  await page.getByRole('link', { name: 'Home' }).click()
  await expect(page).toHaveTitle('Home · Mitame')
})

test('what does not exist is said inside the frame, and leads on', async ({ page }) => {
  await signIn(page, 'tenpo@mitame.test')
  const answer = await page.goto('/nowhere')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ページが見つかりません')
  await page.getByRole('navigation').getByRole('link', { name: '変更依頼' }).click()
  await expect(page).toHaveURL(/\/requests$/)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, locale: 'en-GB' })

  test('one signs in, changes the language and signs out', async ({ page }) => {
    await page.goto('/orders')
    await page.locator('input[type=email]').fill('tenpo@mitame.test')
    await page.locator('input[type=password]').fill('mitame-demo')
    await page.locator('input[type=password]').press('Enter')
    await expect(page).toHaveURL(/\/orders$/)
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await page.getByRole('button', { name: /日本語/ }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'ja')
    await page.locator('summary').first().click()
    await page.getByRole('button', { name: 'サインアウト' }).click()
    await expect(page).toHaveURL(/\/sign-in/)
  })
})
