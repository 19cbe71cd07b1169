import { setImmediate as sent } from 'node:timers/promises'
import type { Database, Transaction } from '~/platform/database.server'
import { anyArchivedAfter, archivedStretches } from './archive/places.server'
import { verifyArchived } from './archive/verify.server'
import { ChainCheck, type StoredEvent } from './chain-check.server'
import type { ChainFault, Fault, FaultInChain } from './faults'
import { readRecorded } from './recorded'
import { stateTold } from './request-states'
import { type LeafFault, verifyTree } from './seal/verify-tree.server'
import {
  beforeAll,
  chainEnds,
  type Place,
  type RequestWithEvents,
  requestsWithEvents,
  storedEvents,
  withoutEvents,
} from './stored.server'
import { type EvidenceTold, evidenceTold, otherEvidence, verifyDecisions } from './verify-beside.server'
import { asChainFault, Reported, reportAt, verifyPlaces } from './verify-leaves.server'

export type Progress = { events: number; chains: number; leaves: number }
/**
 * What was read. `erased` counts the events whose personal words are no longer kept, `archived` those that were moved to
 * the archive; neither is a fault.
 */
export type Verified = Progress & { erased: number; archived: number }
type OnFault = (fault: Fault) => void

/** What the tree and its checkpoints are measured by. */
export type TreeTrust = {
  secret: string
  now: Date
  /** A checkpoint that was kept outside the database, as a note; null without one. */
  kept: string | null
}

/** Rows read at a time: what bounds the memory, whatever the log's length. */
const pageSize = 1000
/** A walk of the whole log may take hours (ms). */
const limits = { maxWait: 30_000, timeout: 24 * 60 * 60 * 1000 }

/**
 * Reads every chain once, and then the tree over all of them, and reports each fault as it is found. One read-only
 * snapshot, so that acts under way are no faults; it needs nothing but SELECT.
 * @param trust without it the tree is left out
 */
