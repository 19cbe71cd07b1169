import type { RetentionYears } from '~/audit/erase/kept'
import { recordOnChain } from '~/audit/record.server'
import { type Desk, permits } from '~/staff/desk.server'

/** Sets for how many years what people wrote about this shop's orders is kept, and tells of it on the shop's chain. */
export async function setRetention(
  desk: Desk,
  shopId: string,
  years: RetentionYears,
): Promise<{ ok: true; name: string; changed: boolean } | { ok: false; refusal: 'not_found' }> {
  if (!permits(desk, 'shops.manage')) return { ok: false, refusal: 'not_found' }
  const { id, role } = desk.actor
  return desk.db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM shop WHERE id = ${shopId}::uuid FOR UPDATE`
    const shop = await tx.shop.findUnique({
      where: { id: shopId },
      select: { name: true, retentionYears: true },
    })
    if (!shop) return { ok: false, refusal: 'not_found' }
    const { name } = shop
    if (shop.retentionYears === years) return { ok: true, name, changed: false }
    await tx.shop.update({ where: { id: shopId }, data: { retentionYears: years } })
    await recordOnChain(tx, { kind: 'shop', id: shopId }, [
      {
        action: 'shop.retention_set',
        outcome: 'done',
        at: desk.clock.now(),
        actor: { id, role },
        via: desk.via,
        requestId: null,
        details: { years_before: shop.retentionYears, years_after: years },
      },
    ])
    return { ok: true, name, changed: true }
  })
}
