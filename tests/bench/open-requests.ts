import { v7 as uuidv7 } from 'uuid'
import { appendToChains } from '~/audit/append.server'
import type { NewEvent } from '~/audit/events'
import { assessRequest } from '~/corrections/assess.server'
import { approvable } from '~/corrections/content.server'
import { storeHeads } from '~/orders/receive.server'
import { systemClock } from '~/platform/clock'
import type { Database } from '~/platform/database.server'
import type { Prisma } from '~/platform/prisma/client'
import type { Actor } from '~/staff/desk.server'
import { answeredOrders, numberAt } from './answered-orders'

export type OpenRequest = {
  id: string
  orderId: string
  reference: string
  number: string
  digest: string
  content: string
}

const inOneGo = 500
const reason = 'クロネコ側で取り消したため'

/**
 * Puts captured orders there that Kuroneko has just said are cancelled, and for each the claimed request to show so:
 * nothing stands in the way of its approval. Returns what a reviewer's page of each would carry.
 * @param first the first order's running number; orders of different calls must not share any
 */
export async function openRequests(
  db: Database,
  { shopId, merchant, agent }: { shopId: string; merchant: Actor; agent: Actor },
  first: number,
  count: number,
): Promise<OpenRequest[]> {
  const opened: OpenRequest[] = []
  for (let from = first; from < first + count; from += inOneGo) {
    const places = Array.from({ length: Math.min(inOneGo, first + count - from) }, (_, i) => from + i)
    opened.push(...(await openSome(db, { shopId, merchant, agent }, places)))
  }
  return opened
}

async function openSome(
  db: Database,
  { shopId, merchant, agent }: { shopId: string; merchant: Actor; agent: Actor },
  places: number[],
): Promise<OpenRequest[]> {
  const at = systemClock.now()
  const requests = places.map((place) => ({
    ...{ id: uuidv7(), number: numberAt(place), reference: `MT-2026-${900_000 + place}` },
    ...{ batchId: uuidv7(), shopId },
  }))
  await db.$transaction(
    async (tx) => {
      const numbers = requests.map(({ number }) => number)
      const orderOf = await answeredOrders(tx, shopId, numbers)
      const placed = requests.map((request) => ({
        ...request,
        orderId: orderOf.get(request.number)?.id ?? '',
      }))
      await tx.correctionBatch.createMany({
        data: placed.map(({ batchId }) => ({
          ...{ id: batchId, shopId, filedById: merchant.id, filedAt: at, idempotencyKey: uuidv7() },
        })),
      })
      await tx.correctionRequest.createMany({
        data: placed.map(
          (request) =>
            ({
              ...request,
              ...{ numberAsTyped: request.number, numberMatch: 'exact', paymentWish: 'cancelled' },
              ...{ shippingWish: 'cancelled', claim: 'cancelled', reason },
              ...{ state: 'in_review', filedById: merchant.id, filedAt: at, orderVersion: 1 },
              ...{ dueAt: new Date(at.getTime() + 86_400_000), assigneeId: agent.id },
            }) satisfies Prisma.CorrectionRequestCreateManyInput,
        ),
      })
      const told = placed.flatMap((request) => {
        const order = orderOf.get(request.number)
        return order ? [{ order, events: filedAndClaimed(request, merchant, agent) }] : []
      })
      const heads = await appendToChains(
        tx,
        told.map(({ order, events }) => ({
          ...{ id: order.id, about: { number: order.number, amount: order.amount }, head: order, events },
        })),
      )
      await storeHeads(
        tx,
        told.map(({ order }) => order),
        heads,
      )
    },
    { timeout: 60_000 },
  )
  return digestsOf(
    db,
    requests.map(({ reference }) => reference),
  )
}

type Placed = { id: string; orderId: string; reference: string; shopId: string }

function filedAndClaimed(
  { id, orderId, reference, shopId }: Placed,
  merchant: Actor,
  agent: Actor,
): NewEvent[] {
  const at = systemClock.now()
  const told = { outcome: 'done', at, via: 'web', requestId: id, reference, shopId, orderId } as const
  return [
    {
      ...{ ...told, action: 'correction.filed', actor: actorOf(merchant) },
      ...{ words: reason, details: { state: 'submitted' } },
    },
    {
      ...{ ...told, action: 'correction.claimed', actor: actorOf(agent) },
      details: { state_before: 'submitted', state_after: 'in_review' },
    },
  ]
}

const actorOf = ({ id, role }: Actor) => ({ id, role })

/** What each request's page shows; but for their names, all are in the same case. */
async function digestsOf(db: Database, references: string[]): Promise<OpenRequest[]> {
  const requests = await db.correctionRequest.findMany({
    where: { reference: { in: references } },
    include: { order: { include: { deliveries: { orderBy: { index: 'asc' } } } } },
    orderBy: { reference: 'asc' },
  })
  const [one] = requests
  if (!one) return []
  const assessed = await assessRequest(db, one, one.order, systemClock.now())
  if (assessed.assessment.verdict !== 'go') throw new Error(JSON.stringify(assessed.assessment))
  return requests.flatMap(({ order, ...request }) => {
    if (!order) return []
    const { digest, text } = approvable(request, order, assessed)
    const { id, reference, number } = request
    return [{ id, orderId: order.id, reference, number, digest, content: text }]
  })
}
