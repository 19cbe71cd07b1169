import { translator } from '~/i18n/translator.server'
import { openAttempt } from '~/orders/buying/attempt.server'
import type { CardChoice, Chosen } from '~/orders/buying/checkout'
import { type Paid, payWithSavedCard } from '~/orders/buying/pay.server'
import { placeOrder } from '~/orders/buying/place.server'
import type { ShopArgs, Visited } from './front.server'
import { issuersPage } from './issuers-page.server'

type Refused = Extract<Paid, { ok: false }>['refusal'] | 'empty'

/** Places the order of this visit and pays for it, as far as that goes without the buyer. `backTo` takes refusals. */
export async function buy(
  args: ShopArgs,
  visited: Visited,
  chosen: Chosen,
  backTo: string,
): Promise<Response> {
  const { front, visit, goTo, goToWithToast } = visited
  const { cart, destinations, buyer } = visit
  if (!buyer || destinations.length === 0) return goTo(backTo)
  const placed = await placeOrder(front, {
    cart,
    destinations: destinations.length,
    payment: chosen.method,
  })
  if (!placed.ok) {
    if (placed.refusal === 'empty') return goTo('/cart')
    const t = translator(args.request)
    const message = t('storefront:refusal.sold_out', { names: placed.products.join('、') })
    return goToWithToast('/cart', { message, tone: 'bad' }, { chosen })
  }
  const changed = { cart: {}, chosen, orders: [...visit.orders, placed.number] }
  const { orderId, number } = placed
  if (chosen.method === 'bank_transfer') return goTo(`/orders/${number}`, changed)
  const paying = { orderId, number, kuronekoNumber: number, card: chosen.card }
  return pay(args, visited, paying, changed)
}

export type PayingOrder = { orderId: string; number: string; kuronekoNumber: string; card: CardChoice }

/** Pays an order with a saved card, or leads to where a new one is typed. */
export async function pay(
  args: ShopArgs,
  visited: Visited,
  { orderId, number, kuronekoNumber, card }: PayingOrder,
  changed: Partial<Visited['visit']>,
): Promise<Response> {
  const { front, goTo } = visited
  const to = `/orders/${number}`
  const buyer = buyerOf(visited)
  // A new card is typed at Kuroneko; the order's page leads there.
  if (card.card === 'new' || !buyer) return goTo(to, changed)
  const paying = { orderId, kuronekoNumber, buyer, returnTo: threeDReturn(visited) }
  const paid = await payWithSavedCard(front, paying, card.card)
  return answerTo(args, visited, paid, to, changed)
}

/** An order of which an attempt at paying came to nothing: a new attempt, by the card chosen now. */
export async function payAgain(
  args: ShopArgs,
  visited: Visited,
  order: { id: string; number: string },
  chosen: Chosen,
): Promise<Response> {
  const to = `/orders/${order.number}`
  if (chosen.method !== 'kuroneko_card') return visited.goTo(to)
  const attempt = await openAttempt(visited.front, order.id)
  if (!attempt.ok) return refuse(args, visited, attempt.refusal, to)
  const { number, kuronekoNumber } = attempt
  return pay(args, visited, { orderId: order.id, number, kuronekoNumber, card: chosen.card }, { chosen })
}

/** The page of the issuer, or the order's own. */
export async function answerTo(
  args: ShopArgs,
  visited: Visited,
  paid: Paid,
  to: string,
  changed?: Partial<Visited['visit']>,
): Promise<Response> {
  if (!paid.ok) return refuse(args, visited, paid.refusal, to, changed)
  const response = await visited.goTo(to, changed)
  return paid.step === 'ended' ? response : issuersPage(paid.html, response.headers)
}

function refuse(
  { request }: ShopArgs,
  { goTo, goToWithToast }: Visited,
  refusal: Refused,
  to: string,
  changed?: Partial<Visited['visit']>,
): Promise<Response> {
  // The order's page tells by itself that it is paid, or being paid.
  if (refusal === 'settled' || refusal === 'used') return goTo(to, changed)
  const message = translator(request)(`storefront:refusal.${refusal}`)
  return goToWithToast(to, { message, tone: 'bad' }, changed)
}

/** Whom Kuroneko is told to charge: what was typed in this visit, else what the shop knows of its member. */
export function buyerOf({ visit, front }: Visited) {
  return visit.buyer ?? front.member
}

/** Where the issuer's page leads back to. */
export function threeDReturn({ origin, home }: Visited): string {
  return `${origin}${home}/three-d`
}
