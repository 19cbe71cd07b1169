import type { Database } from '~/platform/database.server'
import type { PublishedCheckpoint } from '../checkpoints.server'

/** What a place outside the machine is given. */
export type Delivery = {
  db: Database
  checkpoint: PublishedCheckpoint
  /** The size of the last checkpoint that arrived there, 0 if none has. */
  before: number
  now: Date
}

/** A place outside the machine where checkpoints go, so that nobody who holds the machine can take them back. */
export type Sink = {
  /** Kind and address; progress is kept under it. */
  name: string
  /** Whether it wants the newest checkpoint now, even one it has already. @param last when the last one arrived */
  wants(news: boolean, last: Date | null, now: Date): boolean
  /** Throws where the place did not take it. */
  deliver(delivery: Delivery): Promise<void>
}

/** Wants each new checkpoint. */
export const eachNew = (news: boolean) => news

/** Why a place did not take a checkpoint, for whoever looks after the desk. */
export class NotDelivered extends Error {}
