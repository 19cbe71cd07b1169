import pg from 'pg'
import type { LogKeys } from '~/audit/seal/keys.server'
import { authenticKeys } from '~/audit/seal/keys.server'
import { parseNote, type Verified, verifyNote } from '~/audit/seal/note'
import type { Sealing } from '~/audit/seal/sealer.server'
import type { Database } from '~/platform/database.server'
import { testDatabase } from '../../database'

export const secret = 'the secret of the desk under test'

/** A migrated database without orders, and a clock that stands still until it is moved. */
export async function aLog() {
  const { db, ownerUrl, appUrl, close } = await testDatabase()
  await db.deskSettings.upsert({ where: { id: 1 }, create: {}, update: {} })
  const time = { now: new Date('2026-11-24T00:00:00.000Z') }
  const clock = { now: () => time.now }
  const sealing: Sealing = { db, clock, secret, origin: null }
  return { db, ownerUrl, appUrl, clock, time, sealing, close }
}
export type Log = Awaited<ReturnType<typeof aLog>>

/** Behind the product's back, with no trigger in the way unless told. */
export async function asOwner(log: Pick<Log, 'ownerUrl'>, sql: string, triggers = false): Promise<unknown[]> {
  const owner = new pg.Client(log.ownerUrl)
  await owner.connect()
  try {
    if (!triggers) await owner.query('SET session_replication_role = replica')
    const { rows } = await owner.query(sql)
    return rows
  } finally {
    await owner.end()
  }
}

/** Many events at once, each the only one of its chain. */
export async function appendMany(log: Pick<Log, 'ownerUrl'>, count: number): Promise<void> {
  await asOwner(
    log,
    `INSERT INTO order_event (id, chain_id, seq, prev_hash, hash, text, action, outcome, actor_role, at)
     SELECT uuidv7(), uuidv7(), 1, repeat('0', 64), encode(sha256(convert_to(text, 'UTF8')), 'hex'), text,
            'order.received', 'done', 'system', now()
     FROM (SELECT 'event ' || nth AS text FROM generate_series(1, ${count}) AS nth) AS made`,
    true,
  )
}

/** The texts in the order in which they were sealed. */
export async function sealedTexts(db: Database): Promise<Buffer[]> {
  const rows = await db.$queryRaw<{ text: string }[]>`
    SELECT e.text FROM event_leaf l JOIN order_event e ON e.id = l.event_id
    WHERE l.leaf_index IS NOT NULL ORDER BY l.leaf_index`
  return rows.map(({ text }) => Buffer.from(text))
}

export async function keysOf({ db }: Pick<Log, 'db'>): Promise<LogKeys> {
  return authenticKeys(db, secret)
}

/** Who signed a note, of all who might have; null if somebody did wrongly or nobody did. */
export async function signersOf(log: Pick<Log, 'db'>, note: string): Promise<Verified[] | null> {
  const parsed = parseNote(note)
  const { keys } = await keysOf(log)
  return (
    parsed &&
    verifyNote(
      parsed,
      keys.map(({ verifier }) => verifier),
    )
  )
}
