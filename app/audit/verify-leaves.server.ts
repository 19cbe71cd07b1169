import type { Transaction } from '~/platform/database.server'
import { away } from './archive/places.server'
import type { ChainFault, Fault } from './faults'
import { chainEnds } from './stored.server'
import type { PlacedEvent } from './stored-events.server'
import { leafHash } from './text.server'

/** What is wrong between the log's events and their places in the tree. */

/** An event is sealed within a minute; after so many milliseconds something is wrong. */
export const sealedWithin = 10 * 60 * 1000

const pageSize = 1000
const beforeAll = '00000000-0000-0000-0000-000000000000'

type At = { chainId: string; seq: number }
type OnFault = (fault: Fault) => void

/** Faults remembered, so that one is not told twice; a log with more has been told of enough. */
const remembered = 100_000

/** What the walk of the chains has reported already. */
export class Reported {
  private readonly edited = new Set<string>()
  private readonly gone = new Map<string, [from: number, until: number][]>()

  /** Hands a fault on and remembers its place. */
  through(onFault: OnFault): OnFault {
    return (fault) => {
      onFault(fault)
      if (fault.owner === 'tree' || fault.seq === null || this.edited.size > remembered) return
      const { chain, seq } = fault
      if (fault.kind === 'missing' || fault.kind === 'cut_off')
        this.gone.set(chain, [...(this.gone.get(chain) ?? []), [seq, fault.until]])
      else this.edited.add(`${chain} ${seq}`)
    }
  }

  has({ kind, chainId, seq }: LeafFault): boolean {
    if (kind === 'sealed_otherwise') return this.edited.has(`${chainId} ${seq}`)
    return (this.gone.get(chainId) ?? []).some(([from, until]) => from <= seq && seq <= until)
  }
}

/** What is wrong between a leaf and its event. */
type LeafFault = At & { kind: 'gone' | 'sealed_otherwise'; index: number }

/** Measures every event that the walk of the chains meets by its leaf. */
export class Leaves {
  private placed = 0
  private sealed = 0
  private readonly otherwise: LeafFault[] = []

  constructor(private readonly reported: Reported) {}

  measure({ chainId, seq, text, leaf }: PlacedEvent, hash: string): void {
    if (!leaf) return
    this.placed += 1
    const { index } = leaf
    if (index === null) return
    this.sealed += 1
    const same = leaf.hash === hash && leaf.leafHash === leafHash(text)
    if (!same) this.otherwise.push({ kind: 'sealed_otherwise', chainId, seq, index })
  }

  /** Events without a place are looked for where not all had one. */
  async reportPlaces(tx: Transaction, events: number, now: Date, onFault: OnFault): Promise<void> {
    if (this.placed !== events) await reportUnplaced(tx, onFault)
    await reportUnsealed(tx, now, onFault)
  }

  /** After the walk: leaves whose event says something else, and those whose event is gone, by their place in the tree. */
  async reportSeals(tx: Transaction, onFault: OnFault): Promise<void> {
    const faults = [...this.otherwise, ...(await this.gone(tx))]
      .filter((fault) => !this.reported.has(fault))
      .sort((one, other) => one.index - other.index)
    for (let at = 0; at < faults.length; at += pageSize) {
      const page = faults.slice(at, at + pageSize)
      await reportAt(
        tx,
        page.map((fault) => ({ ...fault, fault: asChainFault(fault) })),
        onFault,
      )
    }
  }

  /** Each event met one leaf of its own: with as many leaves, all have their event. */
  private async gone(tx: Transaction): Promise<LeafFault[]> {
    const [all] = await tx.$queryRaw<{ leaves: number }[]>`
      SELECT count(*)::int AS leaves FROM event_leaf WHERE leaf_index IS NOT NULL`
    if (all?.leaves === this.sealed) return []
    return tx.$queryRaw<LeafFault[]>`
      SELECT 'gone' AS kind, l.chain_id AS "chainId", l.seq, l.leaf_index AS index FROM event_leaf l
      WHERE l.leaf_index IS NOT NULL AND NOT ${away} AND NOT EXISTS (
        SELECT FROM order_event e WHERE e.id = l.event_id AND e.chain_id = l.chain_id AND e.seq = l.seq)`
  }
}

/** A leaf's fault as its chain's: an event that was there when it was sealed is cut off, or says something else now. */
function asChainFault({ kind, seq }: LeafFault): ChainFault {
  return kind === 'gone' ? { kind: 'missing', seq, until: seq } : { kind: 'sealed_otherwise', seq }
}

/** Reports faults with the names of those whose chains they are on. */
async function reportAt(
  tx: Transaction,
  faults: (At & { fault: ChainFault })[],
  onFault: OnFault,
): Promise<void> {
  if (faults.length === 0) return
  const ends = await chainEnds(tx, [...new Set(faults.map(({ chainId }) => chainId))])
  for (const { chainId, fault } of faults) {
    const owner = ends.get(chainId)?.owner ?? ({ owner: 'unknown' } as const)
    onFault({ chain: chainId, ...fault, ...owner })
  }
}

/** Events that came into the log by another way than the one function: without a place, or with another one's. */
async function reportUnplaced(tx: Transaction, onFault: OnFault): Promise<void> {
  for (let after = beforeAll; ; ) {
    const rows = await tx.$queryRaw<(At & { id: string })[]>`
      SELECT e.id, e.chain_id AS "chainId", e.seq FROM order_event e
      WHERE e.id > ${after}::uuid AND NOT EXISTS (
        SELECT FROM event_leaf l WHERE l.event_id = e.id AND l.chain_id = e.chain_id AND l.seq = e.seq)
      ORDER BY e.id LIMIT ${pageSize}`
    await reportAt(tx, rows.map(withFault('unplaced')), onFault)
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) return
    after = last.id
  }
}

/** Those that wait for their seal longer than they should. */
async function reportUnsealed(tx: Transaction, now: Date, onFault: OnFault): Promise<void> {
  const limit = new Date(now.getTime() - sealedWithin)
  for (let after = beforeAll; ; ) {
    const rows = await tx.$queryRaw<(At & { id: string })[]>`
      SELECT l.event_id AS id, l.chain_id AS "chainId", l.seq FROM event_leaf l
      WHERE l.leaf_index IS NULL AND l.event_id > ${after}::uuid AND l.event_id < uuid_floor(${limit})
      ORDER BY l.event_id LIMIT ${pageSize}`
    await reportAt(tx, rows.map(withFault('unsealed')), onFault)
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) return
    after = last.id
  }
}

function withFault(kind: 'unplaced' | 'unsealed') {
  return ({ chainId, seq }: At) => ({ chainId, seq, fault: { kind, seq } })
}
