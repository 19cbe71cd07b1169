import { z } from 'zod'
import type { LookUp } from '~/platform/look-up.server'
import { Prisma } from '~/platform/prisma/client'
import { CarrierSetting } from '~/platform/prisma/enums'

const schema = z
  .object({ carrier_setting: z.enum(CarrierSetting) })
  .transform(({ carrier_setting }) => carrier_setting)

/** Which carriers a shop ships with, as a part of a larger look-up. */
export function carrierSettingLookUp(shopId: string): LookUp<CarrierSetting> {
  return {
    sql: Prisma.sql`SELECT carrier_setting FROM shop WHERE id = ${shopId}::uuid`,
    read: (row) => schema.parse(row),
  }
}
