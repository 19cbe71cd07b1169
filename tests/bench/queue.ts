import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { appendToChains } from '~/audit/append.server'
import type { NewEvent } from '~/audit/events'
import { sealNow } from '~/audit/seal/sealer.server'
import { askAboutRequest } from '~/corrections/ask-kuroneko.server'
import type { RequestState } from '~/corrections/life'
import { answer, ask } from '~/corrections/message.server'
import { addNote } from '~/corrections/note.server'
import { receiveOrders, storeHeads } from '~/orders/receive.server'
import { systemClock } from '~/platform/clock'
import type { Transaction } from '~/platform/database.server'
import type { Prisma } from '~/platform/prisma/client'
import type { Actor, Desk } from '~/staff/desk.server'
import { someJobs } from '../jobs-double'
import { aKuroneko, answered } from '../kuroneko-double'
import { anOrder } from '../orders/world'
import { type Log, secret } from './log'
import { openRequests } from './open-requests'
import { aPerson } from './product'

const inOneGo = 1_000
const day = 86_400_000
const reason = 'クロネコ側で取り消したため'
const captured = { payment: 'captured' as const, deliveries: ['unshipped' as const] }
const cancelled = { payment: 'cancelled' as const, deliveries: ['cancelled' as const] }

/** How requests stand and how they came to it, in the share in which a desk has them. */
const closed: RequestState[] = ['applied', 'applied', 'applied', 'applied', 'rejected', 'withdrawn']
const open: RequestState[] = ['submitted', 'submitted', 'in_review', 'in_review', 'needs_info']
const verdicts = ['go', 'look', 'no'] as const
const openShare = 0.02
/** More than a page of the queue shows. */
const leastOpen = 100

type People = { merchant: Actor; agent: Actor; shopIds: string[] }

/**
 * Fills the desk with requests, each on an order of its own, with the events that led to its state: two in a hundred
 * open, the rest closed over the last ten months. Returns who looks at them.
 */
export async function fillQueue(log: Log, count: number): Promise<People> {
  const shops = await log.db.shop.findMany({ select: { id: true }, orderBy: { code: 'asc' } })
  const shopIds = shops.map(({ id }) => id)
  const people = {
    ...{ shopIds, merchant: await aPerson(log, 'merchant', shopIds[0] ?? null) },
    agent: await aPerson(log, 'agent'),
  }
  for (let from = 0; from < count; from += inOneGo) {
    const places = Array.from({ length: Math.min(inOneGo, count - from) }, (_, i) => from + i)
    const placed = places.map((place) => placedAt(place, count, people))
    await log.db.$transaction((tx) => place(tx, placed, people), { timeout: 60_000 })
  }
  return people
}

/** A request with a conversation of ten messages, twenty events and findings that stand in its way. */
export async function busyRequest(log: Log, { merchant, agent, shopIds }: People): Promise<string> {
  const [request] = await openRequests(log.db, { shopId: shopIds[0] ?? '', merchant, agent }, 0, 1)
  if (!request) throw new Error('no request was made')
  const { reference } = request
  const kuroneko = aKuroneko(answered(4))
  const common = { db: log.db, clock: systemClock, via: 'web' as const, kuroneko, jobs: someJobs() }
  const desk: Desk = { actor: agent, ...common }
  const shop: Desk = { actor: merchant, ...common }
  for (let round = 1; round <= 3; round += 1) {
    await ask(desk, reference, messageOf(round))
    await answer(shop, reference, messageOf(round + 3))
  }
  for (let note = 7; note <= messages; note += 1) await addNote(desk, reference, messageOf(note))
  for (let asked = 0; asked < 8; asked += 1) await askAboutRequest(desk, reference)
  return reference
}

export const messages = 10
export const messageOf = (n: number) =>
  `${n}通目: ご注文のお支払いの状況について、クロネコの管理画面での表示と日付をお知らせください。`

/** Seals what was written since, so that no job does it while something is measured, and lets the planner count. */
export async function settle(log: Log): Promise<void> {
  await sealNow({ db: log.db, clock: systemClock, secret, origin: null })
  const owner = new pg.Client(log.ownerUrl)
  await owner.connect()
  await owner.query('VACUUM ANALYZE')
  await owner.end()
}

