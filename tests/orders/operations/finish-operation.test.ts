import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { importOrders } from '~/orders/import/import.server'
import { beginCapture } from '~/orders/operations/capture.server'
import { conduct } from '~/orders/operations/conduct.server'
import { beginModify } from '~/orders/operations/modify.server'
import type { Desk } from '~/staff/desk.server'
import { testDatabase } from '../../database'
import { aKuroneko, answered, type KuronekoDouble, refusedWith } from '../../kuroneko-double'
import { bytes, csv, line, usualHeadings } from '../import/files'
import { aDesk, anOrder, aShop, withOrders } from '../world'

/** What becomes of an operation whose order the shop's import changes while Kuroneko is asked. */

let database: Awaited<ReturnType<typeof testDatabase>>
let kuroneko: KuronekoDouble
let shopId: string
let desk: Desk

beforeAll(async () => {
  database = await testDatabase()
  shopId = await aShop(database.db, 'finish')
  kuroneko = aKuroneko(answered(4, 1000))
  desk = { ...(await aDesk(database.db, 'merchant', shopId)), kuroneko }
})
afterAll(() => database.close())

/** An order that the platform's own file shows as 仮売上期限切れ as soon as Kuroneko is asked for anything. */
async function order(number: string): Promise<string> {
  kuroneko.whenOperated = async () => {
    const row = line(number, { 決済ステータス: '仮売上期限切れ', 合計金額: 1000 })
    const stream = bytes(csv([usualHeadings, row]))
    const file = { shopId, stream, filename: '受注.csv', dryRun: false }
    expect(await importOrders(desk, file)).toMatchObject({ ok: true, counts: { changed: 1 } })
  }
  const ids = await withOrders(database.db, [anOrder(shopId, number, { amount: 1000 })])
  return ids.get(number) ?? ''
}

async function carriedOut(begun: { ok: boolean; operationId?: string }): Promise<string> {
  return conduct(desk, begun.operationId ?? '')
}

async function shown(id: string) {
  const { paymentStatus, events } = await database.db.order.findUniqueOrThrow({
    where: { id },
    include: { events: { orderBy: { seq: 'asc' } } },
  })
  const { action, outcome, details } = JSON.parse(events.at(-1)?.text ?? '{}')
  return { paymentStatus, last: `${action} ${outcome}`, meanwhile: details.changed_meanwhile }
}

it('a capture that Kuroneko refuses is told as refused, and what is shown stays', async () => {
  const id = await order('F1')
  kuroneko.script('register_shipment', refusedWith('E011010251'))
  expect(await carriedOut(await beginCapture(desk, id))).toBe('failed')
  expect(await shown(id)).toEqual({
    paymentStatus: 'authorization_expired',
    last: 'order.captured refused',
    meanwhile: true,
  })
})

it('a modification that Kuroneko carries out leaves the contents, and no stock is lost', async () => {
  const id = await order('F2')
  const bought = { productId: uuidv7(), name: '最中', unitPrice: 1000 }
  await database.db.product.create({
    data: { id: bought.productId, shopId, code: 'HN-1', name: bought.name, price: 1000, stock: 3 },
  })
  await database.db.orderLine.create({
    data: { ...bought, id: uuidv7(), orderId: id, index: 0, quantity: 1 },
  })
  const wanted = { lines: [{ ...bought, quantity: 3 }], shippingFee: 0, fee: 0 }
  expect(await carriedOut(await beginModify(desk, id, wanted))).toBe('done')
  expect(await shown(id)).toEqual({
    paymentStatus: 'authorization_expired',
    last: 'order.modified done',
    meanwhile: true,
  })
  const { stock } = await database.db.product.findUniqueOrThrow({ where: { id: bought.productId } })
  const lines = await database.db.orderLine.findMany({ where: { orderId: id } })
  expect([stock, lines.map(({ quantity }) => quantity)]).toEqual([3, [1]])
})
