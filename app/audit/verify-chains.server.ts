import type { Transaction } from '~/platform/database.server'
import { archivedStretches } from './archive/places.server'
import { ChainCheck, type StoredEvent } from './chain-check.server'
import type { Fault } from './faults'
import { readRecorded } from './recorded'
import { chainEnds, withoutEvents } from './stored.server'
import { sha256 } from './text.server'
import { type EvidenceTold, evidenceTold, otherEvidence } from './verify-beside.server'
import { verifyStates } from './verify-states.server'

/** The walk of the chains: each event once, and at each chain's end what is kept beside the log. */

export type Walked = { events: number; chains: number; erased: number; archived: number }
type OnFault = (fault: Fault) => void

type Walking<Event> = {
  onFault: OnFault
  onProgress(walked: Walked): void
  /** Sees every event with its text's hash. */
  onEvent?(event: Event, hash: string): void
}

/**
 * Checks events that come by chain and place in it. While a page is checked, what the one before is measured by is on
 * its way.
 */
export async function verifyChains<Event extends StoredEvent>(
  tx: Transaction,
  pages: AsyncIterable<Event[]>,
  { onFault, onProgress, onEvent = () => {} }: Walking<Event>,
): Promise<Walked> {
  const walked = { events: 0, chains: 0, erased: 0, archived: 0 }
  const walk = new ChainWalk<Event>(tx, onEvent)
  const settle = async (page: Page) => {
    for (const { check, seq } of await otherEvidence(tx, page.evidence))
      check.faults.push({ kind: 'evidence', seq })
    await reportEnded(tx, page.ended, onFault)
    walked.events += page.events
    walked.chains += page.ended.length
    walked.erased += sum(page.ended, 'erased')
    walked.archived += sum(page.ended, 'archived')
  }
  let settled = Promise.resolve()
  for await (const events of pages) {
    const page = await walk.through(events)
    await settled
    settled = settle(page).then(() => onProgress(walked))
    // Told when it is waited for.
    settled.catch(() => {})
  }
  await settled
  await settle(walk.end())
  return walked
}

/** What a page of events leaves to be measured by what is kept beside the log. */
type Page = {
  events: number
  /** Chains that end in it. */
  ended: ChainCheck[]
  evidence: (EvidenceTold & { check: ChainCheck; seq: number })[]
}

const emptyPage = (): Page => ({ events: 0, ended: [], evidence: [] })

/** Goes from chain to chain. */
class ChainWalk<Event extends StoredEvent> {
  private current: ChainCheck | undefined

  constructor(
    private readonly tx: Transaction,
    private readonly onEvent: (event: Event, hash: string) => void,
  ) {}

  async through(events: Event[]): Promise<Page> {
    const page = { ...emptyPage(), events: events.length }
    for (const event of events) {
      const check = this.checkOf(event.chainId, page)
      const { seq, text } = event
      if (seq > check.reached + 1) await passArchived(this.tx, check, seq - 1)
      const hash = sha256(text)
      const recorded = readRecorded(text)
      check.add(event, hash, recorded)
      this.onEvent(event, hash)
      const evidence = recorded && evidenceTold(recorded)
      if (evidence) page.evidence.push({ ...evidence, check, seq })
    }
    return page
  }

  /** After the last page: the last chain. */
  end(): Page {
    return { ...emptyPage(), ended: this.current ? [this.current] : [] }
  }

  private checkOf(chainId: string, page: Page): ChainCheck {
    const { current } = this
    if (current?.chainId === chainId) return current
    if (current) page.ended.push(current)
    this.current = new ChainCheck(chainId)
    return this.current
  }
}

/** Measures chains that were read to their end by their heads and requests, and reports their faults by the owner's name. */
export async function reportEnded(tx: Transaction, checks: ChainCheck[], onFault: OnFault): Promise<void> {
  if (checks.length === 0) return
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
  await verifyStates(tx, checks, onFault)
}

/** Tells a chain's check which of the places it misses until there are archived. */
async function passArchived(tx: Transaction, check: ChainCheck, until: number): Promise<void> {
  const stretches = await archivedStretches(tx, check.chainId, check.reached + 1, until)
  for (const stretch of stretches) check.passArchived(stretch)
}

/** Chains read at a time. */
const pageSize = 1000

/**
 * An order without any event, or a head that names events where there are none, unless they are archived.
 * @returns how many are
 */
export async function verifyEmpty(tx: Transaction, onFault: OnFault): Promise<number> {
  let archived = 0
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const ids = await withoutEvents(tx, after, pageSize)
    const checks = ids.map((id) => new ChainCheck(id))
    await reportEnded(tx, checks, onFault)
    archived += sum(checks, 'archived')
    const last = ids.at(-1)
    if (last === undefined || ids.length < pageSize) return archived
    after = last
  }
}

function sum(checks: ChainCheck[], what: 'erased' | 'archived'): number {
  return checks.reduce((total, check) => total + check[what], 0)
}
