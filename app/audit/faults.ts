import type { Shown } from './events'
import type { TreeFault } from './seal/tree-faults'

/**
 * What verification can find wrong, as data. `seq` is the place in the chain; the words for each kind are in the `audit`
 * texts.
 */
export type ChainFault =
  /** The text is not the one that was hashed. */
  | { kind: 'edited'; seq: number }
  /** The text has its hash and is no event. */
  | { kind: 'unreadable'; seq: number }
  /** Columns by which the event is looked up say something else than its text. */
  | { kind: 'columns'; seq: number; columns: string[] }
  /** Events `seq` to `until` are gone from the middle. */
  | { kind: 'missing'; seq: number; until: number }
  /** The event does not name the one before it: reordered, or one of the two was replaced. */
  | { kind: 'unlinked'; seq: number }
  /** Events `seq` to `until` are gone from the end. */
  | { kind: 'cut_off'; seq: number; until: number }
  /** The head kept with the order, request or shop is not the last event. */
  | { kind: 'head'; seq: number }
  /** Nothing has this chain's id. */
  | { kind: 'no_owner'; seq: number }
  /** What a person wrote is not what the chain holds the digest of. */
  | { kind: 'words'; seq: number }
  /** What a person wrote is gone, and no event says that it was erased. */
  | { kind: 'words_missing'; seq: number }
  /** A status was shown that no event led to; before event `seq`, or now where there is none. */
  | { kind: 'status'; seq: number | null; recorded: Shown | null; found: Shown }
  /** A request was in a state that no event led to; before event `seq`, or now where there is none. */
  | { kind: 'state'; seq: number | null; reference: string; recorded: string | null; found: string }
  /** The event's text is not the one that was sealed: the chain was built anew, or events were swapped. */
  | { kind: 'sealed_otherwise'; seq: number }
  /** The event came into the log by another way than the one function. */
  | { kind: 'unplaced'; seq: number }
  /** The event waits for its seal longer than it should. */
  | { kind: 'unsealed'; seq: number }
  /** What is known of the order beside its statuses is not what its last event says. */
  | { kind: 'order'; seq: null; field: 'number' | 'amount'; recorded: string; found: string }
  /** The answer of Kuroneko that the event tells of is not the one that is kept. */
  | { kind: 'evidence'; seq: number }
  /** What was decided on is not what its digest was made of. */
  | { kind: 'decision'; seq: null; reference: string }
  /** Of an archived month, not as many events are gone as were archived, or the log does not tell of the archive. */
  | { kind: 'archived'; seq: null; month: string; recorded: number; found: number }

/** Whose chain it is: an order, a request that no order matched, a shop, or the desk as a whole. */
export type Owner =
  | { owner: 'order'; order: string; shop: string }
  | { owner: 'request'; request: string; shop: string }
  | { owner: 'shop'; shop: string }
  | { owner: 'desk' }
  | { owner: 'unknown' }

/** A fault in a chain, with its place: the chain, and the order number, reference or shop code that people know it by. */
export type FaultInChain = { chain: string } & ChainFault & Owner

export type Fault = FaultInChain | ({ owner: 'tree' } & TreeFault)
