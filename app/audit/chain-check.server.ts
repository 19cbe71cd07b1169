import { PaymentStatus } from '~/platform/prisma/enums'
import type { ArchivedStretch } from './archive/places.server'
import { readSeqs } from './erase/seqs'
import type { Shown } from './events'
import type { ChainFault } from './faults'
import type { Recorded } from './recorded'
import { differingFrom, type RepeatedValues, repeatedValue } from './repeated.server'
import { RequestStates, stateTold } from './request-states'
import { type AboutOrder, genesis, wordsDigest } from './text.server'

/** One event as stored: the text, and the columns that repeat it. `salt` and `words` are null where none are kept. */
export type StoredEvent = {
  id: string
  chainId: string
  seq: number
  prevHash: string
  hash: string
  text: string
  /** See `repeatedColumns`. */
  columns: RepeatedValues
  salt: string | null
  words: string | null
}

/** Where a chain should end. `shown` is what the order shows now, null for chains that are no order's. */
export type ChainEnd = {
  eventSeq: number
  eventHash: string | null
  shown: Shown | null
  /** The order's number and amount; null for chains that are no order's. */
  about: AboutOrder | null
}

/** Walks one chain from its first event to its head and keeps nothing but the place it has reached. */
export class ChainCheck {
  readonly faults: ChainFault[] = []
  private last = { seq: 0, hashes: [genesis] }
  /** What the events so far lead to; undefined once a gap or an unreadable event makes that unknown. */
  private shown: Shown | null | undefined = null
  /** The same by the look-up columns, for when the texts can no longer be trusted. */
  private payment: string | null = null
  private readonly states = new RequestStates()
  /** The state that each of its requests is in by the last event that tells one; what is not known is not in it. */
  readonly statesTold = new Map<string, string>()
  private about: AboutOrder | null = null
  /** Personal words that were erased beside the chain. */
  erased = 0
  /** Events that are in the archive. */
  archived = 0
  /** Events without their words, until an event tells that these were erased. */
  private readonly wordless = new Set<number>()

  constructor(readonly chainId: string) {}

  /**
   * The next event, by `seq`.
   * @param computed its text's hash
   * @param told what its text says, whether or not it is still the text that was hashed
   */
  add(event: StoredEvent, computed: string, told: Recorded | null): void {
    this.checkPlace(event)
    const recorded = computed === event.hash ? told : null
    if (computed !== event.hash) this.faults.push({ kind: 'edited', seq: event.seq })
    else if (!recorded) this.faults.push({ kind: 'unreadable', seq: event.seq })
    const isRepeated = recorded !== null && this.checkContent(event, recorded)
    if (!recorded) this.loseTrack()
    this.payment = (isRepeated ? paymentTold(recorded) : paymentInColumns(event)) ?? this.payment
    // An edited event is one fault, whether its text or its hash was touched: its neighbour is measured by either.
    this.last = { seq: event.seq, hashes: [event.hash, computed] }
  }

  /** The order's number and amount by the last event that names them. */
  private checkAbout(found: AboutOrder): void {
    if (!this.about) return
    const { number, amount } = this.about
    const differ = { kind: 'order', seq: null } as const
    if (number !== found.number)
      this.faults.push({ ...differ, field: 'number', recorded: number, found: found.number })
    if (amount !== found.amount)
      this.faults.push({ ...differ, field: 'amount', recorded: `${amount}`, found: `${found.amount}` })
  }

  /** The place it has reached. */
  get reached(): number {
    return this.last.seq
  }

  /** Events that are archived: what they led to is not known here, and what erased earlier words may be among them. */
  passArchived({ from, until, hash }: ArchivedStretch): void {
    if (from > this.last.seq + 1)
      this.faults.push({ kind: 'missing', seq: this.last.seq + 1, until: from - 1 })
    this.loseTrack()
    this.payment = null
    this.wordless.clear()
    this.archived += until - from + 1
    this.last = { seq: until, hashes: [hash] }
  }

