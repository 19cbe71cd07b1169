import type { EventAction, Shown } from './events'

/** One entry of a history as pages show it. */
export type HistoryEvent = {
  id: string
  seq: number
  at: Date
  /** Null where the stored text is no event; the verification says more. */
  told: Told | null
}

export type Told = {
  action: EventAction
  outcome: 'done' | 'refused'
  refusal: string | null
  /** Null for the platform itself. `name` is null once it was erased. */
  actor: { name: string | null; role: string } | null
  via: string
  reference: string | null
  before: Shown | null
  after: Shown | null
  digest: string | null
  /** What a person wrote, where this reader may see it. */
  words: string | null
  /** Something was written here that is not for this reader. */
  hidden: boolean
  /** Something was written here and has been erased since. */
  erased: boolean
  details: Record<string, string | number | boolean | null>
}

/** When the answer that an event tells of was asked for and came. */
export type AskedWhen = { askedAt: Date; answeredAt: Date | null }
