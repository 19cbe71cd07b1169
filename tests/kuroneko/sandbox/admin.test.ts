import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aClient, aTransaction, number, startSandbox, type TestSandbox, trader } from '../sandbox'

let sandbox: TestSandbox
const address = (orderNo = number) => `/transactions/${trader}/${Buffer.from(orderNo).toString('hex')}`

beforeAll(async () => {
  sandbox = await startSandbox(
    aTransaction({ statusInfo: 31 }),
    aTransaction({ orderNo: '<B>', statusInfo: 4 }),
    aTransaction({ orderNo: 'P3', traderCode: '888000002', statusInfo: 4 }),
  )
})
afterAll(() => sandbox.end())

const page = async (path: string, headers: Record<string, string> = {}) =>
  (await fetch(`${sandbox.url}${path}`, { headers })).text()
const press = (path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  fetch(`${sandbox.url}${path}`, { method: 'POST', body: new URLSearchParams(fields), headers })

test('every page says loudly what it is, in the chosen language', async () => {
  for (const path of ['/', address()]) {
    expect(await page(path)).toMatch(/<body><aside class="warning">サンドボックス／SANDBOX/)
  }
  const english = await page('/', { cookie: 'kuroneko_sandbox_language=en' })
  expect(english).toContain('This is not the real Kuroneko')
  expect(english).toContain('Settled (精算確定)')
})

test('transactions are found by number, trader and status; numbers are never markup', async () => {
  expect(await page('/')).toContain('<code>&lt;B&gt;</code>')
  const found = await page(`/?number=${number.slice(3, 9).toLowerCase()}&trader=${trader}&status=31`)
  expect(found).toContain(`<code>${number}</code>`)
  expect(found).not.toContain('<code>P3</code>')
  expect(await page('/?status=40')).toContain('該当する取引がありません。')
})

describe('a merchant', () => {
  const client = () => aClient(sandbox.protocolUrl)
  async function answer(orderNumber = number) {
    const kuroneko = client()
    const { outcome } = await kuroneko.inquire({ traderCode: trader, orderNumber })
    await kuroneko.close()
    return outcome
  }

  test('cancels a settled sale, and the next inquiry says so', async () => {
    expect(await answer()).toMatchObject({ statusInfo: 31 })
    expect(await (await press(`${address()}/acts/cancel`)).text()).toContain('処理しました。')
    expect(await answer()).toMatchObject({
      statusInfo: 40,
      cancelledAt: new Date('2026-11-20T03:00:00.000Z'),
    })
    expect(await (await press(`${address()}/acts/settle`)).text()).toContain('この操作はできません。')
    expect(await answer()).toMatchObject({ statusInfo: 40 })
  })

  test('captures, settles, changes the amount and authorises anew', async () => {
    await press(`${address('<B>')}/acts/register_shipment`)
    expect(await answer('<B>')).toMatchObject({ statusInfo: 30, slipNumbers: ['<B>'] })
    await press(`${address('<B>')}/acts/settle`)
    await press(`${address('<B>')}/acts/change_amount`, { amount: '777' })
    expect(await answer('<B>')).toMatchObject({ statusInfo: 31, amount: 777 })
    await press(`${address('<B>')}/acts/cancel`)
    await press(`${address('<B>')}/acts/re_authorise`)
    expect(await answer('<B>')).toMatchObject({ statusInfo: 4, cancelledAt: null })
    await press(`${address('<B>')}/status`, { status: '16' })
    expect(await answer('<B>')).toMatchObject({ statusInfo: 16 })
  })

  test('switches faults on for an order, so many times, and off again', async () => {
    await press('/faults', { kind: 'error', value: 'Z010000000', trader, order: number, times: '1' })
    expect(await page('/')).toContain('エラーコードを返す')
    expect(await answer('P9')).toEqual({ kind: 'not_found' })
    expect(await answer()).toMatchObject({ reason: 'refused', errorCode: 'Z010000000' })
    expect((await answer()).kind).toBe('answered')
    await press('/faults', { kind: 'other_order' })
    expect(await answer()).toMatchObject({ reason: 'other_order' })
    const [rule] = sandbox.faults.list()
    await press(`/faults/${rule?.id}/remove`)
    expect((await answer()).kind).toBe('answered')
  })
})

test.each([
  [`${address('P9')}/acts/cancel`, 404],
  [`${address()}/acts/destroy`, 400],
  [`${address()}/status`, 400],
  ['/faults', 400],
])('%s is refused', async (path, status) => {
  expect((await press(path, { kind: 'nothing', status: 'x' })).status).toBe(status)
})

test('another site cannot press these buttons', async () => {
  const elsewhere = { 'sec-fetch-site': 'cross-site' }
  expect((await press(`${address('P3')}/acts/cancel`, {}, elsewhere)).status).toBe(403)
})
