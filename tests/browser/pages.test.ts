import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { tokyoLocal } from '../../app/platform/tokyo'
import { boughtQuietly } from './buyer'
import { approveAsFirst, claim, open } from './desk-work'
import { newOrders } from './orders'
import { type Person, type Settings, test } from './people'
import { everyRoute } from './routes'
import { filed } from './shop-work'

/** Every page, as each role sees it: nothing for axe to find, nothing to scroll sideways for on a phone. */

type World = Shared & {
  /** A demo shop, and an order that this window bought there. */
  code: string
  bought: string
  /** An export that looked for words. */
  exported: string
}
type Shared = { number: string; asked: string; waiting: string; run: string }
type See = [address: (world: World) => string, by: readonly Person[]]

const all = ['shop', 'agent', 'lead', 'auditor', 'admin'] as const
const staff: Person[] = ['agent', 'lead', 'auditor', 'admin']

const pages: See[] = [
  [() => '/', all],
  [() => '/account', ['shop', 'agent']],
  // The same for everybody, and long.
  [() => '/help/rules', ['shop']],
  [() => '/help/saved-cards', ['agent']],
  [({ code }) => `/shop/${code}`, ['shop']],
  [({ code }) => `/shop/${code}/cart`, ['shop']],
  [({ code }) => `/shop/${code}/sign-in`, ['shop']],
  [({ code }) => `/shop/${code}/my-page`, ['shop']],
  [({ code }) => `/shop/${code}/checkout?step=1`, ['shop']],
  [({ code }) => `/shop/${code}/checkout?step=2`, ['shop']],
  [({ code }) => `/shop/${code}/checkout/cards`, ['shop']],
  [({ code }) => `/shop/${code}/first`, ['shop']],
  [({ code }) => `/shop/${code}/second`, ['shop']],
  [({ code }) => `/shop/${code}/second?cards=list`, ['shop']],
  [({ code, bought }) => `/shop/${code}/orders/${bought}`, ['shop']],
  [() => '/help', ['shop']],
  [() => '/help/statuses', ['shop']],
  [() => '/help/operations', ['lead']],
  [() => '/help/corrections', ['lead']],
  [() => '/help/codes', ['lead']],
  [() => '/help/audit', ['auditor']],
  [() => '/requests', ['shop', 'agent']],
  [() => '/requests/new', ['shop', 'agent']],
  [() => '/requests/new?tab=paste', ['shop']],
  [({ asked }) => `/requests/${asked}`, all],
  [() => '/desk', staff],
  [() => '/desk?view=closed', ['agent']],
  [() => '/desk/quick', ['agent', 'lead']],
  [({ asked }) => `/desk/${asked}`, staff],
  [({ waiting }) => `/desk/${waiting}`, ['agent', 'lead']],
  [({ waiting }) => `/desk/${waiting}?do=approve_second`, ['lead']],
  [({ waiting }) => `/desk/${waiting}?do=return`, ['agent']],
  [() => '/orders', all],
  [() => '/orders/drift', ['shop', 'lead', 'auditor']],
  [() => '/orders/import', ['shop', 'admin']],
  [() => '/orders/bulk', ['shop']],
  [({ number }) => `/orders/bulk?kind=ship&order=${number}`, ['shop']],
  [({ number }) => `/orders/bulk?kind=capture&order=${number}`, ['shop']],
  [({ run }) => `/orders/bulk/${run}`, ['shop']],
  [({ number }) => `/orders/${number}`, all],
  [({ number }) => `/orders/${number}?do=ship`, ['shop']],
  [({ number }) => `/orders/${number}?do=cancel`, ['shop']],
  [({ number }) => `/orders/${number}?do=modify`, ['shop']],
  [() => '/audit', all],
  [() => '/audit?words=クロネコ&paymentAfter=cancelled&action=filed&from=nonsense', ['shop', 'auditor']],
  [() => '/audit/verify', ['shop', 'auditor']],
  [() => '/audit/export?paymentAfter=cancelled&from=2026-10-01', ['shop', 'auditor']],
  [({ number }) => `/audit/orders/${number}`, all],
  [({ number }) => `/audit/orders/${number}/erase`, ['admin']],
  [({ asked }) => `/audit/requests/${asked}/erase`, ['admin']],
  [({ exported }) => `/audit/exports/${exported}/erase`, ['admin']],
  [() => '/admin/shops', ['admin']],
  [({ number }) => `/audit/orders/${number}?at=${tokyoLocal(new Date())}`, ['shop', 'auditor']],
  [({ number }) => `/audit/orders/${number}?print=1`, ['shop', 'auditor']],
  [() => '/log/keys', ['shop']],
  [() => '/nowhere', all],
]

