import { Prisma } from '~/platform/prisma/client'
import { all, conditionsOn, wordsContain, wordsMayContain } from './conditions.server'
import { type Narrowed, within } from './narrow.server'
import { isFenced } from './rows.server'

/** Whether the filter asks for nothing but words, a period and a shop: the table of words alone answers it then. */
export function isWordsOnly(narrowed: Narrowed): boolean {
  if (!narrowed.filter.words || isFenced(narrowed)) return false
  return conditionsOn(narrowed).length === 0
}

/** The events with these words among so many of the newest that have any; comparing the text is the quickest there. */
export function walkedWords(narrowed: Narrowed, rows: number): Prisma.Sql {
  return Prisma.sql`
    SELECT w.event_id AS id FROM (
      SELECT w.event_id, w.folded FROM order_event_words w WHERE ${all([...period(narrowed), ...shop(narrowed)])}
      ORDER BY w.event_id DESC LIMIT ${rows}
    ) AS w WHERE ${all(compared(narrowed))} ORDER BY w.event_id DESC`
}

/** The events with these words by the index of bigrams, in no order; a shop's are picked out of what it finds. */
export function indexedWords(narrowed: Narrowed): Prisma.Sql {
  return Prisma.sql`
    SELECT w.event_id AS id FROM (
      SELECT w.event_id, w.shop_id FROM order_event_words w
      WHERE ${all([...mayHave(narrowed), ...compared(narrowed), ...period(narrowed)])} OFFSET 0
    ) AS w WHERE ${all(shop(narrowed))}`
}

function compared({ filter: { words = '' } }: Narrowed): Prisma.Sql[] {
  return wordsContain(words, Prisma.sql`w.folded`)
}

function mayHave({ filter: { words = '' } }: Narrowed): Prisma.Sql[] {
  return wordsMayContain(words, Prisma.sql`w.bigrams`)
}

function shop({ shopId }: Narrowed): Prisma.Sql[] {
  return shopId ? [Prisma.sql`w.shop_id = ${shopId}::uuid`] : []
}

function period({ ids }: Narrowed): Prisma.Sql[] {
  return within(ids, Prisma.sql`w.event_id`)
}
