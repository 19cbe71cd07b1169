import { once } from 'node:events'
import { createServer as createTlsServer } from 'node:https'
import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { FaultKind } from '~/kuroneko/sandbox/faults'
import { fault } from '~/kuroneko/sandbox/faults'
import { selfSigned } from './certificate'
import { aClient, aTransaction, number, startSandbox, type TestSandbox, trader } from './sandbox'

let sandbox: TestSandbox
let client: ReturnType<typeof aClient>

beforeAll(async () => {
  const slip = { number: '471002345671', service: '00', registeredAt: '2026-11-19T00:00:00.000Z' } as const
  sandbox = await startSandbox(
    aTransaction({ statusInfo: 40, cancelledAt: '2026-11-19T09:30:11.000Z' }),
    aTransaction({ traderCode: '888000002', statusInfo: 31, amount: 999, slips: [slip] }),
    aTransaction({ orderNo: 'P2', settleMethodDiv: '1', statusInfo: 3 }),
    aTransaction({ orderNo: '0012<3>:*/#@', statusInfo: 30 }),
  )
})
afterAll(() => sandbox.end())
beforeEach(() => {
  sandbox.faults.clear()
  client = aClient(sandbox.protocolUrl)
  return () => client.close()
})

function switchOn(kind: FaultKind, value = '', left: number | null = null): void {
  sandbox.faults.add({ ...fault(kind, value), traderCode: null, orderNo: null, left })
}
function portOf(server: Server): number {
  const address = server.address()
  return address && typeof address === 'object' ? address.port : 0
}
const inquire = (orderNumber = number, traderCode = trader) => client.inquire({ traderCode, orderNumber })

