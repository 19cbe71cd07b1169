import { orderHistory } from '~/audit/history.server'
import type { AuditFilter } from '~/audit/search/filter'
import { searchEvents } from '~/audit/search/search.server'
import { frequentWord, rareWord } from '~/cli/dev/history/words'
import { addDays, tokyoDay } from '~/platform/tokyo'
import type { Desk } from '~/staff/desk.server'
import type { Log } from '../log'
import { against, type Duration, type Row } from '../measure'

/** What somebody waits for, as the product reads it. Each is also asked for its plans. */
export type Read = { name: string; read(nth: number): Promise<void>; floor(nth: number): Promise<void> }

const pageSize = 50

const order = `
  SELECT o.id, o.number, o.amount, o.event_seq, o.event_hash, s.code, s.name
  FROM "order" o JOIN shop s ON s.id = o.shop_id WHERE o.number = $1 ORDER BY s.code LIMIT 100`
const history = `
  SELECT e.id, e.seq, e.at, e.text, u.name, w.words
  FROM order_event e LEFT JOIN "user" u ON u.id = e.actor_id LEFT JOIN order_event_words w ON w.event_id = e.id
  WHERE e.chain_id = $1 ORDER BY e.seq DESC LIMIT 101`
const entry = `
  SELECT e.id, e.seq, e.at, e.text, u.name, s.code, s.name, o.number, w.words
  FROM matching m JOIN order_event e ON e.id = m.id LEFT JOIN "user" u ON u.id = e.actor_id
    LEFT JOIN shop s ON s.id = e.shop_id LEFT JOIN "order" o ON o.id = e.order_id
    LEFT JOIN order_event_words w ON w.event_id = e.id
  ORDER BY e.id DESC`
const limit = pageSize + 1
const filtered = `
  WITH matching AS MATERIALIZED (
    SELECT e.id FROM order_event e
    WHERE e.payment_before IS DISTINCT FROM e.payment_after AND e.payment_before = 'captured'
      AND e.payment_after = 'cancelled' AND e.amount >= 100000 AND e.id >= uuid_floor($1)
    ORDER BY e.id DESC LIMIT ${limit}) ${entry}`
const ofShop = `
  WITH matching AS MATERIALIZED (
    SELECT e.id FROM order_event e WHERE e.shop_id = $1 AND e.outcome = 'refused'
    ORDER BY e.id DESC LIMIT ${limit}) ${entry}`
const withRare = `
  WITH found AS MATERIALIZED (
    SELECT event_id AS id FROM order_event_words WHERE bigrams @> bigrams($1) AND strpos(folded, $1) > 0),
  matching AS (SELECT id FROM found ORDER BY id DESC LIMIT ${limit}) ${entry}`
const withFrequent = `
  WITH matching AS MATERIALIZED (
    SELECT event_id AS id FROM order_event_words WHERE strpos(folded, $1) > 0
    ORDER BY event_id DESC LIMIT ${limit}) ${entry}`

export async function readsOf(log: Log): Promise<Read[]> {
  const { db, pool } = log
  const auditor = await log.desk('auditor')
  const merchant = await log.desk('merchant')
  const orders = await db.$queryRaw<
    { number: string }[]
  >`SELECT number FROM "order" ORDER BY random() LIMIT 2000`
  const numberAt = (nth: number) => orders[nth % orders.length]?.number ?? ''
  const bare = async (name: string, text: string, values: unknown[]) => {
    const { rows } = await pool.query({ name, text, values })
    return rows
  }
  const since = addDays(tokyoDay(new Date()), -31)
  const moved = {
    paymentBefore: 'captured',
    paymentAfter: 'cancelled',
    amountFrom: 100_000,
    from: since,
  } as const
  return [
    {
      name: "an order's history",
      async read(nth) {
        const found = await orderHistory(auditor, numberAt(nth))
        if (found?.kind !== 'history' || found.events.length === 0) throw new Error('no history')
      },
      async floor(nth) {
        const [found] = await bare('order', order, [numberAt(nth)])
        const rows = await bare('history', history, [found?.id])
        if (rows.length === 0) throw new Error('no history')
      },
    },
    page('a filtered page', auditor, moved, () =>
      bare('filtered', filtered, [new Date(`${since}T00:00:00+09:00`)]),
    ),
    page("a filtered page, a shop's", merchant, { outcome: 'refused' }, () =>
      bare('of shop', ofShop, [merchant.actor.shopId]),
    ),
    page('a rare word', auditor, { words: rareWord }, () => bare('rare', withRare, [rareWord])),
    page('a frequent word', auditor, { words: frequentWord }, () =>
      bare('frequent', withFrequent, [frequentWord]),
    ),
  ]
}

function page(name: string, desk: Desk, filter: AuditFilter, floor: () => Promise<unknown[]>): Read {
  return {
    name,
    async read() {
      const found = await searchEvents(desk, filter, { size: pageSize })
      if (!found.ended) throw new Error(`${name} took too long`)
    },
    async floor() {
      await floor()
    },
  }
}

export async function measureReads(reads: Read[], duration: Duration): Promise<Row[]> {
  const rows: Row[] = []
  let nth = 0
  for (const { name, read, floor } of reads) {
    rows.push(
      await against(
        name,
        () => read(nth++),
        () => floor(nth++),
        duration,
      ),
    )
  }
  return rows
}
