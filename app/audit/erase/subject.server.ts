import type { Database } from '~/platform/database.server'

/** What somebody's words may be erased from: an order with its requests, or a request that no order matches. */
export type Subject = {
  /** Null where no order matches. */
  order: { id: string; number: string; shop: string } | null
  /** Null where it is an order. */
  reference: string | null
  shopName: string
  /** The order's chain and its requests' own, from before they were matched. */
  chains: string[]
}

/** By an order's number, with its shop's code where several shops have that number; or by a request's reference. */
export type SubjectName = { number: string; shop?: string | undefined } | { reference: string }

/** Null where there is none, or more than one. */
export async function findSubject(db: Database, name: SubjectName): Promise<Subject | null> {
  if ('reference' in name) {
    const request = await db.correctionRequest.findUnique({
      where: { reference: name.reference },
      select: { id: true, reference: true, shop: true, order: { select: { number: true } } },
    })
    if (request?.order) return findSubject(db, { number: request.order.number, shop: request.shop.code })
    return (
      request && {
        order: null,
        reference: request.reference,
        shopName: request.shop.name,
        chains: [request.id],
      }
    )
  }
  const orders = await db.order.findMany({
    where: { number: name.number, ...(name.shop && { shop: { code: name.shop } }) },
    select: { id: true, number: true, shop: true, requests: { select: { id: true } } },
    take: 2,
  })
  const [order] = orders
  if (!order || orders.length > 1) return null
  return {
    order: { id: order.id, number: order.number, shop: order.shop.code },
    reference: null,
    shopName: order.shop.name,
    chains: [order.id, ...order.requests.map(({ id }) => id)],
  }
}
