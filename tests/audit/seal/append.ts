import { type EventOnChain, recordOnChain } from '~/audit/record.server'
import type { Database } from '~/platform/database.server'

/** Appends events to the desk's own chain, in one transaction. */
export function append(
  db: Database,
  count: number,
  at = new Date('2026-11-24T00:00:00.000Z'),
): Promise<void> {
  const event: EventOnChain = {
    action: 'audit.exported',
    outcome: 'done',
    at,
    actor: null,
    via: 'job',
    requestId: null,
  }
  const events = Array.from({ length: count }, (_, nth) => ({ ...event, details: { nth } }))
  return db.$transaction((tx) => recordOnChain(tx, { kind: 'desk' }, events), limits)
}

/** Several processes wait for the one chain's head. */
const limits = { maxWait: 10_000, timeout: 20_000 }
