import type { Transaction } from '~/platform/database.server'
import type { Fault } from '../faults'
import { deskChain } from '../record.server'
import { readRecorded } from '../recorded'
import { anyArchivedAfter } from './places.server'

type Away = { month: string; events: number; sha256: string; gone: number }

/**
 * Measures the months that are away: as many events have to be gone as were archived, and the desk's chain has to tell of
 * the archive. What is inside the files is verified with the files.
 */
export async function verifyArchived(tx: Transaction, onFault: (fault: Fault) => void): Promise<void> {
  const months = await tx.$queryRaw<Away[]>`
    SELECT a.month, a.events, a.sha256, (
      SELECT count(*)::int FROM event_leaf l
      WHERE l.event_id >= month_floor(a.month) AND l.event_id < month_ceiling(a.month)
        AND NOT EXISTS (SELECT FROM order_event e WHERE e.id = l.event_id)) AS gone
    FROM archived_month a WHERE a.restored_at IS NULL ORDER BY a.month`
  if (months.length === 0) return
  const told = await archivedByLog(tx)
  const unknown = await anyArchivedAfter(tx, deskChain, 0)
  for (const { month, events, sha256, gone } of months) {
    if (gone === events && (unknown || told.has(`${month} ${events} ${sha256}`))) continue
    onFault({
      ...{ chain: deskChain, owner: 'desk', kind: 'archived', seq: null },
      ...{ month, recorded: events, found: gone },
    })
  }
}

async function archivedByLog(tx: Transaction): Promise<Set<string>> {
  const events = await tx.orderEvent.findMany({
    where: { chainId: deskChain, action: 'audit.month_archived', outcome: 'done' },
    select: { text: true },
  })
  const details = events.map(({ text }) => readRecorded(text)?.details)
  return new Set(details.map((told) => `${told?.month} ${told?.events} ${told?.sha256}`))
}
