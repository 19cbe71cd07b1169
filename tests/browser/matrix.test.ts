import { randomUUID } from 'node:crypto'
import { type APIRequestContext, type APIResponse, expect, type Page } from '@playwright/test'
import { intents } from '../../app/routes/desk/decide.server'
import { approveAsFirst, claim, open } from './desk-work'
import { newOrders } from './orders'
import { test as base, type Person, people, sessionOf } from './people'
import { everyRoute } from './routes'
import { filed } from './shop-work'

/** Who gets what from every address (`design.md` §3). A status, or where one is led. */

/** `…` stands for whatever follows. */
type Answer = number | `→ ${string}`
type Asker = 'nobody' | Person
const askers: Asker[] = ['nobody', 'shop', 'otherShop', 'agent', 'lead', 'auditor', 'admin']
type Answers = [nobody: Answer, shop: Answer, otherShop: Answer, ...staff: [Answer, Answer, Answer, Answer]]

/** What the rows' addresses name; all of it is the shop's, none the other shop's. */
type World = { number: string; closed: string; waiting: string }

const toSignIn = '→ /sign-in?next=…'
const everyone: Answers = [toSignIn, 200, 200, 200, 200, 200, 200]
const ownOrStaff: Answers = [toSignIn, 200, 404, 200, 200, 200, 200]
const home = fill('→ /')

const signedInGoHome: Answers = [400, '→ /', '→ /', '→ /', '→ /', '→ /', '→ /']
const noOne: Answers = [toSignIn, 404, 404, 404, 404, 404, 404]
const reviewers = (answer: Answer): Answers => [toSignIn, 404, 404, answer, answer, 404, 404]

/** The route's path in `app/routes.ts`, the address asked for, and what each asker gets. */
const pages: [route: string, address: (world: World) => string, answers: Answers][] = [
  //                                                        nobody    shop   other  agent  lead auditor admin
  ['sign-in', () => '/sign-in', [200, '→ /', '→ /', '→ /', '→ /', '→ /', '→ /']],
  ['sign-in/code', () => '/sign-in/code', [200, '→ /', '→ /', '→ /', '→ /', '→ /', '→ /']],
  ['sign-out', () => '/sign-out', home],
  ['language', () => '/language', home],
  ['(index)', () => '/', everyone],
  [
    'search',
    ({ closed }) => `/search?q=${closed}`,
    [toSignIn, '→ /requests/…', '→ /requests/…', '→ /desk/…', '→ /desk/…', '→ /desk/…', '→ /desk/…'],
  ],
  [
    'search',
    ({ number }) => `/search?q=${number}`,
    [
      toSignIn,
      '→ /orders/P…',
      '→ /orders?q=…',
      '→ /orders/P…',
      '→ /orders/P…',
      '→ /orders/P…',
      '→ /orders/P…',
    ],
  ],
  ['account', () => '/account', everyone],
  ['help/rules', () => '/help/rules', everyone],
  ['requests', () => '/requests', everyone],
  ['requests/new', () => '/requests/new', [toSignIn, 200, 200, 200, 200, 404, 404]],
  // It takes forms only.
  ['requests/parse', () => '/requests/parse', [400, 400, 400, 400, 400, 400, 400]],
  ['requests/assess', () => '/requests/assess', [400, 400, 400, 400, 400, 400, 400]],
  ['requests/:reference', ({ closed }) => `/requests/${closed}`, ownOrStaff],
  ['desk/quick', () => '/desk/quick', reviewers(200)],
  ['desk', () => '/desk', [toSignIn, 404, 404, 200, 200, 200, 200]],
  ['desk/:reference', ({ closed }) => `/desk/${closed}`, [toSignIn, 404, 404, 200, 200, 200, 200]],
  // There is no such picture; its own test has one.
  ['desk/:reference/evidence/:evidence', ({ closed }) => `/desk/${closed}/evidence/${randomUUID()}`, noOne],
  ['orders', () => '/orders', everyone],
  ['orders/import', () => '/orders/import', [toSignIn, 200, 200, 404, 404, 404, 200]],
  ['orders/lookup', ({ number }) => `/orders/lookup?number=${number}`, everyone],
  ['orders/:number', ({ number }) => `/orders/${number}`, ownOrStaff],
  ['audit', () => '/audit', everyone],
  ['audit/orders/:number', ({ number }) => `/audit/orders/${number}`, ownOrStaff],
  ['*', () => '/nowhere', [toSignIn, 404, 404, 404, 404, 404, 404]],
]

const deciding = { idempotencyKey: randomUUID(), digest: 'f'.repeat(64), body: '…', note: '…' }

