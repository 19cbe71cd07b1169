import type { Transaction } from '~/platform/database.server'
import type { By } from '~/staff/desk.server'
import { type ChainOwner, recordOnChain } from '../record.server'
import { chainEnds } from '../stored.server'
import type { PlaceOfWords } from './erasable.server'
import { seqsText } from './seqs'

/**
 * Erases what was written at events and its copies, and tells of it on the chain of each. Inside one transaction.
 * @param how `reason`, which the person gave; `olderThan` spares later copies of the same words
 * @returns how many events lost their words; those that had lost them before are not counted
 */
export async function eraseAndRecord(
  tx: Transaction,
  by: By,
  places: readonly PlaceOfWords[],
  { reason, olderThan }: { reason?: string; olderThan?: Date } = {},
): Promise<number> {
  const chains = [...new Set(places.map(({ chainId }) => chainId))].sort()
  // Orders first, as all who act on a request do.
  await tx.$queryRaw`SELECT 1 FROM "order" WHERE id = ANY (${chains}::uuid[]) ORDER BY id FOR UPDATE`
  const ids = places.map(({ eventId }) => eventId)
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT erase_event_words(${ids}::uuid[], coalesce(${olderThan ?? null}::timestamptz, 'infinity')) AS id`
  const erased = new Set(rows.map(({ id }) => id))
  const owners = await chainEnds(tx, chains)
  for (const chain of chains) {
    const seqs = places.flatMap(({ chainId, eventId, seq }) =>
      chainId === chain && erased.has(eventId) ? [seq] : [],
    )
    if (seqs.length === 0) continue
    const kind = owners.get(chain)?.owner.owner ?? 'unknown'
    if (kind === 'unknown') throw new Error(`chain ${chain} has no owner`)
    const owner: ChainOwner = kind === 'desk' ? { kind } : { kind, id: chain }
    await recordOnChain(tx, owner, [
      {
        action: 'audit.words_erased',
        outcome: 'done',
        at: by.clock.now(),
        actor: by.actor && { id: by.actor.id, role: by.actor.role },
        via: by.via,
        requestId: null,
        details: { seqs: seqsText(seqs), count: seqs.length },
        ...(reason !== undefined && { words: reason }),
      },
    ])
  }
  return erased.size
}
