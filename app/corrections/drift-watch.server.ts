import { setTimeout as pause } from 'node:timers/promises'
import { v7 as uuidv7 } from 'uuid'
import { patientLimits } from '~/kuroneko/client.server'
import { kuronekoNumberOf } from '~/kuroneko/number'
import { watchedOrders } from '~/orders/drift/watched'
import { type Asker, askForNews } from '~/orders/evidence.server'
import type { Database } from '~/platform/database.server'
import type { DriftWatch } from '~/platform/prisma/client'
import { type By, type Desk, type Jobs, permits, shopScope } from '~/staff/desk.server'
import { assessOpenRequests } from './ask-kuroneko.server'
import { refuse } from './refusals'

/** Questions per second at most, for each shop. Kuroneko states no limit; other clients ask one at a time. */
export const politeRate = 5
/** So many questions without an answer in a row are an outage, and the rest of the walk waits for its end. */
const outage = 10
const pageSize = 50

type Starter = By & { db: Database; jobs: Jobs }

/**
 * Starts a walk over the shop's orders, or goes on with the one that is under way.
 * @param code names the shop, or none for every shop that the actor acts for
 */
export async function watchShops(desk: Desk, code = '') {
  if (!permits(desk, 'kuroneko.ask')) return refuse('not_found')
  const { shopId } = shopScope(desk.actor)
  const shops = await desk.db.shop.findMany({
    where: { ...(shopId && { id: shopId }), ...(code && { code }) },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  if (shops.length === 0) return refuse('not_found')
  const watches: string[] = []
  for (const { id } of shops) watches.push(...(await beginWatch(desk, id)))
  return { ok: true as const, watches }
}

/**
 * One walk per shop at a time: whoever asks for another one gets the one under way, which the queue takes up again if
 * it had given up. Empty for a shop that there is not.
 */
export async function beginWatch({ db, jobs, clock, actor }: Starter, shopId: string): Promise<string[]> {
  return db.$transaction(async (tx) => {
    const locked = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM shop WHERE id = ${shopId}::uuid FOR NO KEY UPDATE`
    if (locked.length === 0) return []
    const now = clock.now()
    const watch =
      (await tx.driftWatch.findFirst({ where: { shopId, finishedAt: null } })) ??
      (await tx.driftWatch.create({
        data: {
          id: uuidv7(),
          shopId,
          startedById: actor?.id ?? null,
          startedAt: now,
          total: await tx.order.count({ where: watchedOrders(shopId, now) }),
        },
      }))
    await jobs.send(tx, { name: 'drift-watch', data: { shopId, watchId: watch.id } })
    return [watch.id]
  })
}

/** Kuroneko does not answer; the walk goes on where it is when the queue comes back to it. */
export class KuronekoAway extends Error {
  constructor(watchId: string) {
    super(`Kuroneko has not answered the watch ${watchId} ${outage} times in a row`)
  }
}

export type Pace = {
  /** Questions per second. */
  rate?: number
  /** Ends the walk between two orders. */
  signal?: AbortSignal
}

/**
 * Walks on over a shop's orders from where the walk is, one at a time. Its place and counts are kept after each order,
 * so that whatever ends it, the next call goes on with the order after the last one. Throws `KuronekoAway`, and what
 * `signal` was aborted with.
 */
export async function walk(
  asker: Asker,
  watchId: string,
  { rate = politeRate, signal }: Pace = {},
): Promise<void> {
  const { db, clock } = asker
  const inTurn = paced(1_000 / rate, signal)
  let silent = 0
  let watch = await db.driftWatch.findUniqueOrThrow({ where: { id: watchId } })
  while (!watch.finishedAt) {
    const orders = await nextOrders(db, watch)
    if (orders.length === 0) return finish(db, watch, clock.now())
    for (const order of orders) {
      await inTurn()
      const seen = await look(asker, order)
      watch = await stepOn(db, watch, order.id, seen)
      silent = seen.silent ? silent + 1 : 0
      if (silent >= outage) throw new KuronekoAway(watchId)
    }
  }
}

type Watched = { id: string; number: string; kuronekoOrderNumber: string | null }

function nextOrders(db: Database, watch: DriftWatch): Promise<Watched[]> {
  return db.order.findMany({
    where: {
      ...watchedOrders(watch.shopId, watch.startedAt),
      ...(watch.cursor && { id: { gt: watch.cursor } }),
    },
    orderBy: { id: 'asc' },
    take: pageSize,
    select: { id: true, number: true, kuronekoOrderNumber: true },
  })
}

type Seen = {
  differs: boolean
  answered: boolean
  /** Not answered although it could have been. */
  silent: boolean
}

async function look(asker: Asker, order: Watched): Promise<Seen> {
  if (!kuronekoNumberOf(order).ok) return { differs: false, answered: false, silent: false }
  const news = await askForNews(asker, order.id, patientLimits)
  if (news?.isNew) await asker.db.$transaction((tx) => assessOpenRequests(tx, order.id, asker.clock.now()))
  const answered = news?.answered ?? false
  return { differs: news?.differs ?? false, answered, silent: !answered }
}

/** Keeps the walk's place. Whoever has walked past it meanwhile goes on; this one ends. */
async function stepOn(db: Database, watch: DriftWatch, orderId: string, seen: Seen): Promise<DriftWatch> {
  const walked = {
    cursor: orderId,
    asked: watch.asked + 1,
    found: watch.found + (seen.differs ? 1 : 0),
    unanswered: watch.unanswered + (seen.answered ? 0 : 1),
  }
  const { id, cursor } = watch
  const { count } = await db.driftWatch.updateMany({ where: { id, cursor, finishedAt: null }, data: walked })
  if (count !== 1) throw new Error(`another process walks the watch ${id}`)
  return { ...watch, ...walked }
}

async function finish(db: Database, { id }: DriftWatch, now: Date): Promise<void> {
  await db.driftWatch.updateMany({ where: { id, finishedAt: null }, data: { finishedAt: now } })
}

/** Waits until `gap` milliseconds have passed since the last turn began. */
function paced(gap: number, signal: AbortSignal | undefined): () => Promise<void> {
  let last = Number.NEGATIVE_INFINITY
  return async () => {
    signal?.throwIfAborted()
    const early = last + gap - performance.now()
    if (early > 0) await pause(early, undefined, { signal })
    last = performance.now()
  }
}
