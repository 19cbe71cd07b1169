import type { Kuroneko } from '~/kuroneko/client.server'
import type { Clock } from '~/platform/clock'
import type { Database, Transaction } from '~/platform/database.server'
import { may, type Permission, type Role } from './permissions'

/** Who acts. A merchant acts for one shop; the others for the desk. */
export type Actor = { id: string; name: string; email: string; role: Role; shopId: string | null }

/** By which way the act reached the desk; stands in the audit log. */
export type Via = 'web' | 'cli' | 'job'

/** Who acts, when, and by which way, as the log tells it; without an actor for what the desk does by itself. */
export type By = { actor: { id: string; role: string } | null; clock: Clock; via: Via }

/** What the desk does by itself, a moment later. */
export type Job =
  | { name: 'ask-kuroneko'; data: { orderId: string } }
  | { name: 'drift-watch'; data: { shopId: string; watchId: string } }
  | { name: 'conduct-operation'; data: { operationId: string } }
  | { name: 'bulk-run'; data: { runId: string } }
  | { name: 'audit-check'; data: { checkId: string } }

/** Takes a job inside the transaction of what it follows from: both are there, or neither is. */
export type Jobs = { send(tx: Transaction, job: Job): Promise<void> }

/** All that a verb needs. Built per web request or per command; there are no globals. */
export type Desk = {
  actor: Actor
  db: Database
  clock: Clock
  via: Via
  kuroneko: Kuroneko
  jobs: Jobs
}

/** All that is needed for looking. */
export type Reader = Pick<Desk, 'actor' | 'db'>

export function permits(desk: Pick<Desk, 'actor'>, permission: Permission): boolean {
  return may(desk.actor.role, permission)
}

/** The shop that the actor's reads and writes are narrowed to; an empty filter for the desk's own people. */
export function shopScope(actor: Actor): { shopId?: string } {
  if (actor.role !== 'merchant') return {}
  // A merchant without a shop sees nothing: no row has this id.
  return { shopId: actor.shopId ?? '00000000-0000-0000-0000-000000000000' }
}
