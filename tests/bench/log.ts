import { rm } from 'node:fs/promises'
import pg from 'pg'
import { sealNow } from '~/audit/seal/sealer.server'
import { makeHistory } from '~/cli/dev/history/generate.server'
import { prepareDatabase } from '~/platform/boot.server'
import { systemClock } from '~/platform/clock'
import { openDatabase } from '~/platform/database.server'
import { startEmbedded } from '~/platform/embedded.server'
import { makeTemporaryHome } from '~/platform/home.server'
import type { Desk } from '~/staff/desk.server'
import type { Role } from '~/staff/permissions'
import { someJobs } from '../jobs-double'
import { aKuroneko } from '../kuroneko-double'
import { clients } from './measure'

/** Of every desk that is measured. */
export const secret = 'b'.repeat(32)

/** A durable PostgreSQL of its own with a sealed history of so many events. */
export async function startLog(events: number) {
  const home = await makeTemporaryHome()
  let server = await startEmbedded({ home, durable: true })
  await prepareDatabase(server, 'bench')
  const db = openDatabase(server.appUrl('bench'), clients)
  const pool = new pg.Pool({ connectionString: server.appUrl('bench'), max: clients })
  // Under load the server's end may overtake the goodbyes of idle connections.
  pool.on('error', () => {})
  const options = { events, months: 12, seed: 'bench', until: new Date(), onProgress() {} }
  const made = await makeHistory(server.ownerUrl('bench'), options)
  const begun = performance.now()
  const { sealed } = await sealNow({ db, clock: systemClock, secret, origin: null })
  const sealing = sealed / ((performance.now() - begun) / 1000)
  await asOwner(server.ownerUrl('bench'), 'VACUUM ANALYZE')
  return {
    db,
    pool,
    appUrl: server.appUrl('bench'),
    ownerUrl: server.ownerUrl('bench'),
    made,
    /** Events sealed per second. */
    sealing,
    /** One of the history's people at their desk. */
    async desk(role: Role): Promise<Desk> {
      const { members, ...user } = await db.user.findFirstOrThrow({
        where: { role },
        orderBy: { id: 'asc' },
        select: {
          id: true,
          name: true,
          email: true,
          role: true,
          members: { select: { organizationId: true } },
        },
      })
      const actor = { ...user, shopId: members[0]?.organizationId ?? null }
      return { actor, db, clock: systemClock, via: 'web', kuroneko: aKuroneko(), jobs: someJobs() }
    },
    /** The database goes away under whoever works on it, and comes back where it was. */
    async restart() {
      const { port } = server
      await server.stop()
      server = await startEmbedded({ home, durable: true })
      if (server.port !== port) throw new Error(`the database came back on another port than ${port}`)
    },
    async close() {
      await db.$disconnect()
      await pool.end()
      await server.stop()
      await rm(home, { recursive: true, force: true })
    },
  }
}

export type Log = Awaited<ReturnType<typeof startLog>>

async function asOwner(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(sql)
  await client.end()
}
