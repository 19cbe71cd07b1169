import type { ActionFunctionArgs, AppLoadContext } from '@remix-run/node'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loadConfig } from '~/platform/config.server'
import { action, loader } from '~/routes/requests/new'
import type { Desk } from '~/staff/desk.server'
import { anOrder, aRow, aWorld, type World } from '../../audit/world'
import { someJobs } from '../../jobs-double'
import { aKuroneko } from '../../kuroneko-double'
import { authOn } from '../../staff/browser-session'
import { noDownload } from '../no-download'

const url = 'http://127.0.0.1:3000'
let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

let number = 0
/** A number that no other test has used. */
const fresh = () => `P2511${String(++number).padStart(14, '0')}`

async function argsFor(desk: Desk | null, path: string, init: RequestInit = {}): Promise<ActionFunctionArgs> {
  const config = await loadConfig({ MITAME_SECRET: 'a secret of at least 32 characters', MITAME_URL: url })
  const context: AppLoadContext = {
    desk,
    db: world.db,
    auth: authOn(world.db),
    kuroneko: aKuroneko(),
    jobs: someJobs(),
    download: noDownload,
    config,
    nonce: '',
    requestId: '',
    address: '',
  }
  return { request: new Request(`${url}${path}`, init), context, params: {} }
}

type Fields = Record<string, string>

function formOf(rows: Fields[], more: Fields = {}): FormData {
  const form = new FormData()
  rows.forEach((row, place) => {
    for (const [field, value] of Object.entries(row)) form.append(`requests.${place}.${field}`, value)
  })
  for (const [name, value] of Object.entries({ intent: 'file', ...more })) form.append(name, value)
  return form
}

async function post(desk: Desk | null, rows: Fields[], more: Fields = {}) {
  return action(await argsFor(desk, '/requests/new', { method: 'POST', body: formOf(rows, more) }))
}

/** The page's data in an answer that is no redirect. */
function pageOf(answer: Awaited<ReturnType<typeof post>>) {
  if (answer instanceof Response) throw new Error(`a response of ${answer.status}`)
  return { ...answer.data, status: answer.init?.status ?? 200 }
}

const row = (orderNumber: string, more: Partial<ReturnType<typeof aRow>> = {}): Fields => ({
  ...aRow(orderNumber, more),
})
const count = () => world.db.correctionRequest.count()

describe('filing', () => {
  it('files every row and says so where one goes on', async () => {
    const known = fresh()
    await anOrder(world.db, world.shop, known)
    const answer = await post(world.merchant, [row(` ${known.toLowerCase()}`), row(fresh())])
    expect(answer).toMatchObject({ status: 302 })
    expect((answer as Response).headers.get('Location')).toBe('/requests')
    const filed = await world.db.correctionRequest.findFirstOrThrow({ where: { number: known } })
    expect(filed).toMatchObject({ numberMatch: 'normalised', onBehalf: false, state: 'submitted' })
  })

  it('leads to the request itself when there is one', async () => {
    const answer = (await post(world.merchant, [row(fresh())])) as Response
    expect(answer.headers.get('Location')).toMatch(/^\/requests\/MT-2026-\d{6}$/u)
    expect(answer.headers.get('Set-Cookie')).toContain('toast=')
  })

  it('files once when the button is pressed twice', async () => {
    const before = await count()
    const rows = [row(fresh())]
    const key = { idempotencyKey: crypto.randomUUID() }
    const [one, two] = await Promise.all([post(world.merchant, rows, key), post(world.merchant, rows, key)])
    expect((two as Response).headers.get('Location')).toBe((one as Response).headers.get('Location'))
    expect(await count()).toBe(before + 1)
  })

  it('marks what the desk files for a shop, and wants to know for which', async () => {
    const wanted = fresh()
    const refused = pageOf(await post(world.agent, [row(wanted)], { shop: 'no-such-shop' }))
    expect(refused).toMatchObject({ status: 422, errors: { shop: { message: 'error.shop_required' } } })
    await post(world.agent, [row(wanted)], { shop: 'linne' })
    const filed = await world.db.correctionRequest.findFirstOrThrow({ where: { number: wanted } })
    expect(filed).toMatchObject({ onBehalf: true, shopId: world.otherShop })
  })

  it('files for the own shop whatever shop a merchant posts', async () => {
    const wanted = fresh()
    await post(world.merchant, [row(wanted)], { shop: 'linne' })
    const filed = await world.db.correctionRequest.findFirstOrThrow({ where: { number: wanted } })
    expect(filed.shopId).toBe(world.shop)
  })

  it.each(['auditor', 'admin'] as const)('does not exist for the %s', async (role) => {
    await expect(post(world[role], [row(fresh())], { shop: 'linne' })).rejects.toMatchObject({ status: 404 })
  })
})

