import { type NewOrder, receiveOrders } from '~/orders/receive.server'
import type { Database } from '~/platform/database.server'
import type { CarrierSetting } from '~/platform/prisma/enums'
import { createShop } from '~/shops/create.server'
import { createUser } from '~/staff/create-user.server'
import type { Desk } from '~/staff/desk.server'
import type { Role } from '~/staff/permissions'
import { someJobs } from '../jobs-double'
import { aKuroneko } from '../kuroneko-double'

/** Noon in Tokyo on the day of all these tests. */
export const today = new Date('2026-11-24T03:00:00.000Z')

export async function aShop(
  db: Database,
  code: string,
  carrierSetting: CarrierSetting = 'any',
): Promise<string> {
  return createShop(db, { code, name: `店舗 ${code}`, traderCode: '888000009', carrierSetting })
}

export async function aDesk(
  db: Database,
  role: Role,
  shopId: string | null = null,
  now: Date = today,
): Promise<Desk> {
  const name = `${role} ${shopId ?? 'desk'}`
  const email = `${role}-${shopId ?? 'desk'}-${Math.random().toString(36).slice(2)}@mitame.test`
  const id = await createUser(db, { email, name, role, password: 'a password for tests', shopId })
  return {
    actor: { id, name, email, role, shopId },
    db,
    clock: { now: () => now },
    via: 'web',
    kuroneko: aKuroneko(),
    jobs: someJobs(),
  }
}

export function anOrder(shopId: string, number: string, more: Partial<NewOrder> = {}): NewOrder {
  const deliveries = more.deliveries ?? [{ status: 'unshipped', slipNumber: null, carrier: null }]
  const paymentStatus = more.paymentStatus ?? 'authorized'
  const orderedAt = more.orderedAt ?? new Date('2026-11-20T01:00:00.000Z')
  return {
    shopId,
    number,
    numberAsReceived: number,
    orderedAt,
    paymentMethod: 'kuroneko_card',
    paymentStatus,
    amount: 5000,
    fee: 0,
    kuronekoOrderNumber: number,
    origin: 'platform',
    version: 1,
    events: [
      {
        action: 'order.received',
        outcome: 'done',
        at: orderedAt,
        actor: null,
        via: 'platform',
        requestId: null,
        after: { payment: paymentStatus, deliveries: deliveries.map(({ status }) => status) },
      },
    ],
    ...more,
    deliveries,
  }
}

/** Puts orders there; returns the id of each by its number. */
export async function withOrders(db: Database, orders: NewOrder[]): Promise<Map<string, string>> {
  await db.$transaction((tx) => receiveOrders(tx, orders))
  const stored = await db.order.findMany({ where: { number: { in: orders.map(({ number }) => number) } } })
  return new Map(stored.map(({ number, id }) => [number, id]))
}
