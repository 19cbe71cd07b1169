import type { LoaderFunctionArgs } from '@remix-run/node'
import { type CardReturn, readCardReturn } from '~/kuroneko/card-page.server'
import { boughtOrder } from '~/orders/buying/bought.server'
import type { Chosen } from '~/orders/buying/checkout'
import { payWithToken } from '~/orders/buying/pay.server'
import { cardId } from '~/shops/cards/list.server'
import { answerTo, buyerOf, threeDReturn } from './buy.server'
import { type Visited, visitShop } from './front.server'
import { ownOrder } from './own-order.server'

/**
 * Where the buyer comes back from Kuroneko's card page. It pays by GET, as that page can only lead here; a token is used
 * once and an attempt is made once, so that coming here again changes nothing.
 */
export async function loader(args: LoaderFunctionArgs) {
  const visited = await visitShop(args)
  const order = await ownOrder(args, visited)
  const query = new URL(args.request.url).searchParams
  const brought = readCardReturn(query)
  const buyer = buyerOf(visited)
  const to = `/orders/${order.number}`
  // Somebody who gave up: the order waits.
  if (!brought || !buyer) return visited.goTo(to)
  const paid = await payWithToken(
    visited.front,
    {
      ...{ orderId: order.id, kuronekoNumber: query.get('attempt') ?? '', buyer },
      returnTo: threeDReturn(visited),
    },
    brought,
  )
  return answerTo(args, visited, paid, to, { chosen: await nextTime(visited, order.number, brought) })
}

/** What the buyer's next order is to be paid by: the card that was just saved, if it was. */
async function nextTime(
  { front, visit }: Visited,
  number: string,
  brought: CardReturn,
): Promise<Chosen | null> {
  const { chosen } = visit
  const wasToBeSaved = chosen?.method === 'kuroneko_card' && 'save' in chosen.card && chosen.card.save
  const order = wasToBeSaved ? await boughtOrder(front, number) : null
  if (order?.paymentStatus !== 'authorized') return chosen
  return { method: 'kuroneko_card', card: { card: cardId(brought) } }
}
