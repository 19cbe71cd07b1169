import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SandboxTransaction } from '~/kuroneko/sandbox/transaction'
import { aTransaction, number, startSandbox, type TestSandbox, trader } from '../sandbox'

let sandbox: TestSandbox
beforeEach(async () => {
  sandbox = await startSandbox()
})
afterEach(() => sandbox.end())

const names = {
  A06: 'creditCancel',
  A07: 'creditChangePrice',
  A08: 'creditToken',
  A11: 'reAuth',
  E01: 'shipmentEntry',
  E02: 'shipmentCancel',
  E03: 'changeDate',
  E04: 'tradeInfo',
} as const

/** Calls an operation; the error code, '' when done. */
async function call(code: keyof typeof names, fields: Record<string, string> = {}): Promise<string> {
  const xml = await sandbox.post(names[code], {
    function_div: code,
    trader_code: trader,
    order_no: number,
    ...fields,
  })
  expect(xml).toContain(`<returnCode>${xml.includes('<errorCode></errorCode>') ? 0 : 1}</returnCode>`)
  return /<errorCode>(.*)<\/errorCode>/.exec(xml)?.[1] ?? 'no error code'
}

const there = (orderNo = number) => sandbox.store.get(trader, orderNo)
const slip = (slipNumber: string, service: '00' | '99' = '00') => ({
  number: slipNumber,
  service,
  registeredAt: '2026-11-20T02:00:00.000Z',
})
const yamato = { slip_no: '471002345671', delivery_service_code: '00' }
const byOther = { slip_no: number, delivery_service_code: '99' }

type Case = [
  operation: keyof typeof names,
  from: Partial<SandboxTransaction> | null,
  fields: Record<string, string>,
  errorCode: string,
  to: number | undefined,
]
const all = [0, 4, 5, 11, 15, 16, 17, 20, 30, 31, 40]
const others = (...possible: number[]) => all.filter((status) => !possible.includes(status))

describe('each operation from each status', () => {
  test.each<Case>([
    ...[4, 5, 15, 17, 30, 31].map((statusInfo): Case => ['A06', { statusInfo }, {}, '', 40]),
    ...others(4, 5, 15, 17, 30, 31).map(
      (statusInfo): Case => ['A06', { statusInfo }, {}, 'A062010003', statusInfo],
    ),
    ['A06', null, {}, 'A062010001', undefined],
    ['A06', { settleMethodDiv: '1' }, {}, 'A062010002', 4],
    ...[4, 5, 30, 31].map(
      (statusInfo): Case => ['A07', { statusInfo }, { new_price: '6000' }, '', statusInfo],
    ),
    ...others(4, 5, 30, 31).map(
      (statusInfo): Case => ['A07', { statusInfo }, { new_price: '6000' }, 'A073000001', statusInfo],
    ),
    ['A07', null, { new_price: '6000' }, 'A073000001', undefined],
    ['A07', {}, { new_price: '5280' }, 'A074000001', 4],
    ['A07', {}, { new_price: '0' }, 'A071010405', 4],
    ['A07', {}, { new_price: '1.5' }, 'A071010404', 4],
    ['A07', {}, {}, 'A071010401', 4],
    ...[4, 30, 40].map((statusInfo): Case => ['A11', { statusInfo }, {}, '', 4]),
    ...others(4, 30, 40).map((statusInfo): Case => ['A11', { statusInfo }, {}, 'A112000002', statusInfo]),
    ['A11', { statusInfo: 30, slips: [slip(number, '99')] }, {}, 'A112000002', 30],
    ['A11', null, {}, 'A112000002', undefined],
    ['E01', { statusInfo: 4 }, yamato, '', 30],
    ['E01', { statusInfo: 30 }, yamato, '', 30],
    ['E01', { statusInfo: 4 }, byOther, '', 30],
    ...others(4, 30).map((statusInfo): Case => ['E01', { statusInfo }, yamato, 'E011010351', statusInfo]),
    ['E01', null, yamato, 'E011010351', undefined],
    ['E01', {}, { ...yamato, slip_no: '' }, 'E011010401', 4],
    ['E01', {}, { ...yamato, slip_no: '47100234567' }, 'E011010402', 4],
    ['E01', {}, { ...yamato, slip_no: '47100234567A' }, 'E011010404', 4],
    ['E01', {}, { ...yamato, slip_no: '471002345672' }, 'E011010451', 4],
    ['E01', {}, { ...yamato, delivery_service_code: '01' }, 'E011010506', 4],
    ['E01', { statusInfo: 30, slips: [slip(yamato.slip_no)] }, yamato, 'E012000001', 30],
    ['E02', { statusInfo: 30, slips: [slip(yamato.slip_no)] }, yamato, '', 4],
    ['E02', { statusInfo: 30, slips: [slip(yamato.slip_no), slip('471002345682')] }, yamato, '', 30],
    ['E02', { statusInfo: 30, slips: [slip('471002345682')] }, yamato, 'E022000001', 30],
    ['E02', { statusInfo: 31, slips: [slip(yamato.slip_no)] }, yamato, 'E021010351', 31],
    ['E02', { statusInfo: 4 }, yamato, 'E021010351', 4],
    ['E03', { statusInfo: 5 }, { scheduled_shipping_date: '20261224' }, '', 5],
    ['E03', { statusInfo: 5 }, { scheduled_shipping_date: '20261119' }, 'E031010471', 5],
    ['E03', { statusInfo: 4 }, { scheduled_shipping_date: '20261224' }, 'E031010351', 4],
    ['E04', null, {}, '', undefined],
  ])('%s from %j with %j: %s, then %s', async (operation, from, fields, errorCode, to) => {
    if (from) await sandbox.store.add([aTransaction(from)])
    expect(await call(operation, fields)).toBe(errorCode)
    expect(there()?.statusInfo).toBe(to)
  })
})

