import { v7 as uuidv7 } from 'uuid'
import type { FilingRow } from '~/corrections/forms'
import { type NewOrder, receiveOrders } from '~/orders/receive.server'
import { type Database, openDatabase } from '~/platform/database.server'
import { createShop } from '~/shops/create.server'
import type { Desk } from '~/staff/desk.server'
import type { Role } from '~/staff/permissions'
import { createTestDatabase } from '../database'
import { someJobs } from '../jobs-double'
import { aKuroneko, answered } from '../kuroneko-double'

const start = new Date('2026-11-24T00:00:00.000Z')

/** A desk with two shops, one person of each role, and a clock that goes on by a minute at each look. */
export async function aWorld() {
  const database = await createTestDatabase()
  const db = openDatabase(database.appUrl, 4)
  let minutes = 0
  const clock = { now: () => new Date(start.getTime() + ++minutes * 60_000) }
  // What `aRow` claims is true, unless a test says otherwise.
  const kuroneko = aKuroneko(answered(40, null))
  const jobs = someJobs()
  const shop = await db.$transaction((tx) => createShop(tx, aShop('hananoya', '和菓子 花のや')))
  const otherShop = await db.$transaction((tx) => createShop(tx, aShop('linne', '北欧雑貨 リンネ')))
  const desk = async (role: Role, name: string, shopId: string | null = null): Promise<Desk> => {
    const id = uuidv7()
    const email = `${id}@mitame.test`
    await db.user.create({ data: { id, name, email, role } })
    return { actor: { id, name, email, role, shopId }, db, clock, via: 'web', kuroneko, jobs }
  }
  return {
    db,
    appUrl: database.appUrl,
    ownerUrl: database.ownerUrl,
    clock,
    kuroneko,
    jobs,
    shop,
    otherShop,
    merchant: await desk('merchant', '花のや 佐藤', shop),
    otherMerchant: await desk('merchant', 'リンネ 高橋', otherShop),
    agent: await desk('agent', '窓口 田中'),
    lead: await desk('lead', '窓口リーダー 山本'),
    auditor: await desk('auditor', '監査 鈴木'),
    admin: await desk('admin', '管理 伊藤'),
    /** One more person. */
    person: desk,
    async close() {
      await db.$disconnect()
      await database.drop()
    },
  }
}

export type World = Awaited<ReturnType<typeof aWorld>>

function aShop(code: string, name: string) {
  return { code, name, traderCode: '888000001', carrierSetting: 'any' } as const
}

/**
 * A captured and shipped order as the platform sent it; returns its id.
 * @param statusInfo what Kuroneko answered about it a moment ago, whatever the world's clock says; null where nobody asked
 */
export async function anOrder(
  db: Database,
  shopId: string,
  number: string,
  more: Partial<NewOrder> = {},
  statusInfo: number | null = 40,
): Promise<string> {
  const order: NewOrder = {
    shopId,
    number,
    numberAsReceived: number,
    orderedAt: start,
    paymentMethod: 'kuroneko_card',
    paymentStatus: 'captured',
    amount: 8640,
    fee: 0,
    kuronekoOrderNumber: number,
    origin: 'platform',
    version: 1,
    deliveries: [{ status: 'shipped', slipNumber: null, carrier: null }],
    events: [],
    ...more,
  }
  const after = { payment: order.paymentStatus, deliveries: order.deliveries.map(({ status }) => status) }
  const received = {
    action: 'order.received',
    outcome: 'done',
    at: order.orderedAt,
    actor: null,
    via: 'platform',
    requestId: null,
    after,
    details: { amount: order.amount, method: order.paymentMethod, origin: order.origin },
  } as const
  await db.$transaction((tx) => receiveOrders(tx, [{ ...order, events: [received, ...order.events] }]))
  const where = { shopId_number: { shopId, number } }
  const { id } = await db.order.findUniqueOrThrow({ where, select: { id: true } })
  if (statusInfo !== null) await anAnswer(db, { id, shopId }, statusInfo, order.amount)
  return id
}

export function aRow(orderNumber: string, more: Partial<FilingRow> = {}): FilingRow {
  return {
    orderNumber,
    paymentStatus: 'cancelled',
    shippingStatus: 'cancelled',
    kuronekoStatus: 'cancelled',
    reason: 'クロネコ側で実売上後のキャンセルに成功したため',
    ...more,
  }
}

/** Evidence that stays fresh for the whole test. */
async function anAnswer(
  db: Database,
  order: { id: string; shopId: string },
  statusInfo: number,
  amount: number,
) {
  const askedAt = new Date(start.getTime() + 365 * 24 * 60 * 60_000)
  const inquiry = { kind: 'inquiry', outcome: 'answered', statusInfo, amount, askedAt, attempts: 1 } as const
  await db.evidence.create({ data: { ...inquiry, id: uuidv7(), orderId: order.id, shopId: order.shopId } })
}
