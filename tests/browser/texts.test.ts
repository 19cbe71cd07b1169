import { expect, type Page } from '@playwright/test'
import ja from '../../app/i18n/ja'
import { newOrder } from './orders'
import { type Person, test } from './people'
import { filed } from './shop-work'

/** A page loads the texts of its own areas only; those of the next page come along with it. */

type Tree = { [key: string]: string | Tree }

/** Keys that nobody could write as a word: `outlook.look`. */
function keysOf(tree: Tree, path = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? (path ? [path + key] : []) : keysOf(value, `${path + key}.`),
  )
}
const keys = new Set(Object.values(ja).flatMap((texts) => keysOf(texts)))

declare global {
  interface Window {
    __remixRouter: { navigate(to: string): Promise<void> }
  }
}

/** As a link does, with the old page still there until the new one is drawn. */
async function goTo(page: Page, address: string): Promise<void> {
  const before = await page.title()
  await page.evaluate((to) => window.__remixRouter.navigate(to), address)
  await expect(page, address).not.toHaveTitle(before)
}

async function rawKeys(page: Page): Promise<string[]> {
  const words = (await page.locator('body').ariaSnapshot()).split(/[^\w.]+/)
  return words.filter((word) => keys.has(word))
}

const ways: [Person, (order: string, asked: string) => string[]][] = [
  [
    'shop',
    (order) => ['/requests/new', `/orders/${order}`, '/requests', '/orders/bulk', '/help', '/account'],
  ],
  ['agent', (_, asked) => ['/desk/quick', `/desk/${asked}`, '/audit', '/orders/drift', '/help/codes']],
  ['admin', (order) => ['/admin/shops', `/audit/orders/${order}`, '/audit/verify', '/orders/import']],
]

test('every page that a link leads to is drawn with its texts', async ({ signedIn }) => {
  const shop = await signedIn('shop')
  const { number } = await newOrder(shop)
  const asked = await filed(shop, number)
  for (const [person, way] of ways) {
    const page = await signedIn(person)
    const failures: string[] = []
    page.on('pageerror', ({ message }) => failures.push(message))
    await page.goto('/')
    await page.waitForLoadState('networkidle')
    for (const address of way(number, asked)) {
      await goTo(page, address)
      failures.push(...(await rawKeys(page)).map((key) => `${address} shows ${key}`))
    }
    expect(failures).toEqual([])
  }
})
