import iconv from 'iconv-lite'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { beginBulk, retryBulk } from '~/orders/operations/bulk/begin.server'
import { checkRows } from '~/orders/operations/bulk/items.server'
import { runBulk } from '~/orders/operations/bulk/run.server'
import { readShipments } from '~/orders/operations/bulk/shipments-csv.server'
import type { NewOrder } from '~/orders/receive.server'
import type { Desk } from '~/staff/desk.server'
import { testDatabase } from '../../database'
import { aKuroneko, answered, type KuronekoDouble, refusedWith } from '../../kuroneko-double'
import { aDesk, anOrder, aShop, withOrders } from '../world'

let database: Awaited<ReturnType<typeof testDatabase>>
let desk: Desk
let kuroneko: KuronekoDouble
let shopId: string
let made = 0

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  made += 1
  shopId = await aShop(database.db, `bulk${made}`)
  kuroneko = aKuroneko(answered(4, 5000))
  desk = { ...(await aDesk(database.db, 'merchant', shopId)), kuroneko }
})

function slip(n: number): string {
  const eleven = String(47_100_000_000 + n)
  return eleven + String(Number(eleven) % 7)
}
const shipped = (n: number) => ({ status: 'shipped', slipNumber: slip(n), carrier: 'ヤマト運輸' }) as const
const order = (number: string, more: Partial<NewOrder> = {}) => anOrder(shopId, number, more)

async function items(runId: string) {
  const found = await database.db.bulkItem.findMany({
    where: { runId },
    orderBy: { index: 'asc' },
    include: { order: { select: { number: true, paymentStatus: true } } },
  })
  return found.map(({ order, state, reason }) => ({
    number: order.number,
    state,
    reason,
    shows: order.paymentStatus,
  }))
}

/** Begins and lets the queue's work happen. */
async function run(kind: 'ship' | 'capture', rows: Parameters<typeof beginBulk>[2]): Promise<string> {
  const begun = await beginBulk(desk, kind, rows)
  if (!begun.ok) throw new Error(begun.refusal)
  await runBulk(desk, begun.runId)
  return begun.runId
}

describe('売上確定処理 of many', () => {
  it('of a hundred tells each its own result, and asks Kuroneko once for each that may', async () => {
    const kinds = [
      () => ({ deliveries: [shipped(1)] }),
      () => ({ paymentStatus: 'captured' as const }),
      () => ({ deliveries: [{ status: 'shipped' as const, slipNumber: '12', carrier: 'ヤマト運輸' }] }),
      () => ({ deliveries: [shipped(2)], kuronekoOrderNumber: null }),
    ]
    const orders = Array.from({ length: 100 }, (_, n) => order(`B${made}-${n}`, kinds[n % 4]?.()))
    await withOrders(database.db, orders)
    const refused = new Set(orders.filter((_, n) => n % 8 === 0).map(({ number }) => number))
    const operate = kuroneko.operate
    kuroneko.operate = async (request) => {
      if ('orderNumber' in request && refused.has(request.orderNumber))
        kuroneko.script(request.operation, refusedWith('E011010251'))
      return operate(request)
    }
    const rows = orders.map(({ number }) => ({ number }))
    const dry = await checkRows(desk, 'capture', rows)
    expect(dry.filter(({ refusal }) => refusal === 'already_captured')).toHaveLength(25)
    expect(dry.filter(({ refusal }) => refusal === 'slip_not_yamato')).toHaveLength(25)
    const runId = await run('capture', rows)
    const results = await items(runId)
    const count = (state: string) => results.filter((one) => one.state === state).length
    expect([count('done'), count('refused'), count('failed')]).toEqual([37, 50, 13])
    expect(
      results.every(
        ({ state, shows }) => (state === 'done') === (shows === 'captured') || state === 'refused',
      ),
    ).toBe(true)
    expect(kuroneko.operated.filter(({ operation }) => operation === 'register_shipment')).toHaveLength(50)
    // Taken up again, it does nothing twice.
    await runBulk(desk, runId)
    expect(kuroneko.operated.filter(({ operation }) => operation === 'register_shipment')).toHaveLength(50)
  })

  it('can be tried again for what was not carried out', async () => {
    await withOrders(database.db, [
      order(`A${made}`, { deliveries: [shipped(5)] }),
      order(`Z${made}`, { deliveries: [shipped(6)] }),
    ])
    kuroneko.script('register_shipment', refusedWith('Z010000000'), refusedWith('Z010000000'))
    const first = await run('capture', [{ number: `A${made}` }, { number: `Z${made}` }])
    expect((await items(first)).map(({ state, reason }) => [state, reason])).toEqual([
      ['not_done', 'Z010000000'],
      ['not_done', 'Z010000000'],
    ])
    const again = await retryBulk(desk, first)
    if (!again.ok) throw new Error(again.refusal)
    await runBulk(desk, again.runId)
    expect((await items(again.runId)).map(({ state }) => state)).toEqual(['done', 'done'])
  })

  it("is for the shop's own orders, a hundred at most", async () => {
    const other = await aShop(database.db, `else${made}`)
    await withOrders(database.db, [anOrder(other, `O${made}`)])
    expect(await checkRows(desk, 'capture', [{ number: `O${made}` }])).toMatchObject([
      { refusal: 'not_found' },
    ])
    expect(await beginBulk(desk, 'capture', [{ number: `O${made}` }])).toMatchObject({ refusal: 'not_found' })
    const many = Array.from({ length: 101 }, (_, n) => ({ number: `N${n}` }))
    expect(await beginBulk(desk, 'capture', many)).toMatchObject({ refusal: 'invalid' })
    const agent = await aDesk(database.db, 'agent')
    expect(await beginBulk(agent, 'capture', [{ number: `O${made}` }])).toMatchObject({
      refusal: 'not_found',
    })
  })
})

