import { z } from 'zod'
import type { Database } from '~/platform/database.server'
import { deskChain } from '../record.server'

/**
 * What somebody's words may be erased from: an order with its requests, a request that no order matches, or an export,
 * which looked for words.
 */
export type Subject = {
  /** Null where no order matches. */
  order: { id: string; number: string; shop: string } | null
  /** Null where it is an order or an export. */
  reference: string | null
  /** Null for an export of the desk's people. */
  shopName: string | null
  /** The order's chain and its requests' own, from before they were matched. An export stands on its shop's or the desk's. */
  chains: string[]
  /** Only what was written at this event of them is offered; null for all. */
  event: string | null
}

/** By an order's number, with its shop's code where several shops have that number; a request's reference; an export's id. */
export type SubjectName =
  | { number: string; shop?: string | undefined }
  | { reference: string }
  | { exported: string }

/** Null where there is none, or more than one. */
export async function findSubject(db: Database, name: SubjectName): Promise<Subject | null> {
  if ('exported' in name) return exportSubject(db, name.exported)
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
        event: null,
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
    event: null,
  }
}

async function exportSubject(db: Database, id: string): Promise<Subject | null> {
  if (!z.uuid().safeParse(id).success) return null
  const found = await db.auditExport.findUnique({ where: { id }, select: { eventId: true, shop: true } })
  if (!found?.eventId) return null
  const { eventId: event, shop } = found
  return {
    ...{ order: null, reference: null, event },
    shopName: shop?.name ?? null,
    chains: [shop?.id ?? deskChain],
  }
}
