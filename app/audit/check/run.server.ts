import type { Clock } from '~/platform/clock'
import type { Database } from '~/platform/database.server'
import type { Fault } from '../faults'
import { type Progress, type TreeTrust, verifyLog, verifyOrder } from '../verify.server'

export type Checking = {
  db: Database
  clock: Clock
  /** What the tree is measured by at this moment. */
  trust(now: Date): Promise<TreeTrust>
}

/** Faults that are kept with a verification; the count is of all. */
export const keptFaults = 200
/** How often (ms) a verification tells how far it is. */
const tellEvery = 2_000

export type Ended = {
  checkId: string
  shopId: string | null
  faultCount: number
  faults: Fault[]
  error: string | null
}

/**
 * Carries out a verification and keeps its result. One that could not be brought to its end says why; it throws nothing
 * but what keeps it from saying so.
 * @returns how it ended; null where it had ended before
 */
export async function runCheck(
  checking: Checking,
  checkId: string,
  stopping?: AbortSignal,
): Promise<Ended | null> {
  const { db, clock } = checking
  const { shopId, finishedAt } = await db.auditCheck.findUniqueOrThrow({ where: { id: checkId } })
  if (finishedAt) return null
  const faults: Fault[] = []
  let faultCount = 0
  const onFault = (fault: Fault) => {
    faultCount += 1
    if (faults.length < keptFaults) faults.push(fault)
  }
  let read: Progress = { events: 0, chains: 0, leaves: 0 }
  const tell = telling(db, checkId)
  let error: string | null = null
  try {
    const onProgress = (progress: Progress) => {
      stopping?.throwIfAborted()
      tell(progress)
    }
    read = shopId
      ? await verifyShop(db, shopId, onFault, onProgress)
      : await verifyLog(db, onFault, onProgress, await checking.trust(clock.now()))
  } catch (thrown) {
    // Another process takes it up again.
    if (stopping?.aborted) throw thrown
    error = thrown instanceof Error ? thrown.message : String(thrown)
  }
  const { events, chains } = read
  await db.auditCheck.update({
    where: { id: checkId },
    data: { finishedAt: clock.now(), events, chains, faultCount, faults: json(faults), error },
  })
  return { checkId, shopId, faultCount, faults, error }
}

function json(faults: Fault[]) {
  return JSON.parse(JSON.stringify(faults))
}

function telling(db: Database, checkId: string) {
  let last = Date.now()
  return ({ events, chains }: Progress) => {
    if (Date.now() - last < tellEvery) return
    last = Date.now()
    // How far it is may be lost; how it ends may not.
    db.auditCheck.update({ where: { id: checkId }, data: { events, chains } }).catch(() => {})
  }
}

const pageSize = 500

/** Every order of one shop, each by itself; what is read and how long it takes is the shop's own. */
async function verifyShop(
  db: Database,
  shopId: string,
  onFault: (fault: Fault) => void,
  onProgress: (progress: Progress) => void,
): Promise<Progress> {
  const progress = { events: 0, chains: 0, leaves: 0 }
  for (let after: string | undefined; ; ) {
    const orders = await db.order.findMany({
      where: { shopId, ...(after && { id: { gt: after } }) },
      select: { id: true },
      orderBy: { id: 'asc' },
      take: pageSize,
    })
    for (const { id } of orders) {
      const { events, faults } = await verifyOrder(db, id)
      faults.forEach(onFault)
      progress.events += events
      progress.chains += 1
      onProgress(progress)
    }
    after = orders.at(-1)?.id
    if (orders.length < pageSize) return progress
  }
}