describe('出荷・配送処理 of many', () => {
  it('gives the rows of one order to its deliveries in their order', async () => {
    const unshipped = { status: 'unshipped', slipNumber: null, carrier: null } as const
    const cancelled = { status: 'cancelled', slipNumber: null, carrier: null } as const
    await withOrders(database.db, [order(`M${made}`, { deliveries: [cancelled, unshipped, unshipped] })])
    const number = `M${made}`
    await run('ship', [
      { number, slipNumber: slip(7) },
      { number, slipNumber: slip(8) },
    ])
    const { deliveries } = await database.db.order.findFirstOrThrow({
      where: { number },
      include: { deliveries: { orderBy: { index: 'asc' } } },
    })
    expect(deliveries.map(({ status, slipNumber }) => [status, slipNumber])).toEqual([
      ['cancelled', null],
      ['shipped', slip(7)],
      ['shipped', slip(8)],
    ])
    const dry = await checkRows(
      desk,
      'ship',
      [1, 2, 3, 4].map(() => ({ number, slipNumber: slip(7) })),
    )
    expect(dry.map(({ refusal }) => refusal)).toEqual([null, null, 'invalid', 'invalid'])
  })
})

describe('a CSV of shipments', () => {
  async function* bytes(content: Buffer) {
    yield content
  }
  const text = '注文番号,配送業者,伝票番号\r\nP1,ヤマト運輸,4710-0234-5671\r\nP2,佐川急便,12345\r\n'
  const rows = [
    { number: 'P1', slipNumber: '471002345671', carrier: 'yamato' },
    { number: 'P2', slipNumber: '12345', carrier: 'sagawa' },
  ]

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['Shift_JIS', iconv.encode(text, 'cp932')],
    ['no headings', Buffer.from('P1,471002345671,クロネコヤマト\nP2,12345,佐川\n')],
  ])('in %s', async (_name, content) => {
    expect(await readShipments(bytes(content))).toEqual({ ok: true, rows })
  })

  it.each([
    ['', 'empty', 1],
    ['注文番号,伝票番号\n', 'empty', 1],
    ['P1\n', 'columns', 1],
    ['P1,1,赤い彗星便\n', 'carrier', 1],
    ['P1,"1\n', 'not_csv', 1],
  ])('%j is refused: %s', async (content, problem, row) => {
    expect(await readShipments(bytes(Buffer.from(content)))).toMatchObject({ ok: false, problem, row })
  })
})
