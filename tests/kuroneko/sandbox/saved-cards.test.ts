import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkSum } from '~/kuroneko/check-sum.server'
import type { OperationOutcome, SavedCard } from '~/kuroneko/operation'
import { openSandboxStore } from '~/kuroneko/sandbox/store.server'
import { masked, testCards } from '~/kuroneko/sandbox/test-cards'
import { aPayment, member } from '../operations'
import { aClient, startSandbox, type TestSandbox, trader } from '../sandbox'

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

const [visa = '', master = '', jcb = '', amex = ''] = testCards.map(({ number }) => number)
let made = 0

/** Pays with that card and saves it; an hour passes, so that every payment has a time of its own. */
async function save(number: string, more: { scheduledShippingDate?: string } = {}) {
  made += 1
  sandbox.time.now = new Date(sandbox.time.now.getTime() + 3_600_000)
  const token = sandbox.cardToken(number, { ...member, savedCardId: null })
  const payment = aPayment('register_with_token', { orderNumber: `S${made}`, token, ...more })
  return (await client.operate(payment)).outcome
}
async function list(): Promise<SavedCard[]> {
  const { outcome } = await client.operate({ operation: 'list_cards', traderCode: trader, ...member })
  return outcome.kind === 'done' ? outcome.answer.cards : []
}
const endings = async () => (await list()).map(({ maskedNumber }) => maskedNumber.slice(-4))
const remove = ({ cardKey, lastCreditDate }: Pick<SavedCard, 'cardKey' | 'lastCreditDate'>) =>
  client.operate({ operation: 'delete_card', traderCode: trader, ...member, cardKey, lastCreditDate })
function payWith({ cardKey, lastCreditDate }: SavedCard, more: { returnUrl?: string } = {}) {
  made += 1
  sandbox.time.now = new Date(sandbox.time.now.getTime() + 3_600_000)
  const place = { ...member, cardKey, lastCreditDate, orderNumber: `S${made}`, ...more }
  return client.operate(aPayment('register_with_saved_card', place))
}
const errorOf = (outcome: OperationOutcome) => (outcome.kind === 'refused' ? outcome.errorCode : outcome.kind)

test('the check sum is the protocol’s own', () => {
  expect(checkSum({ memberId: 'M000123', authenticationKey: 'k3yA9b2C', accessKey: '7654321' })).toBe(
    '813dd4adb75dc221a9c0f485baa2064b8f76c90fa7de0fe69d400af44b982cae',
  )
})

