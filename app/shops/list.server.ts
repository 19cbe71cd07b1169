import type { Desk } from '~/staff/desk.server'

/** The shops that this person may choose from, by name, at most 500; none for a merchant, who has one. */
export async function shopChoices(desk: Desk): Promise<{ id: string; code: string; name: string }[]> {
  if (desk.actor.role === 'merchant') return []
  return desk.db.shop.findMany({
    select: { id: true, code: true, name: true },
    orderBy: { name: 'asc' },
    take: 500,
  })
}