describe('a form with mistakes', () => {
  it('comes back whole, with each error at its field, and files nothing', async () => {
    const before = await count()
    const rows = [row(fresh()), { orderNumber: ' ', paymentStatus: 'failed', reason: '返品' }]
    const page = pageOf(await post(world.merchant, rows))
    expect(page.status).toBe(422)
    expect(page.errors.requests?.[0]).toBeUndefined()
    expect(page.errors.requests?.[1]).toMatchObject({
      orderNumber: { message: 'error.number_required' },
      paymentStatus: { message: 'error.payment_not_wishable' },
      shippingStatus: { message: 'error.shipping_required' },
      kuronekoStatus: { message: 'error.claim_required' },
    })
    expect(page.errors.requests?.[1]?.reason).toBeUndefined()
    expect(page.values.requests).toMatchObject(rows)
    expect(await count()).toBe(before)
  })

  it('says what stands in the way of an order', async () => {
    const [open, same] = [fresh(), fresh()]
    await anOrder(world.db, world.shop, open)
    await anOrder(world.db, world.shop, same)
    await post(world.merchant, [row(open)])
    const unchanged = row(same, { paymentStatus: 'captured', shippingStatus: 'shipped' })
    const page = pageOf(await post(world.merchant, [row(open), unchanged, row(same)]))
    expect(page.errors.requests).toMatchObject([
      {
        orderNumber: { message: 'error.already_open', types: { reference: expect.stringMatching(/^MT-/u) } },
      },
      { paymentStatus: { message: 'error.nothing_changes' } },
      { orderNumber: { message: 'error.twice' } },
    ])
    expect(page.orders[open]).toMatchObject({ number: open, open: expect.stringMatching(/^MT-/u) })
  })
})

describe('without JavaScript', () => {
  it('looks the numbers up on each round trip, and shows no other shop’s orders', async () => {
    const [own, other] = [fresh(), fresh()]
    await anOrder(world.db, world.shop, own)
    await anOrder(world.db, world.otherShop, other)
    const page = pageOf(await post(world.merchant, [row(own), row(other)], { intent: 'check' }))
    expect(page.orders).toMatchObject({ [own]: { number: own, open: null }, [other]: null })
    expect(page.previews).toMatchObject({ [own]: { evidence: { statusInfo: 40 } }, [other]: null })
    expect(page.errors).toEqual({})
  })

  it('adds a row and keeps the others', async () => {
    const page = pageOf(await post(world.merchant, [row('P1')], { intent: 'add' }))
    expect(page.values.requests.map(({ orderNumber }) => orderNumber)).toEqual(['P1', ''])
  })

  it('reads a pasted post into rows, and files nothing yet', async () => {
    const before = await count()
    const text = '対象注文番号: P251103128744009151、P251103128744009152\n決済ステータス: 注文キャンセル'
    const read = pageOf(await post(world.merchant, [row('P1')], { intent: 'read', text }))
    expect(read.text).toBe(text)
    const moved = pageOf(await post(world.merchant, [row('P1')], { intent: 'move', text }))
    expect(moved.values.requests.map(({ orderNumber }) => orderNumber)).toEqual([
      'P1',
      'P251103128744009151',
      'P251103128744009152',
    ])
    expect(moved.text).toBe('')
    expect(await count()).toBe(before)
  })
})

describe('a session that lapsed', () => {
  let draft = ''
  beforeEach(async () => {
    const answer = (await post(null, [row('P1'), row('P2')])) as Response
    expect(answer.headers.get('Location')).toBe('/sign-in?next=%2Frequests%2Fnew')
    draft = answer.headers.get('Set-Cookie')?.split(';')[0] ?? ''
  })
  const open = async (headers: Record<string, string>) =>
    (await loader(await argsFor(world.merchant, '/requests/new', { headers }))).data

  it('gives the form back once signed in again, once', async () => {
    const again = await open({ cookie: draft })
    expect(again.lapsed).toBe(true)
    expect(again.values.requests).toMatchObject([row('P1'), row('P2')])
    expect(await open({ cookie: draft })).toMatchObject({ lapsed: false })
  })

  it('keeps it from a page that is only fetched ahead', async () => {
    expect(await open({ cookie: draft, 'Sec-Purpose': 'prefetch' })).toMatchObject({ lapsed: false })
    expect(await open({ cookie: draft })).toMatchObject({ lapsed: true })
  })
})

it('opens with the order that the address names', async () => {
  const wanted = fresh()
  await anOrder(world.db, world.shop, wanted)
  const { data } = await loader(await argsFor(world.merchant, `/requests/new?order=${wanted}&tab=paste`))
  expect(data.values.requests).toMatchObject([{ orderNumber: wanted }])
  expect(data.orders[wanted]).toMatchObject({ amount: 8640 })
  expect(data.tab).toBe('paste')
})
