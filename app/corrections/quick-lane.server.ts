import { Prisma } from '~/platform/prisma/client'
import { type Desk, permits } from '~/staff/desk.server'
import { maxRows } from './limits'
import { type Refused, refuse } from './refusals'
import { statesOf } from './views'

/** The quick lane: requests that the rules have nothing to say against are approved together, `maxRows` at most. */

export const laneFields = {
  reference: true,
  number: true,
  state: true,
  assigneeId: true,
  paymentWish: true,
  shippingWish: true,
  dueAt: true,
  shop: { select: { name: true, code: true } },
  assignee: { select: { name: true } },
  order: {
    select: { paymentStatus: true, deliveries: { select: { status: true }, orderBy: { index: 'asc' } } },
  },
} satisfies Prisma.CorrectionRequestSelect

/** Ready by the latest assessment, for one person to approve, and in no colleague's hands. */
function readyFor(desk: Desk): Prisma.CorrectionRequestWhereInput {
  return {
    verdict: 'go',
    secondPerson: false,
    state: { in: statesOf.open },
    OR: [{ assigneeId: null }, { assigneeId: desk.actor.id }],
  }
}

/** The same as a condition of a statement over requests. */
export function readySql({ actor }: Desk): Prisma.Sql {
  return Prisma.sql`
    verdict = 'go' AND NOT second_person AND state = ANY (${statesOf.open}::request_state[])
    AND (assignee_id IS NULL OR assignee_id = ${actor.id}::uuid)`
}

/** What could be approved together now, due first, and how many there are in all. Null for who decides nothing. */
export async function quickCandidates(desk: Desk) {
  if (!permits(desk, 'desk.decide')) return null
  const where = readyFor(desk)
  const [rows, total] = await Promise.all([
    desk.db.correctionRequest.findMany({
      where,
      orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
      take: maxRows,
      select: laneFields,
    }),
    desk.db.correctionRequest.count({ where }),
  ])
  return { rows, total }
}
export type QuickCandidate = Prisma.CorrectionRequestGetPayload<{ select: typeof laneFields }>

/** How many requests wait at the lane; none for who decides nothing. */
export async function quickCount(desk: Desk): Promise<number> {
  if (!permits(desk, 'desk.decide')) return 0
  return desk.db.correctionRequest.count({ where: readyFor(desk) })
}

/** Nothing was chosen, or more than goes through at once. */
export type ChoiceRefused = Refused<'invalid'> & { why: 'none' | 'too_many' }

export function refuseChoice(count: number): ChoiceRefused | null {
  if (count === 0) return { ...refuse('invalid'), why: 'none' }
  return count > maxRows ? { ...refuse('invalid'), why: 'too_many' } : null
}

/** Told of what broke, and for which request, while the others go on. */
export type OnFault = (reference: string, error: unknown) => void
