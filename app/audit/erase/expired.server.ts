import type { Database } from '~/platform/database.server'
import { Prisma } from '~/platform/prisma/client'
import type { By } from '~/staff/desk.server'
import type { PlaceOfWords } from './erasable.server'
import { keptSince, type RetentionYears } from './kept'
import { eraseAndRecord } from './record-erased.server'

/** Events looked at in one go. */
const batch = 200
/** A night's work; what is left waits for the next one. */
const mostAtOnce = 50_000

const day = 24 * 60 * 60 * 1000
const limits = { maxWait: 30_000, timeout: 60_000 }

type Parts = By & { db: Database }
type Kept = { shopId: string | null; years: RetentionYears }

/**
 * Erases what people wrote longer ago than each shop has it kept, oldest first, chain by chain. May be broken off and
 * repeated at any time.
 * @returns how many events lost their words
 */
export async function eraseExpired(
  parts: Parts,
  { signal, most = mostAtOnce }: { signal?: AbortSignal; most?: number } = {},
): Promise<number> {
  let erased = 0
  for (const kept of await everyRetention(parts.db)) {
    const before = keptSince(parts.clock.now(), kept.years)
    while (erased < most && !signal?.aborted) {
      const places = await expired(parts.db, kept.shopId, before, Math.min(batch, most - erased))
      if (places.length === 0) break
      erased += await eraseByChain(parts, places, before)
    }
  }
  return erased
}

/** What belongs to no shop is the desk's own, and kept for longest. */
async function everyRetention(db: Database): Promise<Kept[]> {
  const shops = await db.shop.findMany({ select: { id: true, retentionYears: true }, orderBy: { id: 'asc' } })
  return [
    ...shops.map(({ id, retentionYears }): Kept => ({ shopId: id, years: retentionYears === 7 ? 7 : 10 })),
    { shopId: null, years: 10 },
  ]
}

function expired(db: Database, shopId: string | null, before: Date, limit: number): Promise<PlaceOfWords[]> {
  const ofShop = shopId === null ? Prisma.sql`w.shop_id IS NULL` : Prisma.sql`w.shop_id = ${shopId}::uuid`
  return db.$queryRaw<PlaceOfWords[]>`
    SELECT l.event_id AS "eventId", l.chain_id AS "chainId", l.seq
    FROM order_event_words w JOIN event_leaf l ON l.event_id = w.event_id
    WHERE ${ofShop} AND w.words IS NOT NULL AND w.event_id < uuid_floor(${before}::timestamptz)
    ORDER BY w.event_id LIMIT ${limit}`
}

/** A transaction for each chain, so that none waits for another. Copies may be a little younger than their event. */
async function eraseByChain({ db, ...by }: Parts, places: PlaceOfWords[], before: Date): Promise<number> {
  const olderThan = new Date(before.getTime() + day)
  let erased = 0
  for (const chain of new Set(places.map(({ chainId }) => chainId))) {
    const own = places.filter(({ chainId }) => chainId === chain)
    erased += await db.$transaction((tx) => eraseAndRecord(tx, by, own, { olderThan }), limits)
  }
  return erased
}
