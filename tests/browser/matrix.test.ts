import { randomUUID } from 'node:crypto'
import { type APIRequestContext, type APIResponse, expect, type Page } from '@playwright/test'
import { intents } from '../../app/routes/desk/decide.server'
import { type Answer, type Asker, acts, apart, askers, deciding, pages, toSignIn, type World } from './access'
import { approveAsFirst, claim, open } from './desk-work'
import { newOrders } from './orders'
import { test as base, people, sessionOf } from './people'
import { everyRoute } from './routes'
import { filed } from './shop-work'

let shared: World | undefined

const test = base.extend<{ asked: (asker: Asker) => APIRequestContext; world: World }>({
  asked: async ({ browser, playwright, baseURL }, use) => {
    const contexts = new Map<Asker, APIRequestContext>()
    for (const asker of askers) {
      const storageState = asker === 'nobody' ? undefined : await sessionOf(browser, asker)
      contexts.set(asker, await playwright.request.newContext({ baseURL, storageState }))
    }
    await use((asker) => contexts.get(asker) as APIRequestContext)
    for (const context of contexts.values()) await context.dispose()
  },
  world: async ({ signedIn }, use) => {
    shared ??= await makeWorld(await signedIn('shop'), await signedIn('agent'))
    await use(shared)
  },
})

/** An order whose request was withdrawn, an event of its, and a request that waits for its second approval. */
async function makeWorld(shop: Page, agent: Page): Promise<World> {
  const [order, large] = await newOrders(shop, [{}, { amount: 300_000 }])
  const closed = await filed(shop, order?.number ?? '')
  const answer = await shop.request.post(`/requests/${closed}`, {
    form: { intent: 'withdraw' },
    maxRedirects: 0,
  })
  expect(answer.status()).toBe(302)
  const waiting = await filed(shop, large?.number ?? '')
  await open(agent, waiting)
  await claim(agent)
  await approveAsFirst(agent)
  const number = order?.number ?? ''
  const history = await (await shop.request.get(`/audit/orders/${number}`)).text()
  const event = /\/audit\/proofs\/([0-9a-f-]{36})/.exec(history)?.[1] ?? ''
  return { number, closed, waiting, event }
}

test('the tables know every route, and every route that takes forms', () => {
  const known = (rows: readonly (readonly [string, ...unknown[]])[]) =>
    [...new Set(rows.map(([route]) => route))].sort()
  const all = everyRoute()
  expect(known(pages)).toEqual(all.map(({ path }) => path).sort())
  const withAction = all.filter(({ takesForms }) => takesForms)
  expect([...known(acts), ...apart].sort()).toEqual(withAction.map(({ path }) => path).sort())
  const onTheDesk = acts.flatMap(([route, , form]) => (route === 'desk/:reference' ? form().intent : []))
  expect(new Set(onTheDesk)).toEqual(new Set([...intents, 'attach', 'nonsense']))
})

test('every role gets from every address what it may see', async ({ asked, world }) => {
  test.slow()
  const wrong: string[] = []
  for (const [route, address, answers] of pages) {
    for (const [place, asker] of askers.entries()) {
      const got = told(await asked(asker).get(address(world), { maxRedirects: 0 }))
      if (!fits(got, answers[place])) wrong.push(`${asker} GET ${route}: ${got}, not ${answers[place]}`)
    }
  }
  expect(wrong).toEqual([])
})

test('every role gets for every form what it may do', async ({ asked, world }) => {
  test.slow()
  const wrong: string[] = []
  for (const [route, address, fields, answers] of acts) {
    for (const [place, asker] of askers.entries()) {
      const form = fields()
      const got = told(await asked(asker).post(address(world), { form, maxRedirects: 0 }))
      if (!fits(got, answers[place])) {
        wrong.push(`${asker} POST ${route} ${form.intent ?? ''}: ${got}, not ${answers[place]}`)
      }
    }
  }
  expect(wrong).toEqual([])
})

test('a part of a page, asked for by itself, is kept from whoever may not see the page', async ({
  asked,
  world,
}) => {
  const wrong: string[] = []
  const ids = new Map(everyRoute().map(({ path, id }) => [path, id]))
  for (const [route, address, answers] of pages) {
    const [path, query = ''] = address(world).split('?')
    const part = `${path === '/' ? '/_root' : path}.data?_routes=${encodeURIComponent(ids.get(route) ?? '')}&${query}`
    for (const [place, asker] of askers.entries()) {
      if (answers[place] !== 404 && answers[place] !== toSignIn) continue
      const got = await asked(asker).get(part, { maxRedirects: 0 })
      const kept =
        got.status() === 404 || (got.status() === 202 && (await got.text()).includes('/sign-in?next='))
      if (!kept) wrong.push(`${asker} GET ${part}: ${got.status()}`)
    }
  }
  expect(wrong).toEqual([])
})

