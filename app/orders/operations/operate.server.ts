import type { EventAction } from '~/audit/events'
import type { Transaction } from '~/platform/database.server'
import { type LookUp, lookUpTogether } from '~/platform/look-up.server'
import { Prisma } from '~/platform/prisma/client'
import { type Desk, permits, shopScope } from '~/staff/desk.server'
import { type EventOnOrder, lockOrder, type OrderWithDeliveries, recordOnOrder } from '../record.server'
import { type Operation, type OperationRefusal, refusalOf, type StandingOrder } from './allowed'

/** An operation that was not carried out; `at` is the delivery it failed at, from 0, where it is one's. */
export type OperationRefused = { ok: false; refusal: OperationRefusal; at?: number }

export function refused(refusal: OperationRefusal, at?: number): OperationRefused {
  return { ok: false, refusal, ...(at !== undefined && { at }) }
}

/** The event that tells of each operation; a refused one is told by the same with its outcome. */
const eventOf: Record<Operation, EventAction> = {
  ship: 'order.shipped',
  capture: 'order.captured',
  cancel: 'order.cancelled',
  modify: 'order.modified',
  change_method: 'order.method_changed',
  change_fee: 'order.fee_changed',
  reset_shipping: 'order.shipping_reset',
}

/** An order under its lock, with what the rules look at beside it. */
export type Operating = {
  tx: Transaction
  desk: Desk
  order: OrderWithDeliveries
  shop: {
    id: string
    traderCode: string
    carrierSetting: StandingOrder['carrierSetting']
    manualLink: boolean
  }
  standing: StandingOrder
  /** An event of this operation by this actor, now. */
  event(details?: EventOnOrder['details'], more?: Partial<EventOnOrder>): EventOnOrder
}

/** An operation under way waits this long (ms) for a connection, and may take this long altogether. */
const limits = { maxWait: 10_000, timeout: 20_000 }

/**
 * One operation on one order in one transaction: permit, lock, ask the rules, then `body` writes. A refusal is written
 * to the log in the same transaction and answered as a value.
 * @param version the order's as the person saw it; another one refuses
 */
export function operateOn<R extends { ok: boolean }>(
  desk: Desk,
  orderId: string,
  operation: Operation,
  body: (operating: Operating) => Promise<R | OperationRefused>,
  version?: number,
): Promise<R | OperationRefused> {
  if (!permits(desk, 'orders.operate')) return Promise.resolve(refused('not_found'))
  return desk.db.$transaction(async (tx) => {
    const operating = await open(tx, desk, orderId, operation)
    if (!operating) return refused('not_found')
    const { order, standing } = operating
    const moved = version !== undefined && version !== order.version
    const refusal = moved ? 'stale' : refusalOf(operation, standing, desk.clock.now())
    const result = refusal ? refused(refusal) : await body(operating)
    if (isRefused(result)) {
      const details = { operation, ...(result.at !== undefined && { delivery: result.at + 1 }) }
      const more = { outcome: 'refused', refusal: result.refusal } as const
      await recordOnOrder(tx, order, [operating.event(details, more)])
    }
    return result
  }, limits)
}

function isRefused(result: { ok: boolean }): result is OperationRefused {
  return !result.ok
}

async function open(
  tx: Transaction,
  desk: Desk,
  orderId: string,
  operation: Operation,
): Promise<Operating | null> {
  const order = await lockOrder(tx, orderId)
  const { shopId } = shopScope(desk.actor)
  if (!order || (shopId && order.shopId !== shopId)) return null
  const shop = await tx.shop.findUniqueOrThrow({
    where: { id: order.shopId },
    select: { id: true, traderCode: true, carrierSetting: true, manualLink: true },
  })
  const standing = { ...order, carrierSetting: shop.carrierSetting, underWay: await isUnderWay(tx, order.id) }
  const event: Operating['event'] = (details, more) => ({
    action: eventOf[operation],
    outcome: 'done',
    at: desk.clock.now(),
    actor: { id: desk.actor.id, role: desk.actor.role },
    via: desk.via,
    requestId: null,
    ...(details && { details }),
    ...more,
  })
  return { tx, desk, order, shop, standing, event }
}

/** Whether an operation of this order waits for Kuroneko. */
export async function isUnderWay(tx: Transaction, orderId: string): Promise<boolean> {
  const { underWay } = await lookUpTogether(tx, { underWay: underWayLookUp(orderId) })
  return underWay !== null
}

/** The same as a part of a larger look-up: null where none does. */
export function underWayLookUp(orderId: string | null): LookUp<true> {
  return {
    sql: Prisma.sql`
      SELECT 1 FROM order_operation WHERE order_id = ${orderId}::uuid AND state = 'under_way' LIMIT 1`,
    read: () => true,
  }
}