type Fields = Record<string, string>
type Act = [route: string, address: (world: World) => string, form: () => Fields, answers: Answers]
const onDesk = (intent: string, answers: Answers): Act => [
  'desk/:reference',
  ({ closed }) => `/desk/${closed}`,
  () => ({ intent, ...deciding }),
  answers,
]
const account = (intent: string, shops: Answer, staff: Answer): Act => [
  'account',
  () => '/account',
  () => ({ intent }),
  [toSignIn, shops, shops, staff, staff, staff, staff],
]

/**
 * What each asker gets for sending a form. Those of requests go to one that is withdrawn, so that nothing comes of them:
 * 409 says that one may, but comes too late.
 */
const acts: Act[] = [
  ['sign-in', () => '/sign-in', () => ({}), signedInGoHome],
  ['sign-in/code', () => '/sign-in/code', () => ({}), signedInGoHome],
  ['language', () => '/language', () => ({ language: 'ja', next: '/orders' }), fill('→ /orders')],
  ['language', () => '/language', () => ({ language: 'ja', next: '//evil.test' }), fill('→ /')],
  account('password', 400, 400),
  account('start', 404, 400),
  account('confirm', 404, 400),
  account('renew', 400, 400),
  account('stop', 400, 400),
  account('nonsense', 404, 404),
  [
    'requests/new',
    () => '/requests/new',
    () => ({ intent: 'file' }),
    [toSignIn, 422, 422, 422, 422, 404, 404],
  ],
  [
    'requests/new',
    () => '/requests/new',
    () => ({ intent: 'add' }),
    [toSignIn, 200, 200, 200, 200, 404, 404],
  ],
  [
    'requests/new',
    () => '/requests/new',
    () => ({ intent: 'move', text: '対象注文番号: P1' }),
    [toSignIn, 200, 200, 200, 200, 404, 404],
  ],
  ['requests/assess', () => '/requests/assess', () => ({}), [toSignIn, 200, 200, 200, 200, 404, 404]],
  ['desk/quick', () => '/desk/quick', () => ({}), reviewers(422)],
  [
    'requests/parse',
    () => '/requests/parse',
    () => ({ text: '対象注文番号: P1' }),
    [toSignIn, 200, 200, 200, 200, 404, 404],
  ],
  ['requests/parse', () => '/requests/parse', () => ({}), [toSignIn, 422, 422, 422, 422, 404, 404]],
  [
    'requests/:reference',
    ({ closed }) => `/requests/${closed}`,
    () => ({ intent: 'answer', body: 'はい' }),
    [toSignIn, 409, 404, 409, 409, 404, 404],
  ],
  [
    'requests/:reference',
    ({ closed }) => `/requests/${closed}`,
    () => ({ intent: 'withdraw' }),
    [toSignIn, 409, 404, 409, 409, 404, 404],
  ],
  ['requests/:reference', ({ closed }) => `/requests/${closed}`, () => ({ intent: 'approve' }), noOne],
  onDesk('claim', reviewers(409)),
  onDesk('release', reviewers(409)),
  onDesk('resume', reviewers(409)),
  onDesk('ask', reviewers(409)),
  onDesk('answer', reviewers(409)),
  onDesk('approve', reviewers(409)),
  onDesk('approve_second', reviewers(409)),
  onDesk('return', reviewers(409)),
  onDesk('reject', reviewers(409)),
  onDesk('withdraw', reviewers(409)),
  // Kuroneko can be asked about any request, whatever became of it.
  onDesk('ask_kuroneko', reviewers('→ /desk/…')),
  onDesk('attach', reviewers(422)),
  onDesk('note', reviewers('→ /desk/…')),
  onDesk('nonsense', noOne),
  [
    'desk/:reference',
    ({ waiting }) => `/desk/${waiting}`,
    () => ({ intent: 'approve_second', ...deciding }),
    [toSignIn, 404, 404, 403, 409, 404, 404],
  ],
  [
    'orders/import',
    () => '/orders/import',
    () => ({}),
    [toSignIn, '→ /orders/import', '→ /orders/import', 404, 404, 404, '→ /orders/import'],
  ],
]

function fill(answer: Answer): Answers {
  return [answer, answer, answer, answer, answer, answer, answer]
}

/** Signing out ends the session that asked, so it is asked with one of its own, below. */
const apart = ['sign-out']

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

/** An order whose request was withdrawn, and a request that waits for its second approval. */
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
  return { number: order?.number ?? '', closed, waiting }
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
  const { number, closed } = world
  const other = asked('otherShop')
  const [noNumber, noRequest] = [`${number.slice(0, -3)}ZZZ`, 'MT-2026-999999']
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
    expect(await everything(a, [number, closed]), theirs).toEqual(await everything(b, [noNumber, noRequest]))
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
