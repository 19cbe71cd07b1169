import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import { Writable } from 'node:stream'
import pino from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Operation, OperationRequest } from '~/kuroneko/operation'
import { type FaultKind, fault } from '~/kuroneko/sandbox/faults'
import type { SandboxTransaction } from '~/kuroneko/sandbox/transaction'
import { aPayment, aRequest, aToken, member } from './operations'
import { aClient, aTransaction, number, startSandbox, type TestSandbox, trader } from './sandbox'

let sandbox: TestSandbox
let client: ReturnType<typeof aClient>

beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.end())
beforeEach(() => {
  sandbox.faults.clear()
  client = aClient(sandbox.protocolUrl, { operationLimits: { total: 500 } })
  return () => client.close()
})

const there = (orderNo: string) => sandbox.store.get(trader, orderNo)
const slip = { number: '471002345671', service: '00', registeredAt: '2026-11-20T02:00:00.000Z' } as const

/** A transaction under a number of its own. */
let made = 0
async function aNumber(more: Partial<SandboxTransaction> = {}): Promise<string> {
  made += 1
  await sandbox.store.add([aTransaction({ orderNo: `Q${made}`, ...more })])
  return `Q${made}`
}
function freeNumber(): string {
  made += 1
  return `Q${made}`
}

describe('each operation on a transaction', () => {
  test('is done', async () => {
    const orderNumber = await aNumber()
    const order = { traderCode: trader, orderNumber }
    const done = { kind: 'done', answer: {} }
    const changed = await client.operate({ operation: 'change_amount', ...order, amount: 4000 })
    expect(changed).toMatchObject({ functionCode: 'A07', httpStatus: 200, outcome: done })
    expect(there(orderNumber)).toMatchObject({ statusInfo: 4, amount: 4000 })
    const shipped = await client.operate({
      operation: 'register_shipment',
      ...order,
      slipNumber: '471002345671',
      carrier: 'yamato',
    })
    expect(shipped.outcome).toMatchObject({
      kind: 'done',
      answer: { slipUrl: expect.stringContaining('471002345671') },
    })
    expect(there(orderNumber)?.statusInfo).toBe(30)
    const taken = { operation: 'take_back_shipment', ...order, slipNumber: '471002345671' } as const
    expect((await client.operate(taken)).outcome).toEqual(done)
    const other = { slipNumber: orderNumber, carrier: 'other' } as const
    expect((await client.operate({ operation: 'register_shipment', ...order, ...other })).outcome).toEqual({
      kind: 'done',
      answer: { slipUrl: null, mobileSlipUrl: null },
    })
    expect((await client.operate({ operation: 'cancel', ...order })).outcome).toEqual(done)
    expect(there(orderNumber)?.statusInfo).toBe(40)
    expect((await client.operate({ operation: 're_authorise', ...order })).outcome).toEqual(done)
    expect(there(orderNumber)?.statusInfo).toBe(4)
  })

  test.each<
    [Omit<OperationRequest, 'traderCode' | 'orderNumber'>, Partial<SandboxTransaction>, string, string]
  >([
    [{ operation: 'cancel' }, { statusInfo: 40 }, 'A062010003', 'state'],
    [aRequest('change_amount', { amount: 5280 }), {}, 'A074000001', 'state'],
    [{ operation: 're_authorise' }, { statusInfo: 31 }, 'A112000002', 'state'],
    [
      aRequest('register_shipment', { slipNumber: '471002345672', carrier: 'yamato' }),
      {},
      'E011010451',
      'input',
    ],
    [
      aRequest('register_shipment', { slipNumber: '471002345671', carrier: 'yamato' }),
      { statusInfo: 40 },
      'E011010351',
      'state',
    ],
    [
      aRequest('take_back_shipment', { slipNumber: '471002345671' }),
      { statusInfo: 31, slips: [slip] },
      'E021010351',
      'state',
    ],
  ])('is refused: %j from %j is %s, %s', async (request, from, errorCode, refusal) => {
    const orderNumber = await aNumber(from)
    const asked = { ...request, traderCode: trader, orderNumber } as OperationRequest
    expect((await client.operate(asked)).outcome).toEqual({
      kind: 'refused',
      errorCode,
      creditErrorCode: null,
      refusal,
    })
  })
})

