import pg from 'pg'
import { seal } from '~/audit/seal/sealer.server'
import { openDatabase } from '~/platform/database.server'

/** Seals as a process of its own that dies right after its n-th statement. */
export type Errand = { url: string; secret: string; dieAfter: number }

const { url, secret, dieAfter }: Errand = JSON.parse(process.argv[2] ?? '{}')
let statements = 0

const query = pg.Client.prototype.query as (this: pg.Client, ...args: unknown[]) => unknown
pg.Client.prototype.query = async function counted(this: pg.Client, ...args: unknown[]) {
  const answer = await query.apply(this, args)
  statements += 1
  if (statements === dieAfter) process.kill(process.pid, 'SIGKILL')
  return answer
} as typeof pg.Client.prototype.query

const db = openDatabase(url, 1)
for (;;) await seal({ db, clock: { now: () => new Date() }, secret, origin: null })
