import { z } from 'zod'
import { recordOnChain } from '~/audit/record.server'
import type { CarrierSetting } from '~/platform/prisma/enums'
import { type Desk, permits } from '~/staff/desk.server'

const ticked = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

/** A shop's settings as its form sends them. */
export const shopSettingsSchema = z.object({
  shop: z.uuid(),
  carrierSetting: z.enum(['any', 'yamato_only']) satisfies z.ZodType<CarrierSetting>,
  /** クレジットカード情報保持機能 */
  savedCards: ticked,
  /** 手動連携(CSV運用) of 後払い.com and NP後払い */
  manualLink: ticked,
})
export type ShopSettings = Omit<z.output<typeof shopSettingsSchema>, 'shop'>

/** Sets how a shop works, and tells on the shop's chain what was changed. */
export async function changeSettings(
  desk: Desk,
  shopId: string,
  settings: ShopSettings,
): Promise<{ ok: true; name: string; changed: boolean } | { ok: false; refusal: 'not_found' }> {
  if (!permits(desk, 'shops.manage')) return { ok: false, refusal: 'not_found' }
  const { id, role } = desk.actor
  return desk.db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM shop WHERE id = ${shopId}::uuid FOR UPDATE`
    const shop = await tx.shop.findUnique({
      where: { id: shopId },
      select: { name: true, carrierSetting: true, savedCards: true, manualLink: true },
    })
    if (!shop) return { ok: false, refusal: 'not_found' }
    const { name, ...before } = shop
    const details = changesBetween(before, settings)
    if (Object.keys(details).length === 0) return { ok: true, name, changed: false }
    await tx.shop.update({ where: { id: shopId }, data: settings })
    const by = { at: desk.clock.now(), actor: { id, role }, via: desk.via, requestId: null }
    await recordOnChain(tx, { kind: 'shop', id: shopId }, [
      { action: 'shop.settings_changed', outcome: 'done', ...by, details },
    ])
    return { ok: true, name, changed: true }
  })
}

/** `carrier_setting_before`, `carrier_setting_after` and the like, of what differs. */
function changesBetween(before: ShopSettings, after: ShopSettings): Record<string, string | boolean> {
  const names = {
    carrierSetting: 'carrier_setting',
    savedCards: 'saved_cards',
    manualLink: 'manual_link',
  } as const
  const keys = ['carrierSetting', 'savedCards', 'manualLink'] as const
  return Object.fromEntries(
    keys
      .filter((key) => before[key] !== after[key])
      .flatMap((key) => [
        [`${names[key]}_before`, before[key]],
        [`${names[key]}_after`, after[key]],
      ]),
  )
}