  /** After the last event: is it the one the head names, and does the order show what the events led to? */
  end(end: ChainEnd | null): ChainFault[] {
    const { seq, hashes } = this.last
    if (!end) this.faults.push({ kind: 'no_owner', seq })
    else if (end.eventSeq > seq) this.faults.push({ kind: 'cut_off', seq: seq + 1, until: end.eventSeq })
    else if (end.eventSeq < seq || !hashes.includes(end.eventHash ?? genesis))
      this.faults.push({ kind: 'head', seq })
    if (end?.shown) this.checkShown(end.shown, null)
    if (end?.about) this.checkAbout(end.about)
    for (const wordless of this.wordless) this.faults.push({ kind: 'words_missing', seq: wordless })
    this.erased -= this.wordless.size
    return this.faults
  }

  private checkPlace({ seq, prevHash }: StoredEvent): void {
    const { last } = this
    if (seq > last.seq + 1) this.faults.push({ kind: 'missing', seq: last.seq + 1, until: seq - 1 })
    else if (!last.hashes.includes(prevHash)) this.faults.push({ kind: 'unlinked', seq })
    else return
    this.loseTrack()
  }

  /** @returns whether the columns repeat what the text says */
  private checkContent(event: StoredEvent, recorded: Recorded): boolean {
    const { seq } = event
    const columns = differingColumns(event, recorded)
    if (columns.length > 0) this.faults.push({ kind: 'columns', seq, columns })
    this.checkWords(event, recorded)
    if (recorded.action === 'audit.words_erased' && recorded.outcome === 'done') {
      for (const erased of readSeqs(recorded.details?.seqs)) this.wordless.delete(erased)
    }
    const { number, amount } = recorded
    if (number !== null && amount !== null) this.about = { number, amount }
    if (recorded.before) this.checkShown(recorded.before, seq)
    if (recorded.after && recorded.outcome === 'done') this.shown = recorded.after
    const fault = this.states.follow(recorded)
    if (fault) this.faults.push(fault)
    const state = stateTold(recorded)
    if (recorded.request !== null && state !== null) this.statesTold.set(recorded.request, state)
    return columns.length === 0
  }

  private loseTrack(): void {
    this.shown = undefined
    this.about = null
    this.states.forget()
    this.statesTold.clear()
  }

  private checkWords({ seq, salt, words }: StoredEvent, recorded: Recorded): void {
    if (salt === null || words === null) {
      if (recorded.words === null) return
      this.erased += 1
      this.wordless.add(seq)
    } else if (wordsDigest(salt, words) !== recorded.words) this.faults.push({ kind: 'words', seq })
  }

  private checkShown(found: Shown, seq: number | null): void {
    const recorded = this.shown === undefined ? this.byColumn(found, seq) : this.shown
    if (!sameShown(recorded, found)) this.faults.push({ kind: 'status', seq, recorded, found })
    this.shown = found
  }

  /** After an edited event, what is shown now is measured by the columns; in between it is left to the next event. */
  private byColumn(found: Shown, seq: number | null): Shown {
    return seq === null && isPayment(this.payment) ? { ...found, payment: this.payment } : found
  }
}

function sameShown(one: Shown | null, other: Shown): boolean {
  return one?.payment === other.payment && one.deliveries.join() === other.deliveries.join()
}

function isPayment(payment: string | null): payment is PaymentStatus {
  return payment !== null && payment in PaymentStatus
}

function paymentTold({ outcome, after }: Recorded): string | null {
  return outcome === 'done' ? (after?.payment ?? null) : null
}

function paymentInColumns({ columns }: StoredEvent): string | null {
  return repeatedValue(columns, 'outcome') === 'done' ? repeatedValue(columns, 'payment_after') : null
}

/** The columns that do not say what the text says. */
export function differingColumns(event: StoredEvent, recorded: Recorded): string[] {
  const differing: string[] = []
  if (event.id !== recorded.id) differing.push('id')
  if (event.chainId !== recorded.chain) differing.push('chain_id')
  if (event.seq !== recorded.seq) differing.push('seq')
  if (event.prevHash !== recorded.prev) differing.push('prev_hash')
  return [...differing, ...differingFrom(recorded, event.columns)]
}