describe('a payment', () => {
  test('with a token is registered, once', async () => {
    const orderNumber = freeNumber()
    const token = await aToken(sandbox)
    const payment = aPayment('register_with_token', { orderNumber, token })
    expect((await client.operate(payment)).outcome).toEqual({
      kind: 'done',
      answer: { step: 'registered', approvalCode: expect.stringMatching(/^\d{6}$/) },
    })
    expect(there(orderNumber)).toMatchObject({ statusInfo: 4, amount: 3240 })
    expect((await client.operate(payment)).outcome).toMatchObject({
      errorCode: 'A082000003',
      refusal: 'state',
    })
  })

  test('comes with what the card network said', async () => {
    const token = await aToken(sandbox, { creditErrorCode: 'G55' })
    const payment = aPayment('register_with_token', { orderNumber: freeNumber(), token })
    expect((await client.operate(payment)).outcome).toEqual({
      kind: 'refused',
      errorCode: 'A082000010',
      creditErrorCode: 'G55',
      refusal: 'buyer',
    })
  })

  test('takes names as people write them', async () => {
    const orderNumber = freeNumber()
    const buyer = { name: ' ﾔﾏﾀﾞ－花子～ ', phone: '03-1234-5678', email: 'a@example.jp' }
    const token = await aToken(sandbox)
    const payment = aPayment('register_with_token', { orderNumber, token, buyer })
    expect((await client.operate(payment)).outcome.kind).toBe('done')
  })
})

describe('an outcome is unknown', () => {
  test.each<[FaultKind, string, boolean]>([
    ['late', 'timeout', true],
    ['drip', 'timeout', true],
    ['silent', 'timeout', false],
    ['silent_after', 'timeout', true],
    ['malformed', 'malformed', true],
    ['truncated', 'unreachable', true],
    ['reset', 'unreachable', true],
    ['wrong_encoding', 'wrong_encoding', true],
    ['xml_bomb', 'malformed', true],
    ['huge', 'too_large', true],
    ['empty', 'empty', true],
    ['http_500', 'http', true],
    ['redirect', 'redirect', true],
  ])('with %s: %s, though it was %s that it had been carried out', async (kind, reason, carriedOut) => {
    const orderNumber = await aNumber()
    sandbox.faults.add({ ...fault(kind, '1000'), traderCode: null, orderNo: orderNumber, left: null })
    const requests = sandbox.requests.length
    const { outcome, durationMs } = await client.operate({
      operation: 'cancel',
      traderCode: trader,
      orderNumber,
    })
    expect(outcome).toEqual({ kind: 'unknown', reason, notSent: false })
    expect(sandbox.requests.slice(requests)).toEqual(['/api/credit/creditCancel'])
    expect(durationMs).toBeLessThan(1_000)
    expect(there(orderNumber)?.statusInfo).toBe(carriedOut ? 40 : 4)
  })

  test('and the work may come after everybody gave up; until then the number is busy', async () => {
    const orderNumber = await aNumber()
    sandbox.faults.add({ ...fault('late_work', '900'), traderCode: null, orderNo: orderNumber, left: 1 })
    const order = { traderCode: trader, orderNumber }
    expect((await client.operate({ operation: 'cancel', ...order })).outcome).toMatchObject({
      reason: 'timeout',
    })
    expect((await client.inquire(order)).outcome).toMatchObject({ errorCode: 'Z012000004' })
    expect((await client.operate({ operation: 'cancel', ...order })).outcome).toMatchObject({
      errorCode: 'Z012000004',
      refusal: 'state',
    })
    await expect.poll(async () => (await client.inquire(order)).outcome).toMatchObject({ statusInfo: 40 })
  })
})