describe('an answer that counts', () => {
  test('is about this number of this trader, and comes with its evidence', async () => {
    const inquiry = await inquire()
    expect(inquiry).toMatchObject({
      question: { traderCode: trader, orderNumber: number },
      httpStatus: 200,
      attempts: 1,
      outcome: {
        kind: 'answered',
        statusInfo: 40,
        amount: 5280,
        settledAt: new Date('2026-11-05T03:00:00.000Z'),
        cancelledAt: new Date('2026-11-19T09:30:11.000Z'),
        slipNumbers: [],
      },
    })
    expect(inquiry.raw).toContain(`<orderNo>${number}</orderNo>`)
    expect((await inquire(number, '888000002')).outcome).toMatchObject({
      statusInfo: 31,
      amount: 999,
      slipNumbers: ['471002345671'],
    })
  })

  test('comes by each form of the address', async () => {
    const forms = ['/api/credit', '/api', '/api/', '/test_gateway/{name}.api', '/api/credit/{name}']
    for (const form of forms) {
      const other = aClient(`${sandbox.url}${form}`)
      expect((await other.inquire({ traderCode: trader, orderNumber: number })).outcome).toMatchObject({
        statusInfo: 40,
      })
      await other.close()
    }
  })

  test('survives every sign that a number may hold', async () => {
    expect((await inquire('0012<3>:*/#@')).outcome).toMatchObject({ statusInfo: 30 })
  })

  test('comes over one connection, again and again', async () => {
    let connections = 0
    const server = createServer((socket) => {
      connections += 1
      socket.on('data', () => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\nx'))
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const other = aClient(`http://127.0.0.1:${portOf(server)}`)
    await other.inquire({ traderCode: trader, orderNumber: number })
    expect(connections).toBe(1)
    await other.close()
    server.close()
  })
})

test('a number that Kuroneko does not have is not found, and so is another trader’s', async () => {
  expect((await inquire('P9')).outcome).toEqual({ kind: 'not_found' })
  expect((await inquire('P2', '888000002')).outcome).toEqual({ kind: 'not_found' })
})

describe('what is no usable answer is unknown, with its reason', () => {
  test.each<[FaultKind, string, object]>([
    ['late', '1000', { reason: 'timeout' }],
    ['drip', '200', { reason: 'timeout' }],
    ['silent', '', { reason: 'timeout' }],
    ['silent_after', '', { reason: 'timeout' }],
    ['error', 'E041010304', { reason: 'refused', errorCode: 'E041010304' }],
    ['malformed', '', { reason: 'malformed' }],
    ['truncated', '', { reason: 'unreachable' }],
    ['reset', '', { reason: 'unreachable' }],
    ['other_order', '', { reason: 'other_order' }],
    ['other_method', '', { reason: 'other_method' }],
    ['two_results', '', { reason: 'ambiguous' }],
    ['wrong_count', '', { reason: 'ambiguous' }],
    ['wrong_encoding', '', { reason: 'wrong_encoding' }],
    ['xml_bomb', '', { reason: 'malformed' }],
    ['huge', '', { reason: 'too_large' }],
    ['empty', '', { reason: 'empty' }],
    ['http_500', '', { reason: 'http' }],
    ['redirect', '', { reason: 'redirect' }],
  ])('%s', async (kind, value, outcome) => {
    switchOn(kind, value)
    const inquiry = await inquire()
    expect(inquiry.outcome).toEqual({ kind: 'unknown', ...outcome })
    expect(inquiry.durationMs).toBeLessThan(2_000)
    expect(inquiry.raw?.length ?? 0).toBeLessThanOrEqual(64 * 1024)
    expect(inquiry.raw ?? '').not.toContain('\0')
  })

  test('a real transaction by another method', async () => {
    expect((await inquire('P2')).outcome).toEqual({ kind: 'unknown', reason: 'other_method' })
  })

  test('a trader that Kuroneko does not know', async () => {
    expect((await inquire(number, '999999999')).outcome).toMatchObject({ errorCode: 'Z012000007' })
  })

  test('nobody there', async () => {
    const other = aClient('http://127.0.0.1:9')
    const inquiry = await other.inquire({ traderCode: trader, orderNumber: number })
    expect(inquiry).toMatchObject({
      outcome: { reason: 'unreachable' },
      attempts: 3,
      httpStatus: null,
      raw: null,
    })
    await other.close()
  })

  test.each<[string, (port: number) => Server]>([
    [
      'a certificate that nobody vouches for',
      (port) => createTlsServer(selfSigned('127.0.0.1')).listen(port, '127.0.0.1'),
    ],
    [
      'no encryption where some is due',
      (port) => createServer((socket) => socket.end('hello')).listen(port, '127.0.0.1'),
    ],
  ])('%s', async (_, listen) => {
    const server = listen(0)
    await once(server, 'listening')
    const other = aClient(`https://127.0.0.1:${portOf(server)}`)
    const inquiry = await other.inquire({ traderCode: trader, orderNumber: number })
    expect(inquiry).toMatchObject({ outcome: { kind: 'unknown', reason: 'tls' }, attempts: 1 })
    await other.close()
    server.close()
  })

  test.each([
    ['MS0098A2231K7740D5518Z0042', 'too_long_number'],
    ['p261105143012345678', 'unfit_number'],
    ['Ｐ26', 'unfit_number'],
    ['', 'unfit_number'],
  ])('the number %j, which is never sent', async (orderNumber, reason) => {
    switchOn('http_500')
    expect(await inquire(orderNumber)).toMatchObject({
      outcome: { kind: 'unknown', reason },
      attempts: 0,
      raw: null,
      answeredAt: null,
    })
  })
})

describe('repeats', () => {
  test.each<[FaultKind, number]>([
    ['http_500', 2],
    ['reset', 1],
    ['truncated', 2],
    ['empty', 1],
    ['malformed', 1],
    ['silent', 1],
  ])('make up for %s, %i times', async (kind, times) => {
    switchOn(kind, '', times)
    expect(await inquire()).toMatchObject({ outcome: { statusInfo: 40 }, attempts: times + 1 })
  })

  test.each<FaultKind>(['error', 'other_order', 'two_results', 'redirect', 'huge', 'wrong_encoding'])(
    'do not follow %s',
    async (kind) => {
      switchOn(kind)
      expect((await inquire()).attempts).toBe(1)
    },
  )
})

describe('the breaker', () => {
  test('spares a trader’s questions after failures in a row, leaves other traders’ alone, and closes again', async () => {
    client = aClient(sandbox.protocolUrl, { breaker: { failures: 2, pause: 150 }, limits: { attempts: 1 } })
    sandbox.faults.add({ ...fault('http_500'), traderCode: trader, orderNo: null, left: 2 })
    await inquire()
    await inquire()
    expect(await inquire()).toMatchObject({ outcome: { reason: 'breaker_open' }, attempts: 0, raw: null })
    expect((await inquire(number, '888000002')).outcome.kind).toBe('answered')
    await expect.poll(async () => (await inquire()).outcome.kind, { timeout: 3_000 }).toBe('answered')
  })

  test('does not count refusals, nor answers about something else', async () => {
    client = aClient(sandbox.protocolUrl, { breaker: { failures: 1, pause: 60_000 } })
    for (const kind of ['error', 'other_order', 'two_results'] as const) {
      switchOn(kind, '', 1)
      await inquire()
    }
    expect((await inquire()).outcome.kind).toBe('answered')
  })
})

test('a log entry holds function, trader, number, codes and duration, and nothing of the answer', async () => {
  switchOn('error', 'Z019999999', 1)
  await inquire()
  await inquire()
  const common = {
    function: 'E04',
    trader,
    order: number,
    httpStatus: 200,
    attempts: 1,
    ms: expect.any(Number),
  }
  expect(client.log).toEqual([
    { ...common, outcome: 'unknown', reason: 'refused', errorCode: 'Z019999999' },
    { ...common, outcome: 'answered', statusInfo: 40 },
  ])
})

test('many questions at once are all answered', async () => {
  const numbers = Array.from({ length: 40 }, (_, index) => `P${1000 + index}`)
  const inquiries = await Promise.all(numbers.map((one) => inquire(one)))
  expect(inquiries.every(({ outcome }) => outcome.kind === 'not_found')).toBe(true)
})
