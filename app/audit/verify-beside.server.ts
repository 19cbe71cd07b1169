import type { Transaction } from '~/platform/database.server'
import type { StoredEvent } from './chain-check.server'
import type { Fault } from './faults'
import { readRecorded } from './recorded'
import { sha256 } from './text.server'

/** What stands beside the log and that the log holds digests of: Kuroneko's answers, and what was decided on. */

const pageSize = 1000

type Told = { eventId: string; digest: string; statusInfo: unknown; amount: unknown }

/** The events of a page that tell of other evidence than is kept. One statement. */
export async function eventsWithOtherEvidence(tx: Transaction, page: StoredEvent[]): Promise<Set<string>> {
  const told = new Map<string, Told[]>()
  for (const { id, action, text } of page) {
    if (action !== 'order.inquired' && action !== 'order.evidence_attached') continue
    const { evidence, evidence_digest, status_info, evidence_amount } = readRecorded(text)?.details ?? {}
    if (typeof evidence !== 'string' || typeof evidence_digest !== 'string') continue
    const one = { eventId: id, digest: evidence_digest, statusInfo: status_info, amount: evidence_amount }
    told.set(evidence, [...(told.get(evidence) ?? []), one])
  }
  if (told.size === 0) return new Set()
  const rows = await tx.evidence.findMany({
    where: { id: { in: [...told.keys()] } },
    select: { id: true, raw: true, statusInfo: true, amount: true, attachment: { select: { bytes: true } } },
  })
  const kept = new Map(rows.map((row) => [row.id, row]))
  const other = new Set<string>()
  for (const [id, events] of told) {
    const row = kept.get(id)
    const content = row?.raw ?? row?.attachment?.bytes
    const digest = content === undefined || content === null ? null : sha256(content)
    for (const { eventId, ...said } of events) {
      const same =
        row && digest === said.digest && row.statusInfo === said.statusInfo && row.amount === said.amount
      if (!same) other.add(eventId)
    }
  }
  return other
}

/** Decisions whose content is not what their digest was made of. */
export async function verifyDecisions(tx: Transaction, onFault: (fault: Fault) => void): Promise<void> {
  for (let after: string | undefined; ; ) {
    const decisions = await tx.decision.findMany({
      where: { digest: { not: null }, ...(after && { id: { gt: after } }) },
      select: {
        id: true,
        digest: true,
        content: true,
        request: {
          select: {
            id: true,
            reference: true,
            orderId: true,
            order: { select: { number: true } },
            shop: { select: { code: true } },
          },
        },
      },
      orderBy: { id: 'asc' },
      take: pageSize,
    })
    for (const { digest, content, request } of decisions) {
      if (content !== null && sha256(content) === digest) continue
      const { reference, order, shop } = request
      const owner = order
        ? ({ owner: 'order', order: order.number, shop: shop.code } as const)
        : ({ owner: 'request', request: reference, shop: shop.code } as const)
      onFault({ chain: request.orderId ?? request.id, kind: 'decision', seq: null, reference, ...owner })
    }
    const last = decisions.at(-1)
    if (!last || decisions.length < pageSize) return
    after = last.id
  }
}