describe('the life of saved cards', () => {
  test('a payment saves one, and the list tells all but its number', async () => {
    expect(await list()).toEqual([])
    expect(await save(visa)).toMatchObject({ kind: 'done', answer: { step: 'registered' } })
    expect(await list()).toEqual([
      {
        cardKey: '1',
        maskedNumber: '************1111',
        expiry: '1230',
        owner: 'HANAKO YAMADA',
        cardCodeApi: '9',
        lastCreditDate: '20261120130000',
        hasReservation: false,
        hasRecurring: false,
      },
    ])
    const inquiry = await client.inquire({ traderCode: trader, orderNumber: `S${made}` })
    expect(inquiry.raw).toContain('<memberId>M000123</memberId>')
  })

  test('there are three at most, each once', async () => {
    for (const number of [visa, master, jcb]) await save(number)
    expect(await endings()).toEqual(['0000', '4444', '1111'])
    expect(errorOf(await save(amex))).toBe('A082000011')
    expect(sandbox.store.get(trader, `S${made}`)).toBeUndefined()
    await remove((await list())[1] as SavedCard)
    expect(errorOf(await save(visa))).toBe('A082000011')
    expect(await endings()).toEqual(['0000', '1111'])
    expect((await save(amex)).kind).toBe('done')
  })

  test('a key is a place that shifts, and the last charge is the lock', async () => {
    await save(visa)
    await save(master)
    const [, oldVisa] = await list()
    expect((await payWith(oldVisa as SavedCard)).outcome.kind).toBe('done')
    expect(await endings()).toEqual(['1111', '4444'])
    expect(errorOf((await remove(oldVisa as SavedCard)).outcome)).toBe('A053000001')
    expect(errorOf((await payWith(oldVisa as SavedCard)).outcome)).toBe('A012060001')
    expect((await remove((await list())[0] as SavedCard)).outcome).toEqual({ kind: 'done', answer: {} })
    expect(await endings()).toEqual(['4444'])
    expect((await remove((await list())[0] as SavedCard)).outcome.kind).toBe('done')
    expect(await list()).toEqual([])
  })

  test('a refused card is not saved', async () => {
    expect(await save('4000000000000002')).toMatchObject({ creditErrorCode: 'G12', refusal: 'buyer' })
    expect(await list()).toEqual([])
  })

  test('one that carries a reservation says so and stays', async () => {
    await save(visa, { scheduledShippingDate: '20261224' })
    const [card] = await list()
    expect(card?.hasReservation).toBe(true)
    expect(errorOf((await remove(card as SavedCard)).outcome)).toBe('A054000001')
  })

  test('they outlive a restart, and no file holds a number', async () => {
    await save(visa)
    const again = await openSandboxStore(sandbox.folder)
    const holder = again.holder(trader, member.memberId)
    expect(holder?.cards).toMatchObject([{ masked: masked(visa), brand: '9', expiry: '1230' }])
    expect(await sandbox.everythingKept()).not.toMatch(/\d{15,16}(?!\d)|7654321/)
  })

  test('a token for a saved card pays with it, unless it is gone meanwhile', async () => {
    await save(visa)
    const id = sandbox.store.holder(trader, member.memberId)?.cards[0]?.id ?? ''
    const tokens = [1, 2].map(() => sandbox.cardToken(visa, { ...member, savedCardId: id }))
    const pay = (orderNumber: string, token = '') =>
      client.operate(aPayment('register_with_token', { orderNumber, token }))
    expect((await pay('T1', tokens[0])).outcome.kind).toBe('done')
    await remove((await list())[0] as SavedCard)
    expect(errorOf((await pay('T2', tokens[1])).outcome)).toBe('A082000008')
  })
})

describe('who may', () => {
  const ask = async (more: Partial<typeof member & { traderCode: string }>) => {
    const request = { operation: 'list_cards', traderCode: trader, ...member, ...more } as const
    return errorOf((await client.operate(request)).outcome)
  }

  test('only with the merchant’s secret and the member’s own key', async () => {
    await save(visa)
    expect(await ask({})).toBe('done')
    expect(await ask({ accessKey: '0000000' })).toBe('A031010571')
    expect(await ask({ authenticationKey: 'another' })).toBe('A031010471')
  })

  test('only where it is contracted, and each trader’s members are its own', async () => {
    await save(visa)
    expect(await ask({ traderCode: '888000002' })).toBe('A032000001')
    const elsewhere = { operation: 'list_cards', traderCode: '888000004', ...member } as const
    const { outcome } = await client.operate({ ...elsewhere, accessKey: '1234567' })
    expect(outcome).toEqual({ kind: 'done', answer: { cards: [] } })
  })
})

test('A04 changes a card under its lock', async () => {
  await save(visa)
  const [card] = await list()
  const { accessKey: _, memberId, authenticationKey } = member
  const change = (fields: Record<string, string>) =>
    sandbox.post('creditInfoUpdate', {
      function_div: 'A04',
      trader_code: trader,
      member_id: memberId,
      authentication_key: authenticationKey,
      check_sum: checkSum(member),
      card_key: '1',
      last_credit_date: card?.lastCreditDate ?? '',
      card_exp: '1230',
      card_owner: 'HANAKO YAMADA',
      card_code_api: '9',
      ...fields,
    })
  expect(await change({})).toContain('A043000002')
  expect(await change({ card_exp: '1026' })).toContain('A044000001')
  expect(await change({ card_exp: '0131', last_credit_date: '20200101000000' })).toContain('A043000001')
  expect(await change({ card_exp: '0131' })).toContain('<errorCode></errorCode>')
  expect((await list())[0]?.expiry).toBe('0131')
})
