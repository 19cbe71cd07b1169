import type { Database } from '~/platform/database.server'
import { ArchiveBroken, type ArchivedEvent, eachArchived } from './read.server'

const batch = 1000

/**
 * Reads an archive and compares each event with the place that the database has kept of it, in constant memory. Throws
 * `ArchiveBroken`.
 * @returns how many events it holds
 */
export async function checkFile(
  db: Database,
  path: string,
  onEvents: (events: ArchivedEvent[]) => Promise<unknown> = async () => {},
): Promise<number> {
  let events = 0
  let waiting: ArchivedEvent[] = []
  const settle = async () => {
    await compare(db, waiting, events)
    await onEvents(waiting)
    events += waiting.length
    waiting = []
  }
  for await (const event of eachArchived(path)) {
    waiting.push(event)
    if (waiting.length === batch) await settle()
  }
  await settle()
  return events
}

type Leaf = { eventId: string; chainId: string; seq: number; hash: string; leafIndex: number | null }

async function compare(db: Database, events: ArchivedEvent[], before: number): Promise<void> {
  const ids = events.map(({ recorded }) => recorded.id)
  const rows = await db.$queryRaw<Leaf[]>`
    SELECT event_id AS "eventId", chain_id AS "chainId", seq, encode(hash, 'hex') AS hash, leaf_index AS "leafIndex"
    FROM event_leaf WHERE event_id = ANY (${ids}::uuid[])`
  const leaves = new Map(rows.map((leaf) => [leaf.eventId, leaf]))
  for (const [at, { recorded, hash, leafIndex }] of events.entries()) {
    const leaf = leaves.get(recorded.id)
    const same =
      leaf?.chainId === recorded.chain &&
      leaf.seq === recorded.seq &&
      leaf.hash === hash &&
      leaf.leafIndex === leafIndex
    // The header is line 1.
    if (!same) throw new ArchiveBroken(before + at + 2, 'not the event that the database has a place for')
  }
}
