import { createHash } from 'node:crypto'
import { latestCheckpoint } from '~/audit/seal/checkpoints.server'
import { sealNow } from '~/audit/seal/sealer.server'
import { verifyLog } from '~/audit/verify.server'
import { systemClock } from '~/platform/clock'
import { type Log, secret } from '../log'
import type { Measured, Row } from '../measure'

const page = `
  SELECT chain_id, seq, text FROM order_event WHERE (chain_id, seq) > ($1, $2) ORDER BY chain_id, seq LIMIT 1000`

/**
 * All that `mitame audit verify` does, chains, tree and checkpoints, against a loop that digests the same texts; calls are
 * events here.
 */
export async function measureVerifying(log: Log): Promise<Row> {
  await verifyAll(log)
  const before = await perEvent(() => digestAll(log))
  const measured = await perEvent(() => verify(log))
  const after = await perEvent(() => digestAll(log))
  return { name: 'verifying, events', measured, floors: [before.perSecond, after.perSecond] }
}

/** Seals what is not, and throws where the log has a fault: then nothing that was measured counts. */
export async function verifyAll(log: Log): Promise<number> {
  await sealNow({ db: log.db, clock: systemClock, secret, origin: null })
  return verify(log)
}

async function verify({ db }: Log): Promise<number> {
  const faults: unknown[] = []
  const kept = (await latestCheckpoint(db))?.note ?? null
  const trust = { secret, now: new Date(), kept }
  const { events, leaves } = await verifyLog(db, (fault) => faults.push(fault), undefined, trust)
  if (faults.length > 0 || leaves !== events)
    throw new Error(`the log has faults, or is not sealed: ${JSON.stringify(faults.slice(0, 5))}`)
  return events
}

async function digestAll({ pool }: Log): Promise<number> {
  let place = ['00000000-0000-0000-0000-000000000000', 0]
  let events = 0
  for (;;) {
    const { rows } = await pool.query({ name: 'page', text: page, values: place })
    for (const { text } of rows) createHash('sha256').update(text, 'utf8').digest('hex')
    events += rows.length
    const last = rows.at(-1)
    if (!last || rows.length < 1000) return events
    place = [last.chain_id, last.seq]
  }
}

async function perEvent(work: () => Promise<number>): Promise<Measured> {
  const begun = performance.now()
  const calls = await work()
  const milliseconds = performance.now() - begun
  const each = milliseconds / calls
  return { calls, perSecond: 1000 / each, p50: each, p99: each }
}
