import { setImmediate as sent } from 'node:timers/promises'
import type pg from 'pg'
import type { Database, Transaction } from '~/platform/database.server'
import { connectBeside } from '~/platform/database.server'
import { Prisma } from '~/platform/prisma/client'
import type { StoredEvent } from './chain-check.server'
import { repeatedColumns } from './repeated.server'

/** How verification reads the events: of one order through Prisma, of the whole log row by row. */

type Db = Database | Transaction

/** A `StoredEvent` of `order_event e` with its `order_event_words w`. */
export const storedColumns = Prisma.sql`
  e.id, e.chain_id AS "chainId", e.seq, e.prev_hash AS "prevHash", e.hash, e.text,
  ARRAY[${Prisma.raw(repeatedColumns.join())}] AS columns, w.salt, w.words`

/** Rows read at a time: what bounds the memory, whatever the log's length. */
const pageSize = 1000

/** One chain's events page by page. */
export async function* eventsOf(db: Db, chainId: string): AsyncGenerator<StoredEvent[]> {
  for (let after = 0; ; ) {
    const page = await db.$queryRaw<StoredEvent[]>`
      SELECT ${storedColumns}
      FROM order_event e LEFT JOIN order_event_words w ON w.event_id = e.id
      WHERE e.chain_id = ${chainId}::uuid AND e.seq > ${after}
      ORDER BY e.seq
      LIMIT ${pageSize}`
    yield page
    const last = page.at(-1)
    if (!last || page.length < pageSize) return
    after = last.seq
  }
}

/** What the tree holds of an event, in hexadecimal; its index and leaf hash are null until it is sealed. */
export type StoredLeaf = { hash: string; index: number | null; leafHash: string | null }
/** An event with its leaf; null where none has its place. */
export type PlacedEvent = StoredEvent & { leaf: StoredLeaf | null }

/** Works through a connection of its own on what a transaction sees, without being able to change it. */
export async function besideTransaction<T>(
  db: Database,
  tx: Transaction,
  work: (connection: pg.Client) => Promise<T>,
): Promise<T> {
  const [exported] = await tx.$queryRaw<{ snapshot: string }[]>`SELECT pg_export_snapshot() AS snapshot`
  const connection = await connectBeside(db)
  try {
    await connection.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    await connection.query(`SET TRANSACTION SNAPSHOT ${connection.escapeLiteral(exported?.snapshot ?? '')}`)
    return await work(connection)
  } finally {
    await connection.end()
  }
}

/**
 * All events page by page, by chain and place in it. While a page is worked on, the next one is on its way. Prisma takes
 * twice as long to hand out a row, so this goes without (docs/decisions/020).
 */
export async function* allEvents(connection: pg.Client): AsyncGenerator<PlacedEvent[]> {
  await connection.query(alongIndexes)
  await connection.query(`
    DECLARE log NO SCROLL CURSOR FOR
    SELECT e.id, e.chain_id, e.seq, e.prev_hash, e.hash, e.text, w.salt, w.words,
           encode(l.hash, 'hex'), l.leaf_index, encode(l.leaf_hash, 'hex'), ${repeatedColumns.join()}
    FROM order_event e
    LEFT JOIN order_event_words w ON w.event_id = e.id
    LEFT JOIN event_leaf l ON l.event_id = e.id AND l.chain_id = e.chain_id AND l.seq = e.seq
    ORDER BY e.chain_id, e.seq`)
  const fetch = () => {
    const page = connection.query<Row>({
      text: `FETCH ${pageSize} FROM log`,
      rowMode: 'array',
      types: asText,
    })
    // Told when the page is asked for.
    page.catch(() => {})
    return page
  }
  for (let next = fetch(); ; ) {
    const { rows } = await next
    if (rows.length === 0) return
    next = fetch()
    // Checking a page leaves no room for sending anything.
    await sent()
    yield rows.map(placedEvent)
  }
}

/** Events and leaves are read side by side in the order of their indexes; no page waits for a sort of the whole log. */
const alongIndexes =
  'SET LOCAL enable_sort = off; SET LOCAL enable_hashjoin = off; SET LOCAL cursor_tuple_fraction = 1'

const asText = { getTypeParser: () => (value: string) => value }

type Row = [
  ...[id: string, chainId: string, seq: string, prevHash: string, hash: string, text: string],
  ...[salt: string | null, words: string | null],
  ...[leaf: string | null, index: string | null, leafHash: string | null],
  ...columns: (string | null)[],
]

function placedEvent(row: Row): PlacedEvent {
  const [id, chainId, seq, prevHash, hash, text, salt, words, leaf, index, leafHash] = row
  const columns = row.slice(11)
  const placed = leaf === null ? null : { hash: leaf, index: index === null ? null : Number(index), leafHash }
  return { id, chainId, seq: Number(seq), prevHash, hash, text, salt, words, columns, leaf: placed }
}
