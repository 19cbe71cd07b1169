import { beginWatch } from '~/corrections/drift-watch.server'
import type { Database } from '~/platform/database.server'
import type { By, Jobs } from '~/staff/desk.server'

type Parts = By & { db: Database; jobs: Jobs }

/** Each night at two, Tokyo: one walk for every shop. */
export const nightly = { cron: '0 2 * * *', tz: 'Asia/Tokyo' }

export async function watchEveryShop(parts: Parts): Promise<void> {
  const shops = await parts.db.shop.findMany({ select: { id: true }, orderBy: { id: 'asc' } })
  for (const { id } of shops) await beginWatch(parts, id)
}

/** A shop that has orders and was never walked through does not wait for the night. */
export async function watchNewShops(parts: Parts): Promise<void> {
  const shops = await parts.db.shop.findMany({
    where: { watches: { none: {} }, orders: { some: {} } },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  for (const { id } of shops) await beginWatch(parts, id)
}
