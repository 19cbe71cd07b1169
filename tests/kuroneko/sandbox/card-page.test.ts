import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type CardPageCall, cardPageUrl, readCardReturn } from '~/kuroneko/card-page.server'
import { buyerTexts } from '~/kuroneko/sandbox/buyer/texts'
import { aPayment, member } from '../operations'
import { aClient, number, startSandbox, type TestSandbox, trader } from '../sandbox'

let sandbox: TestSandbox
let client: ReturnType<typeof aClient>
beforeEach(async () => {
  sandbox = await startSandbox()
  client = aClient(sandbox.protocolUrl)
})
afterEach(async () => {
  await client.close()
  await sandbox.end()
})

const texts = { ja: buyerTexts('ja'), en: buyerTexts('en') }
const typed = {
  pay_with: 'new',
  card_no: '4111 1111-1111 1111',
  card_exp: '12/30',
  card_owner: 'Hanako Yamada',
  security_code: '737',
}

function address(more: Partial<CardPageCall> = {}): string {
  return cardPageUrl(sandbox.protocolUrl, {
    traderCode: trader,
    orderNumber: number,
    amount: 3240,
    returnTo: 'http://127.0.0.1:3000/shop/pay?cart=1',
    language: 'en',
    ...more,
  })
}

/** Sends the page's form as a browser without scripts does: its hidden fields, and what the buyer adds. */
async function submit(page: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  const hidden = [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
  const known = hidden.map(([, name = '', value = '']): [string, string] => [
    name,
    value.replaceAll('&amp;', '&'),
  ])
  const body = new URLSearchParams({ ...Object.fromEntries(known), act: 'pay', ...fields })
  return fetch(`${sandbox.url}/card`, { method: 'POST', body, redirect: 'manual', headers })
}
const open = async (url: string) => (await fetch(url)).text()
const locationOf = (response: Response) => new URL(response.headers.get('location') ?? '')

async function pay(response: Response, orderNumber: string) {
  const brought = readCardReturn(locationOf(response).searchParams)
  if (!brought) throw new Error('nothing was brought back')
  const { token, cardCodeApi } = brought
  return (await client.operate(aPayment('register_with_token', { orderNumber, token, cardCodeApi }))).outcome
}

test('a typed card comes back as a token, a brand and four digits, and nothing more', async () => {
  const page = await open(address())
  expect(page).toMatch(/<aside class="warning">サンドボックス／SANDBOX/)
  expect(page).toContain('3,240 yen')
  const response = await submit(page, typed)
  expect(response.status).toBe(303)
  const back = locationOf(response)
  expect(`${back.origin}${back.pathname}`).toBe('http://127.0.0.1:3000/shop/pay')
  expect(Object.fromEntries(back.searchParams)).toEqual({
    cart: '1',
    token: expect.stringMatching(/^[0-9A-F]{16}$/),
    card_code_api: '9',
    masked_card_no: '************1111',
  })
  expect(await pay(response, 'C1')).toMatchObject({ kind: 'done' })
  expect(sandbox.store.get(trader, 'C1')).toMatchObject({ statusInfo: 4, settleMethod: '9' })
  expect(await pay(response, 'C2')).toMatchObject({ errorCode: 'A082000004' })
  const kept = await sandbox.everythingKept()
  expect(kept).not.toMatch(/4111|737(?!\d)|YAMADA/)
})

test('a token lives for thirty minutes', async () => {
  const response = await submit(await open(address()), typed)
  sandbox.time.now = new Date('2026-11-20T03:30:01.000Z')
  expect(await pay(response, 'C1')).toMatchObject({ errorCode: 'A082000004' })
})

test('giving up brings nothing back', async () => {
  const response = await submit(await open(address()), { ...typed, act: 'give_up' })
  expect([response.status, locationOf(response).href]).toEqual([303, 'http://127.0.0.1:3000/shop/pay?cart=1'])
  expect(readCardReturn(locationOf(response).searchParams)).toBeNull()
})

describe('what is typed wrongly is said, and neither number nor code is shown again', () => {
  test.each<[Partial<typeof typed>, keyof (typeof texts)['en']]>([
    [{ card_no: '4929000000006' }, 'badNumber'],
    [{ card_no: '4111111111111112' }, 'badNumber'],
    [{ card_exp: '10/26' }, 'badExpiry'],
    [{ card_exp: '13/30' }, 'badExpiry'],
    [{ card_owner: '山田花子' }, 'badOwner'],
    [{ security_code: '12' }, 'badCode'],
    [{ pay_with: 'somebody-elses' }, 'badCard'],
  ])('%j: %s', async (wrong, problem) => {
    const response = await submit(await open(address()), { ...typed, ...wrong })
    expect(response.status).toBe(422)
    const page = await response.text()
    expect(page).toContain(texts.en[problem])
    expect(page).not.toMatch(/value="[^"]*(4111|4929|737)/)
  })

  test('full-width letters will do', async () => {
    const wide = {
      card_no: '４１１１１１１１１１１１１１１１',
      card_exp: '１２／３０',
      security_code: '７３７',
    }
    expect((await submit(await open(address()), { ...typed, ...wide })).status).toBe(303)
  })
})

