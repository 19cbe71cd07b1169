import { type Desk, permits, shopScope } from '~/staff/desk.server'

export type Found =
  | { found: 'order'; number: string; shop: string | null }
  | { found: 'request'; reference: string }

/**
 * Where the history of what somebody typed is: an order's, or the request's own page where no order matches it.
 * @param candidates what the typed text may mean, best first
 */
export async function lookUp(desk: Desk, candidates: string[]): Promise<Found | null> {
  if (!permits(desk, 'audit.see')) return null
  const scope = shopScope(desk.actor)
  const [orders, request] = await Promise.all([
    desk.db.order.findMany({
      where: { number: { in: candidates }, ...scope },
      select: { number: true },
      take: 100,
    }),
    desk.db.correctionRequest.findFirst({
      where: { reference: { in: candidates }, ...scope },
      select: { reference: true, order: { select: { number: true } }, shop: { select: { code: true } } },
    }),
  ])
  const number = candidates.find((candidate) => orders.some((order) => order.number === candidate))
  if (number) return { found: 'order', number, shop: null }
  if (!request) return null
  if (!request.order) return { found: 'request', reference: request.reference }
  return { found: 'order', number: request.order.number, shop: request.shop.code }
}
