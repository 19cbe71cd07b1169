import { randomInt } from 'node:crypto'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test'
import { demoPassword } from '../../app/cli/demo/people'

/** Everybody of the demo, by what they are. Each test's pages are opened for one of them. */
export const people = {
  shop: 'tenpo@mitame.test',
  otherShop: 'tenpo2@mitame.test',
  agent: 'desk@mitame.test',
  lead: 'lead@mitame.test',
  auditor: 'kansa@mitame.test',
  admin: 'admin@mitame.test',
} as const
export type Person = keyof typeof people

export type Settings = Pick<
  BrowserContextOptions,
  'javaScriptEnabled' | 'locale' | 'viewport' | 'colorScheme' | 'hasTouch'
>

type Fixtures = {
  /** A window of one's own, signed in as that person. */
  signedIn: (person: Person, settings?: Settings) => Promise<Page>
}

/** Each test comes from an address of its own, as people do: sign-ins are counted by address. */
const someAddress = () => `203.0.113.${randomInt(1, 255)}`

export const test = base.extend<Fixtures>({
  extraHTTPHeaders: async ({ locale: _ }, use) => use({ 'X-Forwarded-For': someAddress() }),
  signedIn: async ({ browser }, use) => {
    const opened: Page[] = []
    await use(async (person, settings = {}) => {
      const context = await browser.newContext({
        ...settings,
        storageState: await sessionOf(browser, person),
      })
      const page = await context.newPage()
      opened.push(page)
      return page
    })
    for (const page of opened) await page.context().close()
  },
})

type Session = Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>

/**
 * One session for each person serves all tests, for only so many sign-ins a minute are let in. They are kept in the
 * product's own temporary folder: a worker that follows a failed test finds them there.
 */
export async function sessionOf(browser: Browser, person: Person): Promise<Session> {
  const path = join(process.env.MITAME_TEST_HOME ?? tmpdir(), `session-of-${person}.json`)
  const context = await browser.newContext({ storageState: existsSync(path) ? path : undefined })
  // Another test may have ended it: people sign their other devices out.
  const answer = await context.request.get('/account', { maxRedirects: 0 })
  if (answer.status() !== 200) {
    const form = { email: people[person], password: demoPassword }
    const entered = await context.request.post('/sign-in', { form, maxRedirects: 0 })
    expect(entered.status(), `${person} signs in`).toBe(302)
  }
  const session = await context.storageState({ path })
  await context.close()
  return session
}

/** Signs in by the page's own form, wherever it appeared. */
export async function signIn(page: Page, person: Person): Promise<void> {
  await page.locator('input[type=email]').fill(people[person])
  await page.locator('input[type=password]').fill(demoPassword)
  await page.locator('input[type=password]').press('Enter')
  await expect(page).not.toHaveURL(/\/sign-in/)
}

/** What happens when somebody comes back after a night: the browser still shows the page, and the session is over. */
export async function sessionLapses(page: Page): Promise<void> {
  await page.context().clearCookies({ name: /session/ })
}

/** The page has come alive: what is pressed now is answered by its scripts. */
export async function alive(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__reactFiber')),
  )
}

export async function go(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await alive(page)
}

/** What the page says that was done. */
export function said(page: Page, words: string | RegExp) {
  return page.getByRole('status').filter({ hasText: words })
}
