import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { beginCapture } from '~/orders/operations/capture.server'
import { conductBriefly } from '~/orders/operations/conduct-briefly.server'
import type { Desk } from '~/staff/desk.server'
import { testDatabase } from '../../database'
import { aKuroneko, answered, type KuronekoDouble } from '../../kuroneko-double'
import { aDesk, anOrder, aShop, withOrders } from '../world'

let database: Awaited<ReturnType<typeof testDatabase>>
let desk: Desk
let kuroneko: KuronekoDouble
let shopId: string

beforeAll(async () => {
  database = await testDatabase()
  shopId = await aShop(database.db, 'briefly')
  kuroneko = aKuroneko(answered(4, 5000))
  desk = { ...(await aDesk(database.db, 'merchant', shopId)), kuroneko }
})
afterAll(() => database.close())

const long = 60_000

async function begun(number: string): Promise<{ id: string; operationId: string }> {
  const id = (await withOrders(database.db, [anOrder(shopId, number)])).get(number) ?? ''
  const begun = await beginCapture(desk, id)
  if (!begun.ok) throw new Error(begun.refusal)
  return { id, operationId: begun.operationId }
}

async function shows(id: string): Promise<string> {
  const { paymentStatus } = await database.db.order.findUniqueOrThrow({ where: { id } })
  return paymentStatus
}

it('tells what came of an operation that Kuroneko answers soon', async () => {
  const { operationId } = await begun('B1')
  expect(await conductBriefly(desk, operationId, long)).toBe('done')
})

it('says under way where Kuroneko takes longer, and goes on behind it with the same one call', async () => {
  const { id, operationId } = await begun('B2')
  let answer = () => {}
  kuroneko.whenOperated = () => new Promise<void>((resolve) => (answer = resolve))
  const before = kuroneko.operated.length
  expect(await conductBriefly(desk, operationId, 50)).toBe('under_way')
  expect(await shows(id)).toBe('authorized')
  await vi.waitFor(() => expect(kuroneko.operated).toHaveLength(before + 1))
  answer()
  await vi.waitFor(async () => expect(await shows(id)).toBe('captured'))
  expect(kuroneko.operated).toHaveLength(before + 1)
})

it('that breaks off behind the page leaves the operation to its job', async () => {
  const { operationId } = await begun('B3')
  let breakOff = () => {}
  kuroneko.whenOperated = () =>
    new Promise<void>((_, reject) => (breakOff = () => reject(new Error('cut off'))))
  expect(await conductBriefly(desk, operationId, 50)).toBe('under_way')
  await vi.waitFor(() => {
    breakOff()
    expect(kuroneko.operated.at(-1)).toMatchObject({ orderNumber: 'B3' })
  })
  kuroneko.whenOperated = () => {}
  const { state } = await database.db.orderOperation.findUniqueOrThrow({ where: { id: operationId } })
  expect(state).toBe('under_way')
})
