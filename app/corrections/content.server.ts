import { z } from 'zod'
import { canonical, sha256 } from '~/audit/text.server'
import { type OrderWithDeliveries, shownBy } from '~/orders/record.server'
import { paymentStatuses, shippingStatuses } from '~/orders/statuses'
import type { CorrectionRequest } from '~/platform/prisma/client'
import { applyWish } from './change'

const statuses = z.object({ payment: z.enum(paymentStatuses), deliveries: z.array(z.enum(shippingStatuses)) })

/** What a reviewer approves, exactly (`design.md` §4). Evidence and findings join it once they exist. */
const contentSchema = z.object({
  v: z.literal(1),
  reference: z.string(),
  order: z.object({ id: z.string(), number: z.string(), version: z.number(), amount: z.number() }),
  before: statuses,
  after: statuses,
})
export type Content = z.infer<typeof contentSchema>

export type Approvable = { content: Content; text: string; digest: string }

/** The content of an approval as the order stands now, its canonical text, and the text's SHA-256 in hex. */
export function approvable(request: CorrectionRequest, order: OrderWithDeliveries): Approvable {
  const before = shownBy(order)
  const content: Content = {
    v: 1,
    reference: request.reference,
    order: { id: order.id, number: order.number, version: order.version, amount: order.amount },
    before,
    after: applyWish(before, request),
  }
  const text = canonical(content)
  return { content, text, digest: sha256(text) }
}

/** Reads back the content that a page carried, but only if it is what the digest was made of. */
export function contentOf(text: string | undefined, digest: string): Content | null {
  if (text === undefined || sha256(text) !== digest) return null
  return contentSchema.parse(JSON.parse(text))
}

/** Which of the approved facts moved since. */
export type Moved = { field: 'payment' | 'deliveries' | 'amount' | 'version'; before: string; now: string }

export function whatMoved(seen: Content, now: Content): Moved[] {
  const facts: [Moved['field'], string, string][] = [
    ['payment', seen.before.payment, now.before.payment],
    ['deliveries', seen.before.deliveries.join(','), now.before.deliveries.join(',')],
    ['amount', String(seen.order.amount), String(now.order.amount)],
    ['version', String(seen.order.version), String(now.order.version)],
  ]
  return facts
    .filter(([, before, after]) => before !== after)
    .map(([field, before, after]) => ({ field, before, now: after }))
}
