import { z } from 'zod'
import { type Desk, permits } from '~/staff/desk.server'

export const shopPage = 50
export const shopPageSchema = z.object({ after: z.string().max(64).optional().catch(undefined) })

/** A page of shops by code, with what is set for each. Null for whoever does not manage them. */
export async function managedShops(desk: Desk, { after }: z.infer<typeof shopPageSchema>) {
  if (!permits(desk, 'shops.manage')) return null
  const rows = await desk.db.shop.findMany({
    where: after ? { code: { gt: after } } : {},
    select: {
      ...{ id: true, code: true, name: true, retentionYears: true },
      ...{ carrierSetting: true, savedCards: true, manualLink: true },
    },
    orderBy: { code: 'asc' },
    take: shopPage + 1,
  })
  const shops = rows.slice(0, shopPage)
  return { shops, next: rows.length > shopPage ? (shops.at(-1)?.code ?? null) : null }
}
export type ManagedShop = NonNullable<Awaited<ReturnType<typeof managedShops>>>['shops'][number]