describe('beside the status', () => {
  test('a cancellation takes the slips with it, and a new authorisation undoes it', async () => {
    await sandbox.store.add([aTransaction({ statusInfo: 31, slips: [slip(yamato.slip_no)] })])
    await call('A06')
    expect(there()).toMatchObject({ cancelledAt: '2026-11-20T03:00:00.000Z', slips: [] })
    await call('A11')
    expect(there()).toMatchObject({
      statusInfo: 4,
      cancelledAt: null,
      authorisedAt: '2026-11-20T03:00:00.000Z',
    })
  })

  test('a change of amount shows in the amount alone', async () => {
    await sandbox.store.add([aTransaction({ statusInfo: 31 })])
    await call('A07', { new_price: '1200' })
    expect(there()).toMatchObject({ statusInfo: 31, amount: 1200, renewedAt: '2026-11-20T03:00:00.000Z' })
  })

  test('a contract may not cover changes of amount, or higher ones', async () => {
    await sandbox.store.add([
      aTransaction({ traderCode: '888000002' }),
      aTransaction({ traderCode: '888000003' }),
    ])
    expect(await call('A07', { trader_code: '888000002', new_price: '1' })).toBe('A072000001')
    expect(await call('A07', { trader_code: '888000003', new_price: '9000' })).toBe('A074000002')
    expect(await call('A07', { trader_code: '888000003', new_price: '1' })).toBe('')
  })

  test('three orders of one shop may share a slip, up to ¥300,000 together; another shop may not', async () => {
    await sandbox.store.add([
      ...['P1', 'P2', 'P3', 'P4'].map((orderNo) => aTransaction({ orderNo })),
      aTransaction({ orderNo: 'P5', amount: 299_000 }),
      aTransaction({ traderCode: '888000002' }),
    ])
    expect(await call('E01', { ...yamato, order_no: 'P1' })).toBe('')
    expect(await call('E01', { ...yamato, order_no: 'P5' })).toBe('E012000003')
    expect(await call('E01', { ...yamato, order_no: 'P2' })).toBe('')
    expect(await call('E01', { ...yamato, order_no: 'P3' })).toBe('')
    expect(await call('E01', { ...yamato, order_no: 'P4' })).toBe('E012000004')
    expect(await call('E01', { ...yamato, trader_code: '888000002' })).toBe('E012000001')
  })
})

describe('with time', () => {
  const at = (time: string) => {
    sandbox.time.now = new Date(`2026-11-20T${time}+09:00`)
  }
  test.each([
    ['22:59:59', '', ''],
    ['23:00:00', 'A070000000', 'A110000000'],
    ['00:59:59', 'A070000000', 'A110000000'],
    ['01:00:00', '', ''],
  ])('at %s amounts and authorisations are %s%s', async (time, amountCode, authorisationCode) => {
    await sandbox.store.add([aTransaction()])
    at(time)
    expect(await call('A07', { new_price: '1' })).toBe(amountCode)
    expect(await call('A11')).toBe(authorisationCode)
    expect(await call('E04')).toBe('')
    expect(await call('A06')).toBe('')
  })

  test('Kuroneko settles a parcel of Yamato a day later, and another carrier’s not by itself', async () => {
    await sandbox.store.add([
      aTransaction({ statusInfo: 30, slips: [slip(yamato.slip_no)] }),
      aTransaction({ orderNo: 'P2', statusInfo: 30, slips: [slip('P2', '99')] }),
    ])
    sandbox.time.now = new Date('2026-11-21T01:59:59Z')
    await call('E04')
    expect(there()?.statusInfo).toBe(30)
    sandbox.time.now = new Date('2026-11-21T02:00:00Z')
    await call('E04')
    await call('E04', { order_no: 'P2' })
    expect([there()?.statusInfo, there('P2')?.statusInfo]).toEqual([31, 30])
  })

  test('Kuroneko authorises a reservation ten days before', async () => {
    await sandbox.store.add([aTransaction({ statusInfo: 5, scheduledShippingDate: '20261202' })])
    sandbox.time.now = new Date('2026-11-21T14:59:59Z')
    await call('E04')
    expect(there()?.statusInfo).toBe(5)
    sandbox.time.now = new Date('2026-11-21T15:00:00Z')
    await call('E04')
    expect(there()?.statusInfo).toBe(4)
  })
})

