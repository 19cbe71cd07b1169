import type { Transaction } from '~/platform/database.server'
import type { ChainFault, Fault } from './faults'
import type { LeafFault } from './seal/verify-tree.server'
import { chainEnds } from './stored.server'

/** An event is sealed within a minute; after so many milliseconds something is wrong. */
export const sealedWithin = 10 * 60 * 1000

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

/** A leaf's fault as its chain's: an event that was there when it was sealed is cut off, or says something else now. */
export function asChainFault({ kind, seq }: LeafFault): ChainFault {
  return kind === 'gone' ? { kind: 'missing', seq, until: seq } : { kind: 'sealed_otherwise', seq }
}

/** Reports faults with the names of those whose chains they are on. */
export async function reportAt(
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

const pageSize = 1000

/**
 * Events that came into the log by another way than the one function: without a place, or with another one's; and those
 * that wait for their seal longer than they should.
 */
export async function verifyPlaces(tx: Transaction, now: Date, onFault: OnFault): Promise<void> {
  for (let after = beforeAll; ; ) {
    const rows = await tx.$queryRaw<(At & { id: string })[]>`
      SELECT e.id, e.chain_id AS "chainId", e.seq FROM order_event e
      WHERE e.id > ${after}::uuid AND NOT EXISTS (
        SELECT FROM event_leaf l WHERE l.event_id = e.id AND l.chain_id = e.chain_id AND l.seq = e.seq)
      ORDER BY e.id LIMIT ${pageSize}`
    await reportAt(tx, rows.map(withFault('unplaced')), onFault)
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) break
    after = last.id
  }
  const limit = new Date(now.getTime() - sealedWithin)
  for (let after = beforeAll; ; ) {
    const rows = await tx.$queryRaw<(At & { id: string })[]>`
      SELECT l.event_id AS id, l.chain_id AS "chainId", l.seq FROM event_leaf l
      WHERE l.leaf_index IS NULL AND l.event_id > ${after}::uuid AND l.event_id < uuid_floor(${limit})
      ORDER BY l.event_id LIMIT ${pageSize}`
    await reportAt(tx, rows.map(withFault('unsealed')), onFault)
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) break
    after = last.id
  }
}

const beforeAll = '00000000-0000-0000-0000-000000000000'

function withFault(kind: 'unplaced' | 'unsealed') {
  return ({ chainId, seq }: At) => ({ chainId, seq, fault: { kind, seq } })
}
