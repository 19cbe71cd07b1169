import { startOfTokyoDay, tokyoDay } from '~/platform/tokyo'
import { type Desk, permits, shopScope } from '~/staff/desk.server'
import { dueSoonHours } from './due-soon'
import type { RequestState } from './life'
import { statesOf } from './views'

/** What waits for the desk rather than for a shop. */
const waitsForDesk: RequestState[] = [...statesOf.open, ...statesOf.second]
const hour = 3_600_000

/** What waits behind the navigation's pages: for the desk, what is open for it; for a shop, what it has to answer. */
export async function navCounts(desk: Desk): Promise<{ desk?: number; requests?: number }> {
  const waiting = (state: RequestState[]) =>
    desk.db.correctionRequest.count({ where: { ...shopScope(desk.actor), state: { in: state } } })
  return permits(desk, 'desk.see')
    ? { desk: await waiting(waitsForDesk) }
    : { requests: await waiting(statesOf.waiting) }
}

/** A shop's open requests: how many the desk has, and how many wait for an answer. */
export async function shopCounts(desk: Desk): Promise<{ open: number; waiting: number }> {
  const count = (state: RequestState[]) =>
    desk.db.correctionRequest.count({ where: { ...shopScope(desk.actor), state: { in: state } } })
  const [open, waiting] = await Promise.all([count(waitsForDesk), count(statesOf.waiting)])
  return { open, waiting }
}

/** The desk's numbers at this moment. `soon` includes what is overdue already. */
export async function deskCounts(desk: Desk) {
  const now = desk.clock.now()
  const today = startOfTokyoDay(tokyoDay(now))
  const { correctionRequest } = desk.db
  const open = { in: waitsForDesk }
  const [unclaimed, mine, second, soon, filed, decided] = await Promise.all([
    correctionRequest.count({ where: { state: { in: statesOf.open }, assigneeId: null } }),
    correctionRequest.count({ where: { state: { in: statesOf.mine }, assigneeId: desk.actor.id } }),
    correctionRequest.count({ where: secondBy(desk) }),
    correctionRequest.count({
      where: { state: open, dueAt: { lt: new Date(now.getTime() + dueSoonHours * hour) } },
    }),
    correctionRequest.count({ where: { filedAt: { gte: today } } }),
    correctionRequest.groupBy({ by: ['state'], where: { decidedAt: { gte: today } }, _count: true }),
  ])
  const of = (state: RequestState) => decided.find((group) => group.state === state)?._count ?? 0
  const done = { applied: of('applied'), rejected: of('rejected'), withdrawn: of('withdrawn') }
  return { unclaimed, mine, second, soon, today: { filed, ...done } }
}

/** Second approvals that this person may give: never one's own first. */
export function secondBy(desk: Desk) {
  return { state: { in: statesOf.second }, firstApproverId: { not: desk.actor.id } }
}
