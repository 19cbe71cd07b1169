import { z } from 'zod'
import { type Desk, permits, shopScope } from '~/staff/desk.server'
import { type ChainOwner, deskChain } from '../record.server'

/** An event as whoever may see it finds it, and on whose chain it stands. */
export type ProvableEvent = {
  id: string
  chainId: string
  seq: number
  owner: ChainOwner
  /** What the chain is called: an order's number, a request's reference, a shop's code. */
  chainName: string
  shopCode: string | null
}

/** The event with this id; null where there is none that this person may see. */
export async function findProvable(desk: Desk, eventId: string): Promise<ProvableEvent | null> {
  if (!permits(desk, 'audit.see') || !z.uuid().safeParse(eventId).success) return null
  const event = await desk.db.orderEvent.findFirst({
    where: { id: eventId, ...shopScope(desk.actor) },
    select: {
      id: true,
      chainId: true,
      seq: true,
      shop: { select: { id: true, code: true } },
      order: { select: { id: true, number: true } },
      request: { select: { id: true, reference: true } },
    },
  })
  if (!event) return null
  const { id, chainId, seq, shop } = event
  const chain = placeOnChain(event)
  return chain && { id, chainId, seq, shopCode: shop?.code ?? null, ...chain }
}

type Owners = {
  chainId: string
  shop: { id: string; code: string } | null
  order: { id: string; number: string } | null
  request: { id: string; reference: string } | null
}

/** Whose chain it is, and what it is called; null where none of these owns it. */
export function placeOnChain({
  chainId,
  order,
  request,
  shop,
}: Owners): Pick<ProvableEvent, 'owner' | 'chainName'> | null {
  if (chainId === deskChain) return { owner: { kind: 'desk' }, chainName: 'desk' }
  switch (chainId) {
    case order?.id:
      return order && { owner: { kind: 'order', id: order.id }, chainName: order.number }
    case request?.id:
      return request && { owner: { kind: 'request', id: request.id }, chainName: request.reference }
    case shop?.id:
      return shop && { owner: { kind: 'shop', id: shop.id }, chainName: shop.code }
    default:
      return null
  }
}
