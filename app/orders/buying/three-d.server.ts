import { z } from 'zod'
import { decrypt, encrypt } from '~/platform/encryption.server'
import type { Storefront } from '~/shops/storefront.server'
import { conduct, keepResult } from '../operations/conduct.server'
import { resultOf } from '../operations/send-call.server'
import { lockOrder, recordOnOrder } from '../record.server'
import { type BegunCall, beginPayment, type NotPayable } from './begin-payment.server'
import { buyersEvent } from './buyers-event'

const purpose = '3-D Secure'
/** The word that an operation ends with which waits for the buyer: nothing is under way at Kuroneko meanwhile. */
export const askedByIssuer = 'three_d_secure'

const keptSchema = z.object({ number: z.string(), threeDToken: z.string() })

/** The issuer asks the buyer: the operation ends here, and what finishes it later is kept, encrypted. */
export function keepQuestion(
  { db, clock, secret }: Storefront,
  { id, operationId, order }: BegunCall,
  threeDToken: string,
): Promise<void> {
  return db.$transaction(async (tx) => {
    const locked = await lockOrder(tx, order.id)
    if (!locked) throw new Error(`order ${order.id} does not exist`)
    const now = clock.now()
    const answered = await tx.kuronekoCall.updateMany({
      where: { id, state: 'sent' },
      data: { state: 'done', answeredAt: now },
    })
    // An inquiry has settled it meanwhile: the buyer was too late.
    if (answered.count === 0) return
    const { input } = await tx.orderOperation.findUniqueOrThrow({ where: { id: operationId } })
    const number = z.object({ number: z.string() }).parse(input).number
    const kept = { number, threeDToken: encrypt(secret, purpose, Buffer.from(threeDToken), operationId) }
    await tx.orderOperation.update({
      where: { id: operationId },
      data: { state: 'not_done', reason: askedByIssuer, finishedAt: now, input: kept },
    })
    const details = { operation: operationId, kuroneko_number: number }
    await recordOnOrder(tx, locked, [buyersEvent('order.authentication_asked', now, details)])
  })
}

export type Finished =
  | { ok: true; orderNumber: string }
  | { ok: false; refusal: NotPayable; orderNumber: string | null }

/**
 * Finishes a payment with what the buyer brought back from the issuer's page (A09, or A02 for a saved card). Only the
 * newest attempt of an order can be finished: whoever began another one has left this for good.
 * @param returned the query, names and values unchanged
 */
export async function finishThreeD(
  front: Storefront,
  operationId: string,
  returned: Record<string, string>,
): Promise<Finished> {
  const waiting = await front.db.orderOperation.findFirst({
    where: { id: operationId, kind: 'register', reason: askedByIssuer, order: { shopId: front.shop.id } },
    include: { order: { select: { number: true } }, calls: true },
  })
  const kept = keptSchema.safeParse(waiting?.input)
  if (!waiting || !kept.success) return { ok: false, refusal: 'not_found', orderNumber: null }
  const orderNumber = waiting.order.number
  const threeDToken = decrypt(front.secret, purpose, kept.data.threeDToken, operationId)?.toString()
  if (!threeDToken) return { ok: false, refusal: 'not_found', orderNumber }
  const savedCard = waiting.calls.some(({ function: name }) => name === 'A01')
  const begun = await beginPayment(front, {
    orderId: waiting.orderId,
    kuronekoNumber: kept.data.number,
    function: savedCard ? 'A02' : 'A09',
    continues: operationId,
  })
  if (!begun.ok) return { ...begun, orderNumber }
  const { outcome } = await front.kuroneko.operate({
    operation: savedCard ? 'finish_saved_card_three_d_secure' : 'finish_three_d_secure',
    traderCode: front.shop.traderCode,
    orderNumber: kept.data.number,
    threeDToken,
    returned,
  })
  await keepResult(front, begun.call, resultOf(outcome))
  await conduct(front, begun.call.operationId)
  return { ok: true, orderNumber }
}
