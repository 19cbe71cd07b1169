import { validate as isUuid } from 'uuid'
import type { Transaction } from '~/platform/database.server'
import type { Fault } from './faults'
import type { Recorded } from './recorded'
import { sha256 } from './text.server'

/** What stands beside the log and that the log holds digests of: Kuroneko's answers, and what was decided on. */

const pageSize = 1000
const beforeAll = '00000000-0000-0000-0000-000000000000'

/** What an event says of the evidence that it tells of. */
export type EvidenceTold = { id: string; digest: string; statusInfo: unknown; amount: unknown }

/** Null where an event tells of none. */
export function evidenceTold({ action, details }: Recorded): EvidenceTold | null {
  if (action !== 'order.inquired' && action !== 'order.evidence_attached') return null
  const { evidence: id, evidence_digest: digest, status_info: statusInfo, evidence_amount } = details ?? {}
  if (typeof id !== 'string' || typeof digest !== 'string') return null
  return { id, digest, statusInfo, amount: evidence_amount }
}

/** Those that the evidence that is kept is not like. One statement. */
export async function otherEvidence<T extends EvidenceTold>(tx: Transaction, told: T[]): Promise<T[]> {
  if (told.length === 0) return []
  // What is no id is not there.
  const ids = [...new Set(told.map(({ id }) => id))].filter((id) => isUuid(id))
  const rows = await tx.$queryRaw<Kept[]>`
    SELECT e.id, e.raw, e.status_info AS "statusInfo", e.amount, a.bytes
    FROM evidence e LEFT JOIN attachment a ON a.evidence_id = e.id
    WHERE e.id = ANY (${ids}::uuid[])`
  const kept = new Map(rows.map((row) => [row.id, { ...row, digest: digestOf(row) }]))
  return told.filter(({ id, digest, statusInfo, amount }) => {
    const row = kept.get(id)
    return row?.digest !== digest || row.statusInfo !== statusInfo || row.amount !== amount
  })
}

type Kept = {
  id: string
  raw: string | null
  statusInfo: number | null
  amount: number | null
  bytes: Uint8Array | null
}

function digestOf({ raw, bytes }: Kept): string | null {
  const content = raw ?? bytes
  return content === null ? null : sha256(content)
}

/** Decisions whose content is not what their digest was made of. */
export async function verifyDecisions(tx: Transaction, onFault: (fault: Fault) => void): Promise<void> {
  for (let after = beforeAll; ; ) {
    const decisions = await tx.$queryRaw<{ id: string; digest: string; content: string | null }[]>`
      SELECT id, digest, content FROM decision
      WHERE digest IS NOT NULL AND id > ${after}::uuid ORDER BY id LIMIT ${pageSize}`
    const other = decisions.filter(({ digest, content }) => content === null || sha256(content) !== digest)
    if (other.length > 0) await reportDecisions(tx, other, onFault)
    const last = decisions.at(-1)
    if (!last || decisions.length < pageSize) return
    after = last.id
  }
}

async function reportDecisions(
  tx: Transaction,
  decisions: { id: string }[],
  onFault: (fault: Fault) => void,
): Promise<void> {
  const owned = await tx.decision.findMany({
    where: { id: { in: decisions.map(({ id }) => id) } },
    select: {
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
  })
  for (const { request } of owned) {
    const { reference, order, shop } = request
    const owner = order
      ? ({ owner: 'order', order: order.number, shop: shop.code } as const)
      : ({ owner: 'request', request: reference, shop: shop.code } as const)
    onFault({ chain: request.orderId ?? request.id, kind: 'decision', seq: null, reference, ...owner })
  }
}