describe('a refusal that hides what was done', () => {
  test.each<[FaultKind, string]>([
    ['twice', 'A062010003'],
    ['error_after', 'Z019999999'],
  ])('%s is settled by inquiry', async (kind, errorCode) => {
    const orderNumber = await aNumber()
    sandbox.faults.add({
      ...fault(kind),
      traderCode: null,
      orderNo: orderNumber,
      functionCode: 'A06',
      left: null,
    })
    const order = { traderCode: trader, orderNumber }
    expect((await client.operate({ operation: 'cancel', ...order })).outcome).toMatchObject({
      errorCode,
      refusal: 'state',
    })
    expect((await client.inquire(order)).outcome).toMatchObject({ statusInfo: 40 })
  })

  test('even a night code counts little beside a 0', async () => {
    const xml = '<r><returnCode>0</returnCode><errorCode>A070000000</errorCode></r>'
    await answeredWith(xml, async (other) => {
      const { outcome } = await other.operate(aRequest('change_amount', { amount: 1 }))
      expect(outcome).toMatchObject({ kind: 'refused', errorCode: 'A070000000', refusal: 'state' })
    })
  })

  test.each([
    '<r><returnCode>0</returnCode><creditErrorCode>G12</creditErrorCode></r>',
    '<r><returnCode>2</returnCode></r>',
    '<r><errorCode></errorCode></r>',
    '<r/>',
  ])('%s is no answer', async (xml) => {
    await answeredWith(xml, async (other) => {
      const { outcome } = await other.operate(aRequest('cancel', {}))
      expect(outcome).toEqual({ kind: 'unknown', reason: 'malformed', notSent: false })
    })
  })

  test('a page for 3-D Secure without its token is no answer', async () => {
    const xml = '<r><returnCode>0</returnCode><threeDAuthHtml>&lt;p&gt;</threeDAuthHtml></r>'
    await answeredWith(xml, async (other) => {
      const payment = aPayment('register_with_token', { token: 'T' })
      expect((await other.operate(payment)).outcome).toMatchObject({ reason: 'malformed' })
    })
  })

  test('a long page of 3-D Secure is read whole', async () => {
    const page = '<p class="a">&</p>'.repeat(1_000)
    const escaped = page.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    const token = '<threeDToken>T1</threeDToken>'
    const xml = `<r><returnCode>0</returnCode><threeDAuthHtml>${escaped}</threeDAuthHtml>${token}</r>`
    await answeredWith(xml, async (other) => {
      const payment = aPayment('register_with_token', { token: 'T' })
      const answer = { step: 'three_d_secure', html: page, threeDToken: 'T1' }
      expect((await other.operate(payment)).outcome).toEqual({ kind: 'done', answer })
    })
  })
})

describe('nothing was sent', () => {
  const nothing = async (
    request: OperationRequest,
    reason: string,
    other: ReturnType<typeof aClient> = client,
  ) => {
    const requests = sandbox.requests.length
    const { outcome } = await other.operate(request)
    expect(outcome).toMatchObject({ kind: 'unknown', reason, notSent: true })
    expect(sandbox.requests.length).toBe(requests)
    return outcome
  }

  test('for numbers and inputs that do not fit', async () => {
    await nothing(aRequest('cancel', { orderNumber: 'p1' }), 'unfit_number')
    await nothing(aRequest('cancel', { orderNumber: 'A'.repeat(24) }), 'too_long_number')
    const outcome = await nothing(aRequest('change_amount', { amount: 0.5 }), 'unfit_request')
    expect(outcome).toMatchObject({ problems: ['amount'] })
    await nothing({ operation: 'list_cards', traderCode: trader, ...member, memberId: 'あ' }, 'unfit_request')
  })

  test('where nobody listens', async () => {
    const other = aClient('http://127.0.0.1:9')
    await nothing(aRequest('cancel', {}), 'unreachable', other)
    await other.close()
  })

  test('where the connection is not to be trusted', async () => {
    const server = createServer((socket) => socket.end('hello')).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const other = aClient(`https://127.0.0.1:${portOf(server)}`)
    await nothing(aRequest('cancel', {}), 'tls', other)
    await other.close()
    server.close()
  })

  test('while the breaker is open, which questions and operations have in common', async () => {
    const other = aClient(sandbox.protocolUrl, {
      breaker: { failures: 2, pause: 60_000 },
      limits: { attempts: 1 },
    })
    sandbox.faults.add({ ...fault('http_500'), traderCode: trader, orderNo: null, left: 2 })
    const order = { traderCode: trader, orderNumber: number }
    expect((await other.operate({ operation: 'cancel', ...order })).outcome).toMatchObject({ reason: 'http' })
    expect((await other.inquire(order)).outcome).toMatchObject({ reason: 'http' })
    await nothing({ operation: 'cancel', ...order }, 'breaker_open', other)
    expect((await other.inquire(order)).outcome).toMatchObject({ reason: 'breaker_open' })
    await other.close()
  })
})

