import { approve } from '~/corrections/approve.server'
import { claim } from '~/corrections/claim.server'
import { requestDetail } from '~/corrections/detail.server'
import { file } from '~/corrections/file.server'
import type { FilingRow } from '~/corrections/forms'
import type { Desk } from '~/staff/desk.server'

/** Files one request through the verb and returns its reference. */
export async function filed(desk: Desk, shopId: string, row: FilingRow): Promise<string> {
  const answer = await file(desk, { shopId, rows: [row], idempotencyKey: crypto.randomUUID() })
  const reference = answer.ok ? answer.references[0] : undefined
  if (!reference) throw new Error(`not filed: ${JSON.stringify(answer)}`)
  return reference
}

/** The digest of what stands there now. */
export async function digestOf(desk: Desk, reference: string): Promise<string> {
  const detail = await requestDetail(
    { ...desk, actor: { ...desk.actor, role: 'auditor', shopId: null } },
    reference,
  )
  return detail?.approval?.digest ?? '0'.repeat(64)
}

/** Claims and approves what stands there now. */
export async function approved(
  desk: Desk,
  reference: string,
  action: 'approve' | 'approve_second' = 'approve',
) {
  if (action === 'approve') await claim(desk, reference)
  const digest = await digestOf(desk, reference)
  return approve(desk, { reference, action, digest, idempotencyKey: crypto.randomUUID() })
}