export function verifyLog(
  db: Database,
  onFault: OnFault,
  onProgress: (progress: Progress) => void = () => {},
  trust?: TreeTrust,
): Promise<Verified> {
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET TRANSACTION READ ONLY`
      const reported = new Reported()
      const tell = reported.through(onFault)
      const verified = await verifyChains(tx, tell, onProgress)
      verified.archived += await verifyEmpty(tx, tell)
      await verifyStates(tx, tell)
      await verifyDecisions(tx, tell)
      await verifyArchived(tx, tell)
      if (!trust) return verified
      await verifyPlaces(tx, trust.now, tell)
      const onTree = (leaves: number) => onProgress({ ...verified, leaves })
      return { ...verified, leaves: await verifySeals(tx, trust, { onFault, reported, onTree }) }
    },
    { ...limits, isolationLevel: 'RepeatableRead' },
  )
}

type Telling = { onFault: OnFault; reported: Reported; onTree: (leaves: number) => void }

async function verifySeals(tx: Transaction, trust: TreeTrust, telling: Telling): Promise<number> {
  const leafFaults: LeafFault[] = []
  const { leaves } = await verifyTree(tx, {
    ...trust,
    onTreeFault: (fault) => telling.onFault({ owner: 'tree', ...fault }),
    onLeafFault: (fault) => {
      if (!telling.reported.has(fault)) leafFaults.push(fault)
    },
    onProgress: telling.onTree,
  })
  for (let at = 0; at < leafFaults.length; at += pageSize) {
    const faults = leafFaults.slice(at, at + pageSize)
    await reportAt(
      tx,
      faults.map((fault) => ({ ...fault, fault: asChainFault(fault) })),
      telling.onFault,
    )
  }
  return leaves
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
      const verified = await verifyChains(tx, onFault, () => {}, orderId)
      if (verified.chains === 0) await report(tx, [new ChainCheck(orderId)], onFault)
      await verifyStates(tx, onFault, orderId)
      return verified
    },
    { isolationLevel: 'RepeatableRead' },
  )
  return { events, faults }
}

/** What a page of events leaves to be measured by what is kept beside the log. */
type Page = {
  finished: ChainCheck[]
  evidence: (EvidenceTold & { check: ChainCheck; seq: number })[]
}

/** While a page is checked, the next one is on its way, and so is what the one before is measured by. */
async function verifyChains(
  tx: Transaction,
  onFault: OnFault,
  onProgress: (progress: Progress) => void,
  chainId?: string,
): Promise<Verified> {
  const verified = { events: 0, chains: 0, leaves: 0, erased: 0, archived: 0 }
  const walk = new ChainWalk(tx)
  let settled = Promise.resolve()
  const settle = async (events: number, page: Page) => {
    for (const { check, seq } of await otherEvidence(tx, page.evidence))
      check.faults.push({ kind: 'evidence', seq })
    await report(tx, page.finished, onFault)
    verified.events += events
    verified.chains += page.finished.length
    verified.erased += sum(page.finished, 'erased')
    verified.archived += sum(page.finished, 'archived')
    onProgress(verified)
  }
  for await (const events of eventPages(tx, chainId)) {
    const page = await walk.through(events)
    if (events.length < pageSize) page.finished.push(...walk.end())
    await settled
    settled = settle(events.length, page)
    // Told when it is waited for.
    settled.catch(() => {})
  }
  await settled
  return verified
}

/** The events page by page. */
async function* eventPages(tx: Transaction, chainId?: string): AsyncGenerator<StoredEvent[]> {
  const read = (after: Place) => {
    const page = storedEvents(tx, after, pageSize, chainId)
    // Told when the page is asked for.
    page.catch(() => {})
    return page
  }
  let next = read(beforeAll)
  for (;;) {
    const page = await next
    const last = page.at(-1)
    if (!last || page.length < pageSize) return yield page
    next = read(last)
    // Checking a page leaves no room for sending anything.
    await sent()
    yield page
  }
}

/** Goes from chain to chain. */
class ChainWalk {
  private current: ChainCheck | undefined

  constructor(private readonly tx: Transaction) {}

  async through(events: StoredEvent[]): Promise<Page> {
    const page: Page = { finished: [], evidence: [] }
    for (const event of events) {
      const check = this.checkOf(event.chainId, page)
      const { seq, text } = event
      if (seq > check.reached + 1) await passArchived(this.tx, check, seq - 1)
      const recorded = readRecorded(text)
      check.add(event, recorded)
      const evidence = recorded && evidenceTold(recorded)
      if (evidence) page.evidence.push({ ...evidence, check, seq })
    }
    return page
  }

  /** After the last page: the last chain. */
  end(): ChainCheck[] {
    return this.current ? [this.current] : []
  }

  private checkOf(chainId: string, page: Page): ChainCheck {
    const { current } = this
    if (current?.chainId === chainId) return current
    if (current) page.finished.push(current)
    this.current = new ChainCheck(chainId)
    return this.current
  }
}

/** Measures chains that were read to their end by their heads, and reports their faults with the owner's name. */
async function report(tx: Transaction, checks: ChainCheck[], onFault: OnFault): Promise<void> {
  const ends = await chainEnds(
    tx,
    checks.map(({ chainId }) => chainId),
  )
  for (const check of checks) {
    const owned = ends.get(check.chainId)
    const owner = owned?.owner ?? ({ owner: 'unknown' } as const)
    if (owned && owned.end.eventSeq > check.reached) await passArchived(tx, check, owned.end.eventSeq)
    for (const fault of check.end(owned?.end ?? null)) onFault({ chain: check.chainId, ...fault, ...owner })
  }
}

/** Tells a chain's check which of the places it misses until there are archived. */
async function passArchived(tx: Transaction, check: ChainCheck, until: number): Promise<void> {
  const stretches = await archivedStretches(tx, check.chainId, check.reached + 1, until)
  for (const stretch of stretches) check.passArchived(stretch)
}

/**
 * An order without any event, or a head that names events where there are none, unless they are archived.
 * @returns how many are
 */
async function verifyEmpty(tx: Transaction, onFault: OnFault): Promise<number> {
  let after = beforeAll.chainId
  let archived = 0
  for (;;) {
    const ids = await withoutEvents(tx, after, pageSize)
    const checks = ids.map((id) => new ChainCheck(id))
    await report(tx, checks, onFault)
    archived += sum(checks, 'archived')
    const last = ids.at(-1)
    if (last === undefined || ids.length < pageSize) return archived
    after = last
  }
}

function sum(checks: ChainCheck[], what: 'erased' | 'archived'): number {
  return checks.reduce((total, check) => total + check[what], 0)
}

async function verifyStates(tx: Transaction, onFault: OnFault, orderId?: string): Promise<void> {
  let after = beforeAll.chainId
  for (;;) {
    const requests = await requestsWithEvents(tx, after, pageSize, orderId)
    for (const request of requests) {
      const fault = stateFault(request)
      if (fault && !(await mayBeArchived(tx, request)))
        onFault({ chain: request.orderId ?? request.id, ...fault, ...ownerOf(request) })
    }
    const last = requests.at(-1)
    if (last === undefined || requests.length < pageSize) return
    after = last.id
  }
}

/** Compares a request with the last of its events that tells a state. One that cannot be read is reported already. */
function stateFault({ reference, state, texts }: RequestWithEvents): ChainFault | null {
  for (const text of texts) {
    const recorded = readRecorded(text)
    const told = recorded ? stateTold(recorded) : state
    if (told === state) return null
    if (told !== null) return { kind: 'state', seq: null, reference, recorded: told, found: state }
  }
  return { kind: 'state', seq: null, reference, recorded: null, found: state }
}

/** Whether what led to a request's state may be in the archive: something of its chain after the last that tells a state. */
function mayBeArchived(tx: Transaction, { id, orderId, texts }: RequestWithEvents): Promise<boolean> {
  const chain = orderId ?? id
  const told = texts.map(readRecorded).find((recorded) => recorded && stateTold(recorded) !== null)
  return anyArchivedAfter(tx, chain, told?.chain === chain ? told.seq : 0)
}

function ownerOf({ reference, order, shop }: RequestWithEvents) {
  return order === null
    ? ({ owner: 'request', request: reference, shop } as const)
    : ({ owner: 'order', order, shop } as const)
}
