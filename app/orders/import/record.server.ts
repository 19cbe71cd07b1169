import { recordOnChain } from '~/audit/record.server'
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
    const { counts, rows } = tally
    if (counts.new + counts.changed > 0) {
      const details = { ...print, ...counts, rows }
      const imported = { action: 'orders.imported', outcome: 'done', requestId: null, details } as const
      await recordOnChain(tx, { kind: 'shop', id: shopId }, [{ ...imported, at: now(), actor, via }])
    }
    await tx.shop.update({ where: { id: shopId }, data: { importMapping: mapping } })
  })
}
