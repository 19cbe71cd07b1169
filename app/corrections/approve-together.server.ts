import { bulkhead } from 'cockatiel'
import { type Desk, permits } from '~/staff/desk.server'
import type { ActRefused, Done } from './act.server'
import { type ApprovalRefused, approve } from './approve.server'
import { askAboutRequest } from './ask-kuroneko.server'
import { claimFree } from './claim.server'
import { contentOf } from './content.server'
import { step } from './life'
import { maxRows } from './limits'
import { type OnFault, refuseChoice } from './quick-lane.server'
import { type Refused, refuse } from './refusals'

/** Each holds a connection to the database while it is applied. */
const atOnce = 4

/** One row of the dry run as the page carried it. */
export type QuickRow = { reference: string; digest: string; content: string }

/** Why a row was not applied: as with any approval; `invalid` for what never went through a dry run as ready. */
export type RowRefused = ActRefused | ApprovalRefused | Refused<'invalid'> | { ok: false; refusal: 'failed' }
export type QuickResult = {
  reference: string
  /** Null where this person sees no such request. */
  found: { number: string; shop: { code: string; name: string } } | null
  answer: Done | RowRefused
}

/**
 * Approves what the dry run showed: each request is claimed, its order asked about once more, and the shown digest
 * approved, in a transaction of its own. None waits for the luck of the others.
 * @param idempotencyKey one per press of the button: the same press twice applies nothing twice
 */
export async function approveTogether(
  desk: Desk,
  { rows, idempotencyKey }: { rows: QuickRow[]; idempotencyKey: string },
  onFault: OnFault,
) {
  if (!permits(desk, 'desk.decide')) return refuse('not_found')
  const refused = refuseChoice(rows.length)
  if (refused) return refused
  const lane = bulkhead(atOnce, maxRows)
  const one = (row: QuickRow) =>
    approveOne(desk, row, idempotencyKey).catch((error: unknown): QuickResult => {
      onFault(row.reference, error)
      return { reference: row.reference, found: null, answer: { ok: false, refusal: 'failed' } }
    })
  return { ok: true as const, results: await Promise.all(rows.map((row) => lane.execute(() => one(row)))) }
}

async function approveOne(desk: Desk, row: QuickRow, idempotencyKey: string): Promise<QuickResult> {
  const { reference } = row
  const found = await desk.db.correctionRequest.findUnique({
    where: { reference },
    select: { number: true, state: true, assigneeId: true, shop: { select: { code: true, name: true } } },
  })
  if (!found) return { reference, found, answer: refuse('not_found') }
  const { state, assigneeId, ...shown } = found
  const answered = (answer: QuickResult['answer']) => ({ reference, found: shown, answer })
  if (!wasReady(row)) return answered(refuse('invalid'))
  if (step(state, 'claim')) {
    const taken =
      step(state, 'approve') && assigneeId === desk.actor.id ? null : await claimFree(desk, reference)
    if (taken && !taken.ok) return answered(taken)
    await askAboutRequest(desk, reference)
  }
  return answered(await approve(desk, { ...row, action: 'approve', idempotencyKey }))
}

/** The approval is bound to the digest, so what the digest was made of says whether it was ready for one person. */
function wasReady({ reference, digest, content }: QuickRow): boolean {
  const seen = contentOf(content, digest)
  return seen?.reference === reference && seen.verdict === 'go' && !seen.second_person
}
