import { type BegunExport, beginExport } from '~/audit/export/export.server'
import type { ExportFormat } from '~/audit/export/formats'
import type { AuditFilter } from '~/audit/search/filter'
import { paymentLabels, shippingLabels } from '~/orders/statuses'
import type { Desk } from '~/staff/desk.server'
import { secret } from '../seal/world'

export const sealing = { secret, origin: 'desk.example/audit' }

/** Begins an export as the page does. */
export function begin(desk: Desk, format: ExportFormat, filter: AuditFilter = {}): Promise<BegunExport> {
  const labels = { payment: paymentLabels, shipping: shippingLabels }
  return beginExport({ desk, by: desk.actor, sealing, labels }, { filter, format })
}

export async function begun(desk: Desk, format: ExportFormat, filter: AuditFilter = {}) {
  const answer = await begin(desk, format, filter)
  if (!answer.ok) throw new Error(`refused: ${answer.refusal}`)
  return answer
}

/** A reader that never makes one wait. */
export const atOnce = async () => {}

/** All bytes of an export. */
export async function exported(desk: Desk, format: ExportFormat, filter: AuditFilter = {}): Promise<Buffer> {
  const { bytes } = await begun(desk, format, filter)
  return gathered(bytes(atOnce))
}

export async function gathered(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of bytes) chunks.push(chunk)
  return Buffer.concat(chunks)
}
