import type { Transaction } from '~/platform/database.server'
import { Prisma } from '~/platform/prisma/client'
import type { Narrowed } from './narrow.server'
import { fencedIds, isFenced, numberedIds, plannedIds, walkedIds } from './rows.server'
import { indexedWords, isWordsOnly, walkedWords } from './words.server'

/** A way to the newest events that match: from so many of the newest rows, and from all of them by an index. */
type Ways = {
  walked(rows: number): Prisma.Sql
  indexed: Prisma.Sql
  /** The rows that tell whether matches are frequent, and how far one walks where they are. */
  sample: number
  farthest: number
}

/** So many matches within the sample, and one walks on. */
const frequent = 3

/** The ids of the newest events that match, at most so many. */
export async function newestIds(db: Transaction, narrowed: Narrowed, most: number): Promise<string[]> {
  if (isFenced(narrowed)) return idsBy(db, fencedIds(narrowed), most)
  if (narrowed.numbered) return idsBy(db, numberedIds(narrowed), most)
  if (isWordsOnly(narrowed)) {
    return frequentOrRare(db, most, {
      walked: (rows) => walkedWords(narrowed, rows),
      indexed: indexedWords(narrowed),
      sample: 400,
      farthest: 20_000,
    })
  }
  const { words, shippingBefore, shippingAfter } = narrowed.filter
  if (!words && !shippingBefore && !shippingAfter) {
    return idsBy(db, Prisma.sql`${plannedIds(narrowed)} ORDER BY e.id DESC`, most)
  }
  return frequentOrRare(db, most, {
    walked: (rows) => walkedIds(narrowed, rows),
    indexed: plannedIds(narrowed),
    sample: 2_000,
    farthest: 20_000,
  })
}

/**
 * What is frequent is found within the newest rows; what is rare, only by an inverted index, which for what is frequent
 * would bring up everything that ever was. No statistics tell the planner one from the other: it takes anything it has
 * not met in its sample for one row in 200. So the newest rows are asked first (`docs/decisions/015`).
 */
async function frequentOrRare(db: Transaction, most: number, ways: Ways): Promise<string[]> {
  const nearby = await idsBy(db, ways.walked(ways.sample), most)
  if (nearby.length >= most) return nearby
  if (nearby.length >= frequent) {
    const further = await idsBy(db, ways.walked(ways.farthest), most)
    if (further.length >= most) return further
  }
  // All of them before the newest are chosen, or the planner would walk.
  const rare = Prisma.sql`
    WITH found (id) AS MATERIALIZED (${ways.indexed}) SELECT id FROM found ORDER BY id DESC`
  return idsBy(db, rare, most)
}

async function idsBy(db: Transaction, matching: Prisma.Sql, most: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>(Prisma.sql`${matching} LIMIT ${most}`)
  return rows.map(({ id }) => id)
}
