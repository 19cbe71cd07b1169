import { type Desk, permits } from '~/staff/desk.server'
import { type Role, roles } from '~/staff/permissions'

/** How many shops there are, and people by role. Null for whoever does not manage them. */
export async function deskNumbers(
  desk: Desk,
): Promise<{ shops: number; people: Record<Role, number> } | null> {
  if (!permits(desk, 'users.manage')) return null
  const [shops, groups] = await Promise.all([
    desk.db.shop.count(),
    desk.db.user.groupBy({ by: ['role'], _count: true }),
  ])
  const people = { merchant: 0, agent: 0, lead: 0, auditor: 0, admin: 0 }
  for (const role of roles) people[role] = groups.find((group) => group.role === role)?._count ?? 0
  return { shops, people }
}
