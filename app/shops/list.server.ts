import { z } from 'zod'
import { type LookUp, lookUpTogether } from '~/platform/look-up.server'
import { Prisma } from '~/platform/prisma/client'
import type { Desk } from '~/staff/desk.server'

const choicesSchema = z
  .object({ choices: z.array(z.object({ id: z.string(), code: z.string(), name: z.string() })) })
  .transform(({ choices }) => choices)
type ShopChoice = z.output<typeof choicesSchema>[number]

/** The shops that this person may choose from, by name, at most 500; none for a merchant, who has one. */
export async function shopChoices(desk: Desk): Promise<ShopChoice[]> {
  if (desk.actor.role === 'merchant') return []
  const { shops } = await lookUpTogether(desk.db, { shops: shopChoicesLookUp(desk) })
  return shops ?? []
}

/** The same as a part of a larger look-up. */
export function shopChoicesLookUp({ actor }: Desk): LookUp<ShopChoice[]> {
  return {
    sql: Prisma.sql`
      SELECT coalesce(json_agg(shop ORDER BY name), '[]') AS choices FROM (
        SELECT id, code, name FROM shop WHERE ${actor.role !== 'merchant'} ORDER BY name LIMIT 500
      ) AS shop`,
    read: (row) => choicesSchema.parse(row),
  }
}