describe('a member’s cards', () => {
  test('are saved, offered, and charged with the security code alone', async () => {
    const first = await submit(await open(address({ member })), typed)
    expect(await pay(first, 'C1')).toMatchObject({ kind: 'done' })
    const page = await open(address({ member, language: 'ja' }))
    expect(page).toContain('************1111')
    expect(page).toContain(texts.ja.willBeSaved)
    const id = sandbox.store.holder(trader, member.memberId)?.cards[0]?.id ?? ''
    const second = await submit(page, { pay_with: id, security_code: '737' })
    expect(await pay(second, 'C2')).toMatchObject({ kind: 'done' })
    expect(sandbox.store.holder(trader, member.memberId)?.cards).toHaveLength(1)
  })

  test('one chosen at the shop already is the only one on the page', async () => {
    await pay(await submit(await open(address({ member })), typed), 'C1')
    const savedCard = { cardKey: '1', lastCreditDate: '20261120120000' }
    const page = await open(address({ member, savedCard }))
    expect(page).not.toContain('name="card_no"')
    const response = await submit(page, { security_code: '737' })
    expect(await pay(response, 'C2')).toMatchObject({ kind: 'done' })
    const gone = { ...savedCard, lastCreditDate: '20261120115959' }
    expect((await fetch(address({ member, savedCard: gone }))).status).toBe(400)
  })

  test('a typed one is not saved where the buyer did not ask for it', async () => {
    const page = await open(address({ member, save: false }))
    expect(page).not.toContain(texts.en.willBeSaved)
    expect(await pay(await submit(page, typed), 'C1')).toMatchObject({ kind: 'done' })
    expect(sandbox.store.holder(trader, member.memberId)).toBeUndefined()
  })

  test.each<[string, Partial<CardPageCall>]>([
    ['a wrong secret', { member: { ...member, accessKey: '0000000' } }],
    ['a trader without the contract', { member, traderCode: '888000002' }],
    ['an unknown trader', { traderCode: '999999999' }],
    ['a number that Kuroneko would not take', { orderNumber: 'p1' }],
    ['another machine', { returnTo: 'https://elsewhere.example/pay' }],
    ['a machine that looks like this one', { returnTo: 'http://127.0.0.1.elsewhere.example/' }],
    ['a name before the address', { returnTo: 'http://a:b@127.0.0.1/' }],
    ['a script', { returnTo: 'javascript:alert(1)' }],
  ])('the page does not open for %s', async (_, call) => {
    const response = await fetch(address(call))
    expect(response.status).toBe(400)
    expect(await response.text()).not.toContain('<form')
  })
})

test('cards behave as the page says: refused, or asked for by the issuer', async () => {
  const refused = await submit(await open(address()), { ...typed, card_no: '4000000000000119' })
  expect(await pay(refused, 'C1')).toMatchObject({ errorCode: 'A082000010', creditErrorCode: 'C14' })
  const asking = await submit(await open(address()), { ...typed, card_no: '4000000000003220' })
  expect(await pay(asking, 'C2')).toMatchObject({ errorCode: 'A081011301' })
})

test('it cannot be framed, scripted, kept, or filled by another site’s form', async () => {
  const response = await fetch(address())
  const policy = response.headers.get('content-security-policy')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).toContain("form-action 'self' http://127.0.0.1:3000;")
  expect(policy).not.toContain('script')
  expect(response.headers.get('x-frame-options')).toBe('DENY')
  expect(response.headers.get('cache-control')).toBe('no-store')
  const page = await response.text()
  expect(page).not.toContain('<script')
  expect((await submit(page, typed, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
})

test('a shop at an address of its own is returned to where the sandbox knows it', async () => {
  const response = await fetch(address({ returnTo: 'https://shop.example/pay' }))
  expect(response.status).toBe(200)
  expect(response.headers.get('content-security-policy')).toContain(
    "form-action 'self' https://shop.example;",
  )
})
