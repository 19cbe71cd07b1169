import { z } from 'zod'
import { type Desk, permits, shopScope } from '~/staff/desk.server'
import { archivedEvent } from '../archive/places.server'
import { type ProvableEvent, placeOnChain } from './provable.server'

/** An event that was moved to the archive: no proof can be made of it here until its month, `2019-01`, is read back. */
export type AwayEvent = ProvableEvent & { month: string }

/** The archived event with this id; null where there is none that this person may see. */
export async function findArchived(desk: Desk, eventId: string): Promise<AwayEvent | null> {
  if (!permits(desk, 'audit.see') || !z.uuid().safeParse(eventId).success) return null
  const place = await archivedEvent(desk.db, eventId)
  if (!place) return null
  const { chainId, seq, month } = place
  const scope = shopScope(desk.actor)
  const where = { id: chainId, ...scope }
  const shop = { select: { id: true, code: true } }
  const [order, request, ownShop] = await Promise.all([
    desk.db.order.findFirst({ where, select: { id: true, number: true, shop } }),
    desk.db.correctionRequest.findFirst({ where, select: { id: true, reference: true, shop } }),
    desk.db.shop.findFirst({
      where: { AND: [{ id: chainId }, scope.shopId ? { id: scope.shopId } : {}] },
      select: { id: true, code: true },
    }),
  ])
  const own = order?.shop ?? request?.shop ?? ownShop
  const chain = placeOnChain({ chainId, order, request, shop: own })
  const mayKnow = chain && (chain.owner.kind !== 'desk' || !scope.shopId)
  return mayKnow ? { id: eventId, chainId, seq, shopCode: own?.code ?? null, month, ...chain } : null
}