test('a connection that breaks once the request began may have carried it', async () => {
  let received = ''
  let connections = 0
  const server = createServer((socket) => {
    connections += 1
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      received += chunk
      if (received.includes('order_no=')) socket.destroy()
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const other = aClient(`http://127.0.0.1:${portOf(server)}`)
  const { outcome } = await other.operate(aRequest('cancel', {}))
  expect(outcome).toEqual({ kind: 'unknown', reason: 'unreachable', notSent: false })
  expect([connections, received.match(/POST/g)?.length]).toEqual([1, 1])
  await other.close()
  server.close()
})

test('a log holds neither buyer nor token, key, check sum or page', async () => {
  let written = ''
  const stream = new Writable({
    write(chunk, _encoding, done) {
      written += chunk
      done()
    },
  })
  const log = pino({ level: 'trace' }, stream)
  const other = aClient(sandbox.protocolUrl, { log })
  const token = await aToken(sandbox)
  const buyer = { name: '山田花子', phone: '090-0000-1234', email: 'hanako@example.jp' }
  const place = { ...member, cardKey: '1', lastCreditDate: '20261105120000' }
  const orderNumber = freeNumber()
  await other.operate(aPayment('register_with_token', { orderNumber, token, buyer }))
  await other.operate(aPayment('register_with_saved_card', { ...place, buyer }))
  await other.operate({ operation: 'list_cards', traderCode: trader, ...member })
  await other.operate({ operation: 'delete_card', traderCode: trader, ...place })
  const returned = { HASH_VALUE: 'c0ffee', CARD_EXP: '1299' }
  await other.operate(aRequest('finish_three_d_secure', { threeDToken: 'threeD77', returned }))
  await other.close()
  const entries = written
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(entries.map((entry) => entry.function)).toEqual(['A08', 'A01', 'A03', 'A05', 'A09'])
  expect(entries[0]).toMatchObject({ trader, order: orderNumber, httpStatus: 200, outcome: 'done' })
  for (const secret of [...Object.values(member), ...Object.values(buyer), token, '20261105120000']) {
    expect(written).not.toContain(secret)
  }
  expect(written).not.toMatch(/c0ffee|1299|threeD77|[0-9a-f]{64}|</)
})

function portOf(server: Server): number {
  const address = server.address()
  return address && typeof address === 'object' ? address.port : 0
}

/** A client whose every call is answered by that document. */
async function answeredWith(xml: string, work: (other: ReturnType<typeof aClient>) => Promise<void>) {
  const head = `HTTP/1.1 200 OK\r\ncontent-length: ${Buffer.byteLength(xml)}\r\n\r\n`
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.on('data', (chunk) => String(chunk).includes('function_div') && socket.write(head + xml))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const other = aClient(`http://127.0.0.1:${portOf(server)}`)
  try {
    await work(other)
  } finally {
    await other.close()
    server.close()
  }
}

/** So that a new operation is not forgotten here. */
test('every operation has its function', async () => {
  const { operationRequests } = await import('~/kuroneko/operation-requests.server')
  const codes: Record<Operation, string> = {
    cancel: 'A06',
    change_amount: 'A07',
    re_authorise: 'A11',
    register_with_token: 'A08',
    finish_three_d_secure: 'A09',
    register_with_saved_card: 'A01',
    finish_saved_card_three_d_secure: 'A02',
    list_cards: 'A03',
    delete_card: 'A05',
    register_shipment: 'E01',
    take_back_shipment: 'E02',
  }
  for (const [operation, { code }] of Object.entries(operationRequests)) {
    expect([operation, code]).toEqual([operation, codes[operation as Operation]])
  }
})
