import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OperationOutcome } from '~/kuroneko/operation'
import { openSandboxStore } from '~/kuroneko/sandbox/store.server'
import { aPayment, aRequest, member } from '../operations'
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

const asking = '4000000000003220'
const refusing = '4000008400001629'
const returnUrl = 'http://127.0.0.1:3000/back?cart=1'
const there = () => sandbox.store.get(trader, number)
const errorOf = (outcome: OperationOutcome) => (outcome.kind === 'refused' ? outcome.errorCode : outcome.kind)

/** Pays with a card whose issuer asks; the page's address and the token that the shop keeps. */
async function begin(card = asking, use: (typeof member & { savedCardId: null }) | null = null) {
  const token = sandbox.cardToken(card, use)
  const { outcome } = await client.operate(aPayment('register_with_token', { token, returnUrl }))
  if (outcome.kind !== 'done' || outcome.answer.step !== 'three_d_secure') throw new Error('no 3-D Secure')
  const address = /href="([^"]+)"/.exec(outcome.answer.html)?.[1] ?? ''
  return { address, threeDToken: outcome.answer.threeDToken }
}

/** What the browser brings back to the shop after a button of the issuer's page. */
async function press(address: string, verdict: string): Promise<Record<string, string>> {
  const body = new URLSearchParams({ verdict })
  const response = await fetch(address, { method: 'POST', body, redirect: 'manual' })
  const back = new URL(response.headers.get('location') ?? '')
  expect([response.status, `${back.origin}${back.pathname}`]).toEqual([303, 'http://127.0.0.1:3000/back'])
  const { cart, ...returned } = Object.fromEntries(back.searchParams)
  expect(cart).toBe('1')
  return returned
}
const finish = async (threeDToken: string, returned: Record<string, string>) =>
  (await client.operate(aRequest('finish_three_d_secure', { threeDToken, returned }))).outcome

test('the issuer asks, the buyer passes, and only then it is authorised', async () => {
  const { address, threeDToken } = await begin()
  expect(threeDToken).toHaveLength(32)
  expect(there()).toMatchObject({ statusInfo: 21, authorisedAt: null })
  const page = await (await fetch(address)).text()
  expect(page).toContain('************3220')
  const returned = await press(address, 'passed')
  expect(Object.keys(returned)).toEqual(expect.arrayContaining(['3D_TRAN_ID', 'RES_CODE', 'HASH_VALUE']))
  expect(there()?.statusInfo).toBe(21)
  expect(await finish(threeDToken, returned)).toEqual({
    kind: 'done',
    answer: { approvalCode: expect.stringMatching(/^\d{6}$/) },
  })
  expect(there()).toMatchObject({ statusInfo: 4, threeDCode: '0000' })
  expect(errorOf(await finish(threeDToken, returned))).toBe('A092000001')
  expect((await fetch(address)).status).toBe(404)
})

test.each(['failed', 'given_up'])('the buyer has %s', async (verdict) => {
  const { address, threeDToken } = await begin()
  expect(errorOf(await finish(threeDToken, await press(address, verdict)))).toBe('A092000004')
  expect(there()).toMatchObject({ statusInfo: 11, threeDCode: '0002', authorisedAt: null })
})

test('the issuer may be satisfied and the card refused', async () => {
  const { address, threeDToken } = await begin(refusing)
  expect(await finish(threeDToken, await press(address, 'passed'))).toEqual({
    kind: 'refused',
    errorCode: 'A092000005',
    creditErrorCode: 'G97',
    refusal: 'buyer',
  })
  expect(there()?.statusInfo).toBe(13)
})

describe('a reply that was altered', () => {
  test.each<[string, (returned: Record<string, string>) => Record<string, string>]>([
    ['another verdict', (returned) => ({ ...returned, RES_CODE: '0000' })],
    ['another amount', (returned) => ({ ...returned, ITEM_PRICE: '1' })],
    ['no seal', ({ HASH_VALUE: _, ...returned }) => returned],
  ])('%s', async (_, alter) => {
    const { address, threeDToken } = await begin()
    const returned = await press(address, 'failed')
    expect(errorOf(await finish(threeDToken, alter(returned)))).toBe('A092000003')
    expect(errorOf(await finish('0'.repeat(32), returned))).toBe('A092000003')
    expect(there()?.statusInfo).toBe(21)
  })
})

test('a card to be saved is saved when all is through, also after a restart', async () => {
  const { address, threeDToken } = await begin(asking, { ...member, savedCardId: null })
  expect(sandbox.store.holder(trader, member.memberId)).toBeUndefined()
  const kept = (await openSandboxStore(sandbox.folder)).get(trader, number)
  expect(kept?.threeD).toMatchObject({ token: threeDToken, card: { masked: '************3220' } })
  await finish(threeDToken, await press(address, 'passed'))
  expect(sandbox.store.holder(trader, member.memberId)?.cards).toMatchObject([{ masked: '************3220' }])
  expect(await sandbox.everythingKept()).not.toMatch(new RegExp(asking))
})

test('a buyer who never comes back has broken off', async () => {
  const { address, threeDToken } = await begin()
  const returned = await press(address, 'passed')
  sandbox.time.now = new Date('2026-11-20T03:30:00.000Z')
  expect(errorOf(await finish(threeDToken, returned))).toBe('A092000004')
  expect(there()?.statusInfo).toBe(20)
})

test('a trader may have every card asked, a saved one too', async () => {
  const ofTrader = { traderCode: '888000004', returnUrl }
  const own = { ...member, accessKey: '1234567' }
  const token = sandbox.cardToken('4111111111111111', { ...own, savedCardId: null }, '888000004')
  const first = await client.operate(
    aPayment('register_with_token', { ...ofTrader, orderNumber: 'V1', token }),
  )
  expect(first.outcome).toMatchObject({ answer: { step: 'three_d_secure' } })
  const pass = async (html: string) => press(/href="([^"]+)"/.exec(html)?.[1] ?? '', 'passed')
  const through = async (outcome: OperationOutcome, orderNumber: string) => {
    if (outcome.kind !== 'done' || !('html' in outcome.answer)) throw new Error('no 3-D Secure')
    const { html, threeDToken } = outcome.answer
    return aRequest('finish_three_d_secure', {
      ...ofTrader,
      orderNumber,
      threeDToken,
      returned: await pass(html),
    })
  }
  const finished = await client.operate(await through(first.outcome, 'V1'))
  expect(finished.outcome.kind).toBe('done')
  const place = { ...own, ...ofTrader, cardKey: '1', lastCreditDate: '20261120120000', orderNumber: 'V2' }
  const second = await client.operate(aPayment('register_with_saved_card', place))
  const asked = await through(second.outcome, 'V2')
  const last = await client.operate({ ...asked, operation: 'finish_saved_card_three_d_secure' })
  expect(last.outcome.kind).toBe('done')
  expect(sandbox.store.get('888000004', 'V2')).toMatchObject({ statusInfo: 4, memberId: member.memberId })
})

test('without a place to come back to, nothing is begun', async () => {
  const token = sandbox.cardToken(asking)
  const { outcome } = await client.operate(aPayment('register_with_token', { token }))
  expect(errorOf(outcome)).toBe('A081011301')
  expect(there()).toBeUndefined()
})