function placedAt(place: number, count: number, { shopIds, agent }: People) {
  const isOpen = place < Math.max(count * openShare, leastOpen)
  const states = isOpen ? open : closed
  const state = states[place % states.length] ?? 'submitted'
  const filedAt = new Date(Date.now() - day / 4 - Math.floor((place / count) * 300 * day))
  const serial = String(place).padStart(8, '0')
  return {
    ...{ id: uuidv7(), state, filedAt, decidedAt: isOpen ? null : new Date(filedAt.getTime() + 9_000_000) },
    ...{ shopId: shopIds[place % shopIds.length] ?? '', number: `P2511200101${serial}` },
    ...{ reference: `MT-2025-${serial}`, verdict: verdicts[place % verdicts.length] ?? null },
    assigneeId: state === 'submitted' || state === 'withdrawn' ? null : agent.id,
  }
}
type Placed = ReturnType<typeof placedAt>

async function place(tx: Transaction, placed: Placed[], people: People): Promise<void> {
  await receiveOrders(tx, placed.map(orderOf))
  const orders = await tx.order.findMany({
    where: { number: { in: placed.map(({ number }) => number) } },
    select: { id: true, number: true, amount: true, eventSeq: true, eventHash: true },
  })
  const byNumber = new Map(orders.map((order) => [order.number, order]))
  const found = placed.flatMap((request) => {
    const order = byNumber.get(request.number)
    return order ? [{ request, order }] : []
  })
  const batchId = uuidv7()
  const [first] = placed
  if (!first) return
  await tx.correctionBatch.create({
    data: {
      ...{ id: batchId, shopId: first.shopId, filedById: people.merchant.id, filedAt: first.filedAt },
      idempotencyKey: batchId,
    },
  })
  await tx.correctionRequest.createMany({
    data: found.map(({ request, order }) => requestRow(request, order.id, batchId, people)),
  })
  const heads = await appendToChains(
    tx,
    found.map(({ request, order }) => ({
      ...{ id: order.id, about: { number: order.number, amount: order.amount }, head: order },
      events: eventsOf(request, order.id, people),
    })),
  )
  await storeHeads(
    tx,
    found.map(({ order }) => order),
    heads,
  )
}

function orderOf({ shopId, number, filedAt, state }: Placed) {
  const orderedAt = new Date(filedAt.getTime() - 2 * day)
  const now = state === 'applied' ? cancelled : captured
  const made = anOrder(shopId, number, { paymentStatus: 'captured', orderedAt })
  const deliveries = now.deliveries.map((status) => ({ status, slipNumber: null, carrier: null }))
  return { ...made, paymentStatus: now.payment, deliveries, version: state === 'applied' ? 2 : 1 }
}

function requestRow(
  request: Placed,
  orderId: string,
  batchId: string,
  { merchant, agent }: People,
): Prisma.CorrectionRequestCreateManyInput {
  return {
    ...{ ...request, orderId, batchId, numberAsTyped: request.number, numberMatch: 'exact', orderVersion: 1 },
    ...{ paymentWish: 'cancelled', shippingWish: 'cancelled', claim: 'cancelled', reason },
    ...{ filedById: merchant.id, dueAt: new Date(request.filedAt.getTime() + day) },
    decidedById: request.decidedAt && (request.state === 'withdrawn' ? merchant.id : agent.id),
  }
}

function eventsOf(request: Placed, orderId: string, { merchant, agent }: People): NewEvent[] {
  const { id: requestId, reference, shopId, state, filedAt, decidedAt } = request
  const at = (hours: number) => new Date(filedAt.getTime() + hours * 3_600_000)
  const common = { outcome: 'done' as const, via: 'web', shopId, orderId, requestId, reference }
  const byShop = { ...common, actor: { id: merchant.id, role: merchant.role } }
  const byDesk = { ...common, actor: { id: agent.id, role: agent.role } }
  const step = (from: RequestState, to: RequestState) => ({ state_before: from, state_after: to })
  const filed: NewEvent = {
    ...{ ...byShop, action: 'correction.filed', at: filedAt, words: reason },
    details: { state: 'submitted' },
  }
  const claimed: NewEvent = {
    ...{ ...byDesk, action: 'correction.claimed', at: at(1), details: step('submitted', 'in_review') },
  }
  const end = { at: decidedAt ?? at(2), details: step('in_review', state) }
  if (state === 'submitted') return [filed]
  if (state === 'withdrawn') {
    return [
      filed,
      { ...byShop, action: 'correction.withdrawn', ...end, details: step('submitted', 'withdrawn') },
    ]
  }
  if (state === 'in_review') return [filed, claimed]
  if (state === 'needs_info') return [filed, claimed, { ...byDesk, ...end, action: 'correction.asked' }]
  if (state === 'rejected') return [filed, claimed, { ...byDesk, ...end, action: 'correction.rejected' }]
  return [
    ...[filed, claimed],
    { ...byDesk, ...end, action: 'order.corrected', before: captured, after: cancelled },
    { ...byDesk, ...end, action: 'correction.approved' },
  ]
}
