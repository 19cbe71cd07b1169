import { bulkhead } from 'cockatiel'
import { type Desk, permits } from '~/staff/desk.server'
import type { Finding } from '~/verdicts/findings'
import { askAndAssess } from './ask-kuroneko.server'
import { assessRequest } from './assess.server'
import { approvable, type Content } from './content.server'
import { step } from './life'
import { maxRows } from './limits'
import { laneFields, type OnFault, type QuickCandidate, refuseChoice } from './quick-lane.server'
import { refuse } from './refusals'

/** Kuroneko serves others too. */
const atOnce = 8

type Ready = { ready: true; content: Content; text: string; digest: string }
type Apart =
  | { ready: false; why: 'closed' | 'taken' | 'second' | 'failed' }
  | { ready: false; why: 'look' | 'no'; findings: Finding[] }
export type Checked = QuickCandidate & (Ready | Apart)
export type CheckedReady = Extract<Checked, { ready: true }>
export type CheckedApart = Extract<Checked, { ready: false }>

/**
 * The dry run of the quick lane: asks Kuroneko about each order again and says what an approval would be bound to, or
 * why a request no longer goes through. Keeps evidence and assessments, decides nothing. What this person does not see
 * is left out.
 */
export async function checkTogether(desk: Desk, references: string[], onFault: OnFault) {
  if (!permits(desk, 'desk.decide')) return refuse('not_found')
  const chosen = [...new Set(references)]
  const refused = refuseChoice(chosen.length)
  if (refused) return refused
  const found = await desk.db.correctionRequest.findMany({
    where: { reference: { in: chosen } },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    select: { ...laneFields, orderId: true },
  })
  const lane = bulkhead(atOnce, maxRows)
  const check = (row: Found) =>
    checkOne(desk, row).catch((error: unknown): Checked => {
      onFault(row.reference, error)
      return { ...row, ready: false, why: 'failed' }
    })
  return { ok: true as const, rows: await Promise.all(found.map((row) => lane.execute(() => check(row)))) }
}

type Found = QuickCandidate & { orderId: string | null }

async function checkOne(desk: Desk, row: Found): Promise<Checked> {
  const elsewhere = outOfReach(desk, row)
  if (elsewhere) return { ...row, ready: false, why: elsewhere }
  if (row.orderId) await askAndAssess(desk, row.orderId)
  const { order, ...request } = await desk.db.correctionRequest.findUniqueOrThrow({
    where: { reference: row.reference },
    include: { order: { include: { deliveries: { orderBy: { index: 'asc' } } } } },
  })
  const assessed = await assessRequest(desk.db, request, order, desk.clock.now())
  const { verdict, findings, secondPerson } = assessed.assessment
  if (verdict !== 'go') return { ...row, ready: false, why: verdict, findings }
  if (secondPerson || !order) return { ...row, ready: false, why: 'second' }
  return { ...row, ready: true, ...approvable(request, order, assessed) }
}

/** Whether it is decided already, or in a colleague's hands. */
function outOfReach(desk: Desk, { state, assigneeId }: Found): 'closed' | 'taken' | null {
  if (!step(state, 'claim')) return 'closed'
  return assigneeId !== null && assigneeId !== desk.actor.id ? 'taken' : null
}
