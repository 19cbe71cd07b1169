import { v7 as uuidv7 } from 'uuid'
import { receiveOrders } from '~/orders/receive.server'
import type { OrderWithDeliveries } from '~/orders/record.server'
import { findOrdersByNumber } from '~/orders/record-many.server'
import { systemClock } from '~/platform/clock'
import type { Database, Transaction } from '~/platform/database.server'
import type { Prisma } from '~/platform/prisma/client'
import { anOrder } from '../orders/world'

/** An order's number by its place among those of a benchmark. */
export const numberAt = (place: number) => `P261120010100${String(place).padStart(6, '0')}`

/** Puts captured orders there that Kuroneko has just said are cancelled; returns them by number. */
export async function answeredOrders(
  tx: Transaction,
  shopId: string,
  numbers: string[],
): Promise<Map<string, OrderWithDeliveries>> {
  const at = systemClock.now()
  await receiveOrders(
    tx,
    numbers.map((number) => anOrder(shopId, number, { paymentStatus: 'captured' })),
  )
  const orders = await findOrdersByNumber(tx, shopId, numbers)
  await tx.evidence.createMany({
    data: orders.map(
      ({ id: orderId }) =>
        ({
          ...{ id: uuidv7(), shopId, orderId, kind: 'inquiry', outcome: 'answered', statusInfo: 40 },
          ...{ amount: null, askedAt: at, answeredAt: at, attempts: 1, raw: '<return/>' },
        }) satisfies Prisma.EvidenceCreateManyInput,
    ),
  })
  return new Map(orders.map((order) => [order.number, order]))
}

/** The same for a run of places, some at a time. */
export async function answeredRun(
  db: Database,
  shopId: string,
  first: number,
  count: number,
): Promise<string[]> {
  const numbers = Array.from({ length: count }, (_, i) => numberAt(first + i))
  for (let from = 0; from < count; from += 500) {
    await db.$transaction((tx) => answeredOrders(tx, shopId, numbers.slice(from, from + 500)), {
      timeout: 60_000,
    })
  }
  return numbers
}