const wide = {
  viewport: { width: 1440, height: 900 },
  colorScheme: 'light',
  locale: 'ja-JP',
} satisfies Settings
const phone = {
  viewport: { width: 390, height: 844 },
  colorScheme: 'dark',
  locale: 'en-GB',
} satisfies Settings

/** Each page is seen both ways; the roles that see the same pages share the looks, for the sake of time. */
const looksOf = {
  shop: [wide, phone],
  agent: [wide, phone],
  lead: [phone],
  auditor: [wide],
  admin: [phone],
}

test.describe.configure({ timeout: 90_000 })

let shared: Shared | undefined

/** Requests that show all that their pages can show: a question, an answer to it, two people. */
async function worldOf(shop: Page, agent: Page): Promise<Shared> {
  const [order, large] = await newOrders(shop, [{}, { amount: 180_000 }])
  const number = order?.number ?? ''
  const asked = await filed(shop, number)
  const bulk = await shop.request.post('/orders/bulk', {
    form: { kind: 'capture', number, intent: 'run' },
    maxRedirects: 0,
  })
  const run = bulk.headers().location?.split('/').at(-1) ?? ''
  await open(agent, asked)
  await claim(agent)
  await agent.request.post(`/desk/${asked}`, { form: { intent: 'ask', body: 'いつ取り消しましたか。' } })
  const waiting = await filed(shop, large?.number ?? '')
  await open(agent, waiting)
  await claim(agent)
  await approveAsFirst(agent)
  return { number, asked, waiting, run }
}

for (const person of all) {
  for (const look of looksOf[person]) {
    test(`${person} can use every page, ${look.colorScheme}, ${look.viewport.width} px`, async ({
      signedIn,
    }) => {
      shared ??= await worldOf(await signedIn('shop'), await signedIn('agent'))
      const page = await signedIn(person, look)
      const bought = person === 'shop' ? await boughtQuietly(page) : ''
      const exported = person === 'admin' ? await exportedQuietly(page) : ''
      const world = { ...shared, code: 'hananoya', bought, exported }
      const wrong: string[] = []
      for (const [address, by] of pages) {
        if (!by.includes(person)) continue
        await page.goto(address(world))
        for (const fault of await faults(page)) wrong.push(`${address(world)} ${fault}`)
      }
      expect(wrong).toEqual([])
    })
  }
}

/** An export that looked for words, and its id as the list of exports tells it. */
async function exportedQuietly({ request }: Page): Promise<string> {
  await request.post('/audit/export/file?words=クロネコ', { form: { format: 'csv' } })
  const list = await (await request.get('/audit/export')).text()
  const id = /\/audit\/exports\/([0-9a-f-]{36})\/erase/.exec(list)?.[1]
  if (!id) throw new Error('the export is not listed')
  return id
}

async function faults(page: Page): Promise<string[]> {
  // One frame, no frames within: the older, quicker way of running says the same.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await axe.analyze()
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    ...(sideways > 0 ? [`scrolls sideways by ${sideways} px`] : []),
  ]
}

test('no page is forgotten', () => {
  const world: World = {
    ...{ number: ':number', asked: ':reference', waiting: ':reference', run: ':run' },
    ...{ code: ':code', bought: ':number', exported: ':exported' },
  }
  const seen = new Set(pages.map(([address]) => address(world).split('?')[0]))
  const known = everyRoute()
    .filter(({ page }) => page)
    .map(({ path }) => (path === '(index)' ? '/' : path === '*' ? '/nowhere' : `/${path}`))
  expect(known.filter((path) => !seen.has(path) && !path.startsWith('/sign-in'))).toEqual([])
})
