import pg from 'pg'
import { type Approval, approve } from '~/corrections/approve.server'
import { openDatabase } from '~/platform/database.server'
import type { Actor } from '~/staff/desk.server'
import { someJobs } from '../jobs-double'
import { aKuroneko } from '../kuroneko-double'

/** Approves as a process of its own that dies right after its n-th statement. Prints how many there were if it lives. */
export type Errand = { url: string; actor: Actor; approval: Approval; dieAfter: number }

const errand: Errand = JSON.parse(process.argv[2] ?? '{}')
let statements = 0

const query = pg.Client.prototype.query as (this: pg.Client, ...args: unknown[]) => unknown
pg.Client.prototype.query = async function counted(this: pg.Client, ...args: unknown[]) {
  const answer = await query.apply(this, args)
  statements += 1
  if (statements === errand.dieAfter) process.kill(process.pid, 'SIGKILL')
  return answer
} as typeof pg.Client.prototype.query

const db = openDatabase(errand.url, 1)
const desk = {
  actor: errand.actor,
  db,
  clock: { now: () => new Date() },
  via: 'web',
  kuroneko: aKuroneko(),
  jobs: someJobs(),
} as const
const answer = await approve(desk, errand.approval)
process.stdout.write(JSON.stringify({ statements, answer }))
await db.$disconnect()
