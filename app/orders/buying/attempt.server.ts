import type { Storefront } from '~/shops/storefront.server'
import { askAndKeep } from '../evidence.server'
import { recordAuthorized } from '../operations/finish.server'
import { lockOrder } from '../record.server'
import { attemptedWith, type NotPayable, whyNotPayable } from './begin-payment.server'
import { buyersEvent } from './buyers-event'
import { nextKuronekoNumber } from './order-number.server'

export type Attempt =
  | { ok: true; number: string; kuronekoNumber: string; amount: number }
  /** `unclear`: Kuroneko does not say what it has of the attempt before, and another could charge twice. */
  | { ok: false; refusal: NotPayable | 'unclear' }

/**
 * The number under which an order can be paid now: its own, or a new one where that was tried. Before a new one is
 * given, Kuroneko is asked about the last once more: what was authorised after all is 仮売上, and not paid again.
 */
export async function openAttempt(front: Storefront, orderId: string): Promise<Attempt> {
  const now = await look(front, orderId)
  if (!now.ok || !now.isUsed) return now
  const asker = { ...front, actor: null, via: 'web' as const }
  const asked = await askAndKeep(asker, orderId)
  if (!asked || asked.outcome.kind === 'unknown') return { ok: false, refusal: 'unclear' }
  const { outcome } = asked
  const paid = outcome.kind === 'answered' && [4, 30, 31].includes(outcome.statusInfo)
  return paid ? markPaid(front, orderId) : renumber(front, orderId, now.kuronekoNumber)
}

function look({ db, shop }: Storefront, orderId: string) {
  return db.$transaction(async (tx) => {
    const order = await lockOrder(tx, orderId)
    const refusal = await whyNotPayable(tx, shop.id, order)
    if (refusal || !order) return { ok: false as const, refusal: refusal ?? ('not_found' as const) }
    const { number, amount } = order
    const kuronekoNumber = order.kuronekoOrderNumber ?? number
    const isUsed = await attemptedWith(tx, orderId, kuronekoNumber)
    return { ok: true as const, number, amount, kuronekoNumber, isUsed }
  })
}

function renumber({ db, shop }: Storefront, orderId: string, last: string): Promise<Attempt> {
  return db.$transaction(async (tx): Promise<Attempt> => {
    const order = await lockOrder(tx, orderId)
    const refusal = await whyNotPayable(tx, shop.id, order)
    if (refusal || !order) return { ok: false, refusal: refusal ?? 'not_found' }
    const { number, amount } = order
    // Somebody in another window may have been quicker; then the number is a new one already.
    const standing = order.kuronekoOrderNumber ?? number
    if (standing !== last) return { ok: true, number, amount, kuronekoNumber: standing }
    const kuronekoNumber = nextKuronekoNumber(number, last)
    await tx.order.update({ where: { id: orderId }, data: { kuronekoOrderNumber: kuronekoNumber } })
    return { ok: true, number, amount, kuronekoNumber }
  })
}

function markPaid({ db, shop, clock }: Storefront, orderId: string): Promise<Attempt> {
  return db.$transaction(async (tx): Promise<Attempt> => {
    const order = await lockOrder(tx, orderId)
    const refusal = await whyNotPayable(tx, shop.id, order)
    if (refusal || !order) return { ok: false, refusal: refusal ?? 'not_found' }
    const details = { kuroneko_number: order.kuronekoOrderNumber, by_inquiry: true }
    await recordAuthorized(tx, order, buyersEvent('order.authorized', clock.now(), details))
    return { ok: false, refusal: 'settled' }
  })
}