test("another shop's orders and requests answer exactly as those that do not exist", async ({
  asked,
  world,
}) => {
  const { number, closed, event } = world
  const other = asked('otherShop')
  const [noNumber, noRequest, noEvent] = [`${number.slice(0, -3)}ZZZ`, 'MT-2026-999999', randomUUID()]
  const gets: [string, string][] = [
    [`/requests/${closed}`, `/requests/${noRequest}`],
    [`/requests/${closed}.data`, `/requests/${noRequest}.data`],
    [`/desk/${closed}`, `/desk/${noRequest}`],
    [`/orders/${number}`, `/orders/${noNumber}`],
    [`/orders/${number}?shop=hananoya`, `/orders/${noNumber}?shop=hananoya`],
    [`/orders/${number}.data`, `/orders/${noNumber}.data`],
    [`/orders?q=${number}`, `/orders?q=${noNumber}`],
    [`/orders/lookup?number=${number}`, `/orders/lookup?number=${noNumber}`],
    [`/orders/lookup?shop=hananoya&number=${number}`, `/orders/lookup?shop=hananoya&number=${noNumber}`],
    [`/audit/orders/${number}`, `/audit/orders/${noNumber}`],
    [`/audit/orders/${number}?shop=hananoya`, `/audit/orders/${noNumber}?shop=hananoya`],
    [`/audit/proofs/${event}`, `/audit/proofs/${noEvent}`],
    [`/audit?q=${number}`, `/audit?q=${noNumber}`],
    [`/audit?q=${closed}`, `/audit?q=${noRequest}`],
    [`/search?q=${number}`, `/search?q=${noNumber}`],
    [`/search?q=${closed}`, `/search?q=${noRequest}`],
  ]
  for (const [theirs, nobodys] of gets) {
    const [a, b] = [
      await other.get(theirs, { maxRedirects: 0 }),
      await other.get(nobodys, { maxRedirects: 0 }),
    ]
    expect(await everything(a, [number, closed, event]), theirs).toEqual(
      await everything(b, [noNumber, noRequest, noEvent]),
    )
  }
  for (const intent of ['answer', 'withdraw', 'claim', 'nonsense']) {
    const form = { intent, ...deciding }
    for (const area of ['requests', 'desk']) {
      const [a, b] = [
        await other.post(`/${area}/${closed}`, { form, maxRedirects: 0 }),
        await other.post(`/${area}/${noRequest}`, { form, maxRedirects: 0 }),
      ]
      expect(await everything(a, [closed]), `${area} ${intent}`).toEqual(await everything(b, [noRequest]))
    }
  }
})

test('signing out is for whoever asks, and ends only that session', async ({ browser, asked }) => {
  const nobody = await asked('nobody').post('/sign-out', { maxRedirects: 0 })
  expect(told(nobody)).toBe('→ /sign-in')
  const context = await browser.newContext()
  const form = { email: people.auditor, password: 'mitame-demo' }
  await context.request.post('/sign-in', { form, maxRedirects: 0 })
  expect(told(await context.request.get('/account', { maxRedirects: 0 }))).toBe('200')
  expect(told(await context.request.post('/sign-out', { maxRedirects: 0 }))).toBe('→ /sign-in')
  expect(told(await context.request.get('/account', { maxRedirects: 0 }))).toContain('→ /sign-in')
  expect(told(await asked('auditor').get('/account', { maxRedirects: 0 }))).toBe('200')
  await context.close()
})

test('what another site makes a browser send is refused, with everybody signed in', async ({
  asked,
  world,
}) => {
  const headers = { Origin: 'https://evil.test' }
  for (const asker of askers) {
    for (const address of [
      `/desk/${world.closed}`,
      '/requests/new',
      '/sign-out',
      '/language',
      '/orders/import',
    ]) {
      const answer = await asked(asker).post(address, { headers, form: { intent: 'claim' }, maxRedirects: 0 })
      expect(answer.status(), `${asker} ${address}`).toBe(403)
    }
  }
})

function told(answer: APIResponse): string {
  const status = answer.status()
  return status >= 300 && status < 400 ? `→ ${answer.headers().location}` : String(status)
}

function fits(got: string, wanted: Answer | undefined): boolean {
  const whole = String(wanted)
  return whole.endsWith('…') ? got.startsWith(whole.slice(0, -1)) : got === whole
}

/** All of an answer but what differs each time: nonces, ids of the request, clocks, and what was asked for. */
async function everything(answer: APIResponse, echoed: string[]) {
  const { date, etag, 'content-length': _length, 'x-request-id': _id, ...headers } = answer.headers()
  const plain = (text: string) =>
    echoed
      .flatMap((word) => [word, word.toLowerCase()])
      .reduce((left, word) => left.replaceAll(word, 'ECHO'), text)
      .replace(/nonce[-=:"\\]+[\w+/=-]+/gu, 'NONCE')
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/gu, 'RANDOM ID')
      .replace(/\b1\d{12}\b/gu, 'NOW')
  return {
    status: answer.status(),
    headers: plain(JSON.stringify(headers)),
    body: plain(await answer.text()),
  }
}
