import type { OperationAnswers, OperationOutcome } from '~/kuroneko/operation'
import { cardMemberOf } from '~/shops/cards/access-key.server'
import { cardId, cardsNow } from '~/shops/cards/list.server'
import type { Storefront } from '~/shops/storefront.server'
import { conduct, keepResult } from '../operations/conduct.server'
import { resultOf } from '../operations/send-call.server'
import { type BegunCall, beginPayment, type NotPayable } from './begin-payment.server'
import type { Buyer } from './checkout'
import { keepQuestion } from './three-d.server'

export type Paid =
  /** The order's page tells what it came to. */
  | { ok: true; step: 'ended' }
  /** The issuer asks first: the page to show. */
  | { ok: true; step: 'three_d_secure'; html: string }
  /** `no_card`: the saved card is not there any more. `unclear`: Kuroneko does not list the cards. */
  | { ok: false; refusal: NotPayable | 'no_card' | 'unclear' }

/** What every payment needs beside what pays. */
export type Paying = {
  orderId: string
  kuronekoNumber: string
  buyer: Buyer
  /** Where the issuer's page leads back to; the operation's id goes behind it. */
  returnTo: string
}

/** Pays with a token that the buyer brought from Kuroneko's page (A08). It is used here and kept nowhere. */
export async function payWithToken(
  front: Storefront,
  paying: Paying,
  { token, cardCodeApi }: { token: string; cardCodeApi: string },
): Promise<Paid> {
  const { orderId, kuronekoNumber } = paying
  const begun = await beginPayment(front, { orderId, kuronekoNumber, function: 'A08' })
  if (!begun.ok) return begun
  const payment = await paymentOf(front, begun.call, paying)
  const sent = await front.kuroneko.operate({
    operation: 'register_with_token',
    ...payment,
    token,
    cardCodeApi,
  })
  return ended(front, begun.call, sent.outcome)
}

/** Pays with a card that Kuroneko keeps for the member (A01), found by the list of this moment (A03). */
export async function payWithSavedCard(front: Storefront, paying: Paying, card: string): Promise<Paid> {
  const { orderId, kuronekoNumber } = paying
  const member = await cardMemberOf(front)
  const cards = member && (await cardsNow(front, member))
  if (member && !cards) return { ok: false, refusal: 'unclear' }
  const found = cards?.find((one) => cardId(one) === card)
  if (!member || !found) return { ok: false, refusal: 'no_card' }
  const begun = await beginPayment(front, { orderId, kuronekoNumber, function: 'A01' })
  if (!begun.ok) return begun
  const { cardKey, lastCreditDate, cardCodeApi } = found
  const payment = await paymentOf(front, begun.call, paying)
  const place = { cardKey, lastCreditDate, cardCodeApi }
  const operation = 'register_with_saved_card' as const
  const sent = await front.kuroneko.operate({ operation, ...payment, ...member, ...place })
  return ended(front, begun.call, sent.outcome)
}

async function paymentOf({ db, shop }: Storefront, { order, operationId }: BegunCall, paying: Paying) {
  const lines = await db.orderLine.findMany({
    where: { orderId: order.id },
    select: { name: true },
    orderBy: { index: 'asc' },
  })
  const [first] = lines
  const more = lines.length > 1 ? ` ほか${lines.length - 1}点` : ''
  return {
    traderCode: shop.traderCode,
    orderNumber: paying.kuronekoNumber,
    amount: order.amount,
    buyer: paying.buyer,
    goodsName: `${first?.name ?? shop.name}${more}`,
    returnUrl: `${paying.returnTo}/${operationId}`,
  }
}

type Registering = 'register_with_token' | 'register_with_saved_card'

/** Writes what the call came to, and carries the operation to its end as far as Kuroneko tells it. */
async function ended(
  front: Storefront,
  call: BegunCall,
  outcome: OperationOutcome<Registering>,
): Promise<Paid> {
  const question = outcome.kind === 'done' ? questionIn(outcome.answer) : null
  if (question) {
    await keepQuestion(front, call, question.threeDToken)
    return { ok: true, step: 'three_d_secure', html: question.html }
  }
  await keepResult(front, call, resultOf(outcome))
  await conduct(front, call.operationId)
  return { ok: true, step: 'ended' }
}

function questionIn(answer: OperationAnswers[Registering]) {
  return answer.step === 'three_d_secure' ? answer : null
}
