import { createHash } from 'node:crypto'
import { verifyLog } from '~/audit/verify.server'
import type { Log } from '../log'
import type { Measured, Row } from '../measure'

const page = `
  SELECT chain_id, seq, text FROM order_event WHERE (chain_id, seq) > ($1, $2) ORDER BY chain_id, seq LIMIT 1000`

/** Verifying every event once, against a loop that digests the same texts; calls are events here. */
export async function measureVerifying(log: Log): Promise<Row> {
  const before = await perEvent(() => digestAll(log))
  const measured = await perEvent(() => verifyAll(log))
  const after = await perEvent(() => digestAll(log))
  return { name: 'verifying, events', measured, floors: [before.perSecond, after.perSecond] }
}

/** Throws where the log has a fault: then nothing that was measured counts. */
export async function verifyAll({ db }: Log): Promise<number> {
  const faults: unknown[] = []
  const { events } = await verifyLog(db, (fault) => faults.push(fault))
  if (faults.length > 0) throw new Error(`the log has faults: ${JSON.stringify(faults.slice(0, 5))}`)
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
