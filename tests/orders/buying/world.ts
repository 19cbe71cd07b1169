import { v7 as uuidv7 } from 'uuid'
import { verifyOrder } from '~/audit/verify.server'
import type { Buyer, PaymentChoice } from '~/orders/buying/checkout'
import { type Placed, placeOrder } from '~/orders/buying/place.server'
import type { Database } from '~/platform/database.server'
import { keepAccessKey } from '~/shops/cards/access-key.server'
import { createShop } from '~/shops/create.server'
import { openStorefront, type Storefront } from '~/shops/storefront.server'
import { testDatabase } from '../../database'
import { someJobs } from '../../jobs-double'
import { aClient, startSandbox, trader } from '../../kuroneko/sandbox'

export const secret = 'a secret for the tests of buying, long enough'
export const buyer: Buyer = { name: '黒猫 花子', email: 'hanako@example.com', phone: '03-0000-0000' }
/** Numbers that the sandbox takes, by what becomes of them. */
export const cards = {
  good: '4111111111111111',
  another: '5555555555554444',
  third: '3530111333300000',
  fourth: '378282246310005',
  asks: '4000000000003220',
  asksThenRefuses: '4000008400001629',
  refused: '4000000000009995',
}

/** A shop that saves cards, with a member, the sandbox and a database of their own. */
export async function aBuyersWorld() {
  const database = await testDatabase()
  const sandbox = await startSandbox()
  const { db } = database
  const shopId = await createShop(db, {
    ...{ code: 'hana', name: '花のや', traderCode: trader, carrierSetting: 'any' },
  })
  await db.shop.update({ where: { id: shopId }, data: { savedCards: true } })
  await keepAccessKey(db, { secret, shopId, accessKey: '7654321' })
  const client = aClient(sandbox.protocolUrl, {
    operationLimits: { total: 500 },
    breaker: { failures: 1000, pause: 1 },
  })
  const time = { now: new Date('2026-11-24T03:00:00.000Z') }
  const parts = {
    ...{ db, secret, kuroneko: client, jobs: someJobs(), clock: { now: () => time.now } },
  }
  let made = 0
  return {
    ...{ database, db, sandbox, client, time, shopId },
    async product(stock: number | null = null, price = 2_000): Promise<string> {
      made += 1
      const code = `P-${made}`
      await db.product.create({ data: { id: uuidv7(), shopId, code, name: `品 ${made}`, price, stock } })
      return code
    },
    /** The shop as a new member finds it, or a guest. */
    async front(as: 'member' | 'guest' = 'member'): Promise<Storefront> {
      made += 1
      const memberId = as === 'member' ? await aMember(db, shopId, made) : null
      const front = await openStorefront(parts, 'hana', memberId)
      if (!front) throw new Error('no shop')
      return front
    },
    async end() {
      await client.close()
      await sandbox.end()
      await database.close()
    },
  }
}
export type BuyersWorld = Awaited<ReturnType<typeof aBuyersWorld>>

async function aMember(db: Database, shopId: string, at: number): Promise<string> {
  const keys = { cardMemberId: `MEMBER${at}`, authenticationKey: 'k3yA9b2C' }
  const id = uuidv7()
  await db.shopMember.create({ data: { ...buyer, ...keys, id, shopId, email: `m${at}@example.com` } })
  return id
}

export async function placed(
  front: Storefront,
  code: string,
  { quantity = 1, destinations = 1, payment = 'kuroneko_card' as PaymentChoice } = {},
): Promise<Extract<Placed, { ok: true }>> {
  const answer = await placeOrder(front, { cart: { [code]: quantity }, destinations, payment })
  if (!answer.ok) throw new Error(answer.refusal)
  return answer
}

/** An order as it stands, its chain verified. */
export async function stands(db: Database, orderId: string) {
  const order = await db.order.findUniqueOrThrow({
    where: { id: orderId },
    include: { deliveries: true, lines: true, events: { orderBy: { seq: 'asc' } } },
  })
  const { faults } = await verifyOrder(db, orderId)
  if (faults.length > 0) throw new Error(JSON.stringify(faults))
  return {
    payment: order.paymentStatus,
    kuronekoNumber: order.kuronekoOrderNumber,
    events: order.events.map(({ action, outcome }) => `${action} ${outcome}`),
    order,
  }
}
