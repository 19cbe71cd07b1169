import { sealNow } from '~/audit/seal/sealer.server'
import { verifyLog } from '~/audit/verify.server'
import { systemClock } from '~/platform/clock'
import { type Log, secret } from './log'

/** Seals what is left, then verifies chains, heads and the tree over all of it, as `audit verify` does; throws for any fault. */
export async function verifySealed({ db }: Pick<Log, 'db'>): Promise<number> {
  await sealNow({ db, clock: systemClock, secret, origin: null })
  const faults: unknown[] = []
  const trust = { secret, now: systemClock.now(), kept: null }
  const { events, leaves } = await verifyLog(db, (fault) => faults.push(fault), undefined, trust)
  if (faults.length > 0) throw new Error(`the log has faults: ${JSON.stringify(faults.slice(0, 5))}`)
  if (leaves !== events) throw new Error(`${events} events, but ${leaves} leaves`)
  return events
}
