import type { Database } from '~/platform/database.server'
import { verifyArchived } from './archive/verify.server'
import { ChainCheck } from './chain-check.server'
import type { Fault, FaultInChain } from './faults'
import { verifyTree } from './seal/verify-tree.server'
import { allEvents, besideTransaction, eventsOf } from './stored-events.server'
import { verifyDecisions } from './verify-beside.server'
import { reportEnded, verifyChains, verifyEmpty } from './verify-chains.server'
import { Leaves, Reported } from './verify-leaves.server'

export type Progress = { events: number; chains: number; leaves: number }
/**
 * What was read. `erased` counts the events whose personal words are no longer kept, `archived` those that were moved to
 * the archive; neither is a fault.
 */
export type Verified = Progress & { erased: number; archived: number }
type OnFault = (fault: Fault) => void
type OnProgress = (progress: Progress) => void

/** What the tree and its checkpoints are measured by. */
export type TreeTrust = {
  secret: string
  now: Date
  /** A checkpoint that was kept outside the database, as a note; null without one. */
  kept: string | null
}

/** A walk of the whole log may take hours (ms). */
const limits = { maxWait: 30_000, timeout: 24 * 60 * 60 * 1000 }

/**
 * Reads every event once, by chain, and then the tree over all of them, and reports each fault as it is found. One
 * read-only snapshot, so that acts under way are no faults; it needs nothing but SELECT, and one connection beside the
 * pool's.
 * @param trust without it the tree is left out
 */
export function verifyLog(
  db: Database,
  onFault: OnFault,
  onProgress: OnProgress = () => {},
  trust?: TreeTrust,
): Promise<Verified> {
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET TRANSACTION READ ONLY`
      const reported = new Reported()
      const tell = reported.through(onFault)
      const leaves = new Leaves(reported)
      const walked = await besideTransaction(db, tx, (connection) =>
        verifyChains(tx, allEvents(connection), {
          onFault: tell,
          onProgress: (walked) => onProgress({ ...walked, leaves: 0 }),
          onEvent: (event, hash) => leaves.measure(event, hash),
        }),
      )
      walked.archived += await verifyEmpty(tx, tell)
      await verifyDecisions(tx, tell)
      await verifyArchived(tx, tell)
      if (!trust) return { ...walked, leaves: 0 }
      await leaves.reportPlaces(tx, walked.events, trust.now, tell)
      const sealed = await verifyTree(tx, {
        ...trust,
        onTreeFault: (fault) => onFault({ owner: 'tree', ...fault }),
        onProgress: (leaves) => onProgress({ ...walked, leaves }),
      })
      await leaves.reportSeals(tx, onFault)
      return { ...walked, ...sealed }
    },
    { ...limits, isolationLevel: 'RepeatableRead' },
  )
}

/** The same for one order: its chain, what it shows, and its requests' states. */
export async function verifyOrder(
  db: Database,
  orderId: string,
): Promise<{ events: number; faults: FaultInChain[] }> {
  const faults: FaultInChain[] = []
  const onFault = (fault: Fault) => {
    if (fault.owner !== 'tree') faults.push(fault)
  }
  const { events } = await db.$transaction(
    async (tx) => {
      const walked = await verifyChains(tx, eventsOf(tx, orderId), { onFault, onProgress() {} })
      if (walked.chains === 0) await reportEnded(tx, [new ChainCheck(orderId)], onFault)
      return walked
    },
    { isolationLevel: 'RepeatableRead' },
  )
  return { events, faults }
}
