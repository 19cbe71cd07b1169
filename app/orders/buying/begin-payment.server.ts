import { v7 as uuidv7 } from 'uuid'
import type { Transaction } from '~/platform/database.server'
import type { Storefront } from '~/shops/storefront.server'
import { isUnderWay } from '../operations/operate.server'
import { lockOrder, type OrderWithDeliveries, recordOnOrder } from '../record.server'
import { buyersEvent } from './buyers-event'

/** Why an order is not paid now. */
export type NotPayable =
  | 'not_found'
  /** Paid, cancelled, or to be paid otherwise. */
  | 'settled'
  /** Kuroneko has not said yet what became of the attempt before. */
  | 'under_way'
  /** This attempt was made already, or a newer one has begun. */
  | 'used'

/** One call of a payment that was begun, as it is stored: sent, before it is. */
export type BegunCall = {
  id: string
  operationId: string
  function: 'A01' | 'A02' | 'A08' | 'A09'
  /** The order it pays for. */
  order: OrderWithDeliveries
}

export type Beginning = {
  orderId: string
  function: BegunCall['function']
  /** The order's number at Kuroneko in this attempt. */
  kuronekoNumber: string
  /** The operation that the buyer left for the issuer's page. */
  continues?: string
}

/** Why a locked order cannot be paid by card at this moment; null where it can. */
export async function whyNotPayable(
  tx: Transaction,
  shopId: string,
  order: OrderWithDeliveries | null,
): Promise<NotPayable | null> {
  if (order?.shopId !== shopId) return 'not_found'
  const { paymentMethod, paymentStatus } = order
  const open = paymentStatus === 'incomplete' || paymentStatus === 'failed'
  if (paymentMethod !== 'kuroneko_card' || !open) return 'settled'
  return (await isUnderWay(tx, order.id)) ? 'under_way' : null
}

/**
 * Writes the intent to pay. What pays, a token or a saved card's place, is never stored, so nobody else could send the
 * call: it stands as sent from here on, and whoever takes it up after a crash asks Kuroneko what became of it.
 */
export function beginPayment(
  { db, shop, clock, jobs }: Storefront,
  { orderId, function: name, kuronekoNumber, continues }: Beginning,
): Promise<{ ok: true; call: BegunCall } | { ok: false; refusal: NotPayable }> {
  return db.$transaction(async (tx) => {
    const order = await lockOrder(tx, orderId)
    const refusal = await whyNotPayable(tx, shop.id, order)
    if (refusal || !order) return { ok: false, refusal: refusal ?? 'not_found' }
    const isUsed = await attemptedWith(tx, order.id, kuronekoNumber, continues)
    if (order.kuronekoOrderNumber !== kuronekoNumber || isUsed) return { ok: false, refusal: 'used' }
    const now = clock.now()
    const operationId = uuidv7()
    const input = { number: kuronekoNumber, ...(continues && { continues }) }
    await tx.orderOperation.create({
      data: {
        ...{ id: operationId, orderId, kind: 'register', input, startedAt: now },
        ...{ startedById: null, startedRole: 'buyer', via: 'shop' },
      },
    })
    const id = uuidv7()
    await tx.kuronekoCall.create({
      data: {
        ...{ id, operationId, orderId, index: 0, function: name, state: 'sent', plannedAt: now, sentAt: now },
        fields: { settle_price: String(order.amount) },
      },
    })
    const details = { operation: operationId, function: name, kuroneko_number: kuronekoNumber }
    await recordOnOrder(tx, order, [buyersEvent('order.payment_begun', now, details)])
    await jobs.send(tx, { name: 'conduct-operation', data: { operationId } })
    return { ok: true, call: { id, operationId, function: name, order } }
  })
}

/** Whether this number was tried already; or, of a payment that went on to the issuer's page, whether that was finished. */
export async function attemptedWith(
  tx: Transaction,
  orderId: string,
  kuronekoNumber: string,
  continues?: string,
): Promise<boolean> {
  const input = continues
    ? { path: ['continues'], equals: continues }
    : { path: ['number'], equals: kuronekoNumber }
  const found = await tx.orderOperation.findFirst({
    where: { orderId, kind: 'register', input },
    select: { id: true },
  })
  return found !== null
}
