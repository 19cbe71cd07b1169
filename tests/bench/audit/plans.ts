import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '~/platform/prisma/client'
import type { Log } from '../log'
import { type Read, readsOf } from './reading'

type Statement = { query: string; params: unknown[] }
export type Planned = Statement & { plan: string; milliseconds: number }

/** What the product sends for each read, and how the database carries it out. */
export async function plansOf(log: Log): Promise<Map<string, Planned[]>> {
  const statements: Statement[] = []
  const adapter = new PrismaPg({ connectionString: log.appUrl, max: 1, options: '-c role=mitame_app' })
  const db = new PrismaClient({ adapter, log: [{ emit: 'event', level: 'query' }] })
  db.$on('query', ({ query, params }) => statements.push({ query, params: JSON.parse(params) }))
  const plans = new Map<string, Planned[]>()
  for (const { name, read } of await readsOf({ ...log, db, desk: deskOn(log, db) })) {
    plans.set(name, await planned(log, statements, read))
  }
  await db.$disconnect()
  return plans
}

function deskOn(log: Log, db: PrismaClient): Log['desk'] {
  return async (role) => ({ ...(await log.desk(role)), db })
}

async function planned(log: Log, statements: Statement[], read: Read['read']): Promise<Planned[]> {
  await read(1)
  statements.length = 0
  await read(2)
  const client = await log.pool.connect()
  const plans: Planned[] = []
  try {
    await client.query('BEGIN')
    for (const { query, params } of statements) {
      // What the product sets for its statements holds for their plans too.
      if (query.includes('set_config')) await client.query(query, params)
      if (query.includes('set_config') || !/^\s*(SELECT|WITH)/.test(query)) continue
      const { rows } = await client.query(`EXPLAIN (ANALYZE, BUFFERS) ${query}`, params)
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
      const [, time = '0'] = /Execution Time: ([\d.]+) ms/.exec(plan) ?? []
      plans.push({ query, params, plan, milliseconds: Number(time) })
    }
    await client.query('ROLLBACK')
  } finally {
    client.release()
  }
  return plans
}