describe('A08', () => {
  const order = {
    device_div: '2',
    settle_price: '3240',
    buyer_name_kanji: '山田花子',
    buyer_tel: '03-1234-5678',
    buyer_email: 'hanako@example.jp',
    pay_way: '1',
    goods_name: '最中',
    card_code_api: '9',
  }
  async function token(fields: Record<string, string> = {}): Promise<string> {
    const body = new URLSearchParams({ trader_code: trader, ...fields })
    const response = await fetch(`${sandbox.url}/token`, { method: 'POST', body })
    return (await response.json()).token
  }

  test('registers an authorised transaction, once for each number and each token', async () => {
    const first = { ...order, token: await token() }
    expect(await call('A08', first)).toBe('')
    expect(there()).toMatchObject({ statusInfo: 4, amount: 3240 })
    expect(JSON.stringify(there())).not.toMatch(/hanako|山田|03-1234/)
    expect(await call('A08', { ...order, token: await token() })).toBe('A082000003')
    expect(await call('A08', { ...first, order_no: 'P2' })).toBe('A082000004')
  })

  test('takes no token that is too old, or another trader’s', async () => {
    const old = await token()
    const foreign = await token({ trader_code: '888000002' })
    expect(await call('A08', { ...order, token: foreign })).toBe('A082000004')
    sandbox.time.now = new Date('2026-11-20T03:30:01Z')
    expect(await call('A08', { ...order, token: old })).toBe('A082000004')
    expect(there()).toBeUndefined()
  })

  test('says what the card network said, and the number is used up', async () => {
    const refused = await token({ credit_error_code: 'G12' })
    expect(await call('A08', { ...order, token: refused })).toBe('A082000010')
    expect(there()?.statusInfo).toBe(13)
    expect(await call('A08', { ...order, token: await token() })).toBe('A082000003')
  })

  test('with a planned day it is a reservation', async () => {
    expect(await call('A08', { ...order, token: await token(), scheduled_shipping_date: '20261224' })).toBe(
      '',
    )
    expect(there()?.statusInfo).toBe(5)
  })
})

describe('before any operation', () => {
  test.each<[Record<string, string>, string]>([
    [{ function_div: '' }, 'Z012000002'],
    [{ function_div: 'A06' }, 'Z012000003'],
    [{ trader_code: '' }, 'E041010201'],
    [{ trader_code: '8880000011' }, 'E041010202'],
    [{ trader_code: '８' }, 'E041010204'],
    [{ trader_code: '999999999' }, 'Z012000007'],
    [{ order_no: '' }, 'E041010301'],
    [{ order_no: 'A'.repeat(24) }, 'E041010302'],
    [{ order_no: 'p1' }, 'E041010304'],
    [{ reserve_1: 'Z019999999' }, 'Z019999999'],
    [{ reserve_1: 'hello' }, ''],
  ])('%j is %s', async (fields, errorCode) => {
    expect(await call('E04', fields)).toBe(errorCode)
  })

  test('only a POST counts', async () => {
    expect(await (await fetch(`${sandbox.protocolUrl.replace('{name}', 'tradeInfo')}`)).text()).toContain(
      'Z012000001',
    )
  })

  test('one request for each number at a time', async () => {
    await sandbox.store.add([aTransaction()])
    const fields = { function_div: 'E04', trader_code: trader, order_no: number }
    const controller = new AbortController()
    const slow = fetch(sandbox.protocolUrl.replace('{name}', 'tradeInfo'), {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { 'x-sandbox-fault': 'silent' },
      signal: controller.signal,
    }).catch(() => null)
    await expect.poll(() => call('E04')).toBe('Z012000004')
    expect(await call('E04', { trader_code: '888000002' })).toBe('')
    controller.abort()
    await slow
    await expect.poll(() => call('E04')).toBe('')
  })

  test('what never answers may have done its work all the same', async () => {
    await sandbox.store.add([aTransaction()])
    const fields = { function_div: 'A06', trader_code: trader, order_no: number }
    for (const [fault, statusInfo] of [
      ['silent', 4],
      ['silent_after', 40],
    ] as const) {
      const asked = fetch(sandbox.protocolUrl.replace('{name}', 'creditCancel'), {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { 'x-sandbox-fault': fault },
        signal: AbortSignal.timeout(300),
      })
      await expect(asked).rejects.toThrow()
      expect(there()?.statusInfo).toBe(statusInfo)
    }
  })
})
