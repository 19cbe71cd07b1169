import type { Transaction } from '~/platform/database.server'
import { Prisma } from '~/platform/prisma/client'
import { all, conditionsOn, wordsContain, wordsMayContain } from './conditions.server'
import { type Narrowed, within } from './narrow.server'

/** The newest rows that tell whether a word is frequent, and how many of them must hold it to be walked for further. */
const sample = 400
const frequent = 3
/** How far one walks for a word that looked frequent. */
const farthest = 20_000

/** Whether the filter asks for nothing but words, a period and a shop: the table of words alone answers it then. */
export function isWordsOnly(narrowed: Narrowed): boolean {
  const { filter, ownOnly, chains, requestId } = narrowed
  if (!filter.words || ownOnly || chains || requestId) return false
  return conditionsOn(narrowed).length === 0
}

/**
 * The newest events with these words (`docs/decisions/015`). A frequent word is found within the newest rows, where
 * comparing the text is the quickest; a rare one only by the index of bigrams, which for a frequent word would bring
 * up everything ever written. The planner cannot tell one from the other, so the newest rows are asked first.
 */
export async function newestWithWords(db: Transaction, narrowed: Narrowed, most: number): Promise<string[]> {
  const nearby = await walked(db, narrowed, sample, most)
  if (nearby.length >= most) return nearby
  if (nearby.length >= frequent) {
    const further = await walked(db, narrowed, farthest, most)
    if (further.length >= most) return further
  }
  return indexed(db, narrowed, most)
}

async function walked(db: Transaction, narrowed: Narrowed, rows: number, most: number): Promise<string[]> {
  return idsOf(
    await db.$queryRaw<Row[]>`
      SELECT w.event_id AS id FROM (
        SELECT w.event_id, w.folded FROM order_event_words w WHERE ${whose(narrowed)}
        ORDER BY w.event_id DESC LIMIT ${rows}
      ) AS w WHERE ${compared(narrowed)} ORDER BY w.event_id DESC LIMIT ${most}`,
  )
}

async function indexed(db: Transaction, narrowed: Narrowed, most: number): Promise<string[]> {
  const { words = '' } = narrowed.filter
  return idsOf(
    await db.$queryRaw<Row[]>`
      WITH found AS MATERIALIZED (
        SELECT w.event_id AS id FROM order_event_words w
        WHERE ${all(wordsMayContain(words, Prisma.sql`w.bigrams`))} AND ${compared(narrowed)} AND ${whose(narrowed)}
      )
      SELECT id FROM found ORDER BY id DESC LIMIT ${most}`,
  )
}

type Row = { id: string }

function idsOf(rows: Row[]): string[] {
  return rows.map(({ id }) => id)
}

function compared({ filter: { words = '' } }: Narrowed): Prisma.Sql {
  return all(wordsContain(words, Prisma.sql`w.folded`))
}

function whose({ shopId, ids }: Narrowed): Prisma.Sql {
  return all([
    ...within(ids, Prisma.sql`w.event_id`),
    ...(shopId ? [Prisma.sql`w.shop_id = ${shopId}::uuid`] : []),
  ])
}
