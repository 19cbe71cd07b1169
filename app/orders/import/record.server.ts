import { appendEvents } from '~/audit/append.server'
import type { Mapping } from './fields'
import type { Digests } from './fingerprint.server'
import type { Tally } from './report'
import { type Importer, lockShop } from './settle.server'

type Done = { tally: Tally; mapping: Mapping; print: Digests }

/** Keeps the mapping with the shop, and records the import on the shop's own chain when it changed anything. */
export async function recordImport(importer: Importer, { tally, mapping, print }: Done): Promise<void> {
  const { db, shopId, actor, via, now } = importer
  await db.$transaction(async (tx) => {
    await lockShop(tx, shopId)
    const shop = await tx.shop.findUniqueOrThrow({ where: { id: shopId } })
    const { counts, rows } = tally
    const head =
      counts.new + counts.changed === 0
        ? {}
        : await appendEvents(tx, shopId, shop, [
            {
              action: 'orders.imported',
              outcome: 'done',
              at: now(),
              actor,
              via,
              shopId,
              orderId: null,
              requestId: null,
              details: { ...print, ...counts, rows },
            },
          ])
    await tx.shop.update({ where: { id: shopId }, data: { ...head, importMapping: mapping } })
  })
}
