import pg from 'pg'
import type { Database } from '~/platform/database.server'
import { createUser } from '~/staff/create-user.server'
import type { Actor } from '~/staff/desk.server'
import { aShop } from '../orders/world'

/** Where there are few requests, so many are open: enough that each list fills a page. */
const leastOpen = 500

/**
 * Puts so many orders there, with a delivery and a request each, by one statement for each table: for look-ups whose
 * cost and plan depend on how much there is. No order has events, so nothing may be verified afterwards.
 */
export async function manyRows(db: Database, ownerUrl: string, count: number) {
  const shops = []
  for (let n = 1; n <= 5; n += 1) shops.push(await aShop(db, `many-${n}`))
  const [agent, ...agents] = [await anAgent(db, 1), await anAgent(db, 2), await anAgent(db, 3)]
  const people = [agent.id, ...agents.map(({ id }) => id)]
  const owner = new pg.Client(ownerUrl)
  await owner.connect()
  try {
    // What refers to what is made right here: without looking each row up it takes half the time.
    await owner.query('SET session_replication_role = replica')
    for (const statement of statements(Math.max(leastOpen, Math.floor(count / 50)))) {
      await owner.query(statement.text, statement.values({ count, shops, people }))
    }
    await owner.query('VACUUM ANALYZE "order", delivery, correction_request, shop, "user"')
  } finally {
    await owner.end()
  }
  return { agent, other: agents[0] ?? agent, shop: 'many-1', number: numberAt }
}

type Given = { count: number; shops: string[]; people: string[] }

/** The number of an order by its place; the newest is at 1. */
const numberAt = (place: number) => `P2511200101${String(place).padStart(8, '0')}`

async function anAgent(db: Database, n: number): Promise<Actor> {
  const role = 'agent' as const
  const [name, email] = [`agent ${n}`, `many-${n}@mitame.test`]
  const id = await createUser(db, { email, name, role, password: 'a password for benchmarks', shopId: null })
  return { id, name, email, role, shopId: null }
}

function statements(open: number) {
  return [
    {
      text: `
        INSERT INTO "order" (id, shop_id, number, number_as_received, ordered_at, payment_status, amount, updated_at)
        SELECT uuidv7(-n * (interval '300 days' / $1::int)), ($2::uuid[])[1 + n % 5], 'P2511200101' || lpad(n::text, 8, '0'), n::text,
          now() - n * (interval '300 days' / $1::int), (enum_range(NULL::payment_status))[1 + n % 6],
          1000 + n % 5000, now()
        FROM generate_series($1::int, 1, -1) AS n`,
      values: ({ count, shops }: Given) => [count, shops],
    },
    {
      text: `
        INSERT INTO delivery (id, order_id, index, status)
        SELECT uuidv7(ordered_at - now()), id, 0, (enum_range(NULL::shipping_status))[1 + amount % 6]
        FROM "order" ORDER BY ordered_at`,
      values: () => [],
    },
    {
      text: `
        INSERT INTO correction_request (id, reference, batch_id, shop_id, order_id, number_as_typed, number,
          number_match, payment_wish, shipping_wish, claim, filed_by_id, filed_at, due_at, order_version,
          state, verdict, assignee_id, decided_at)
        SELECT uuidv7(ordered_at - now()), 'MT-2026-' || n, gen_random_uuid(), shop_id, id, number, number,
          'exact', 'cancelled', 'cancelled', 'cancelled', ($2::uuid[])[1], ordered_at, ordered_at + interval '1 day', 1,
          CASE WHEN n <= ${open} THEN (enum_range(NULL::request_state))[1 + n % 4]
            ELSE (enum_range(NULL::request_state))[5 + n % 3] END,
          (enum_range(NULL::verdict))[1 + n % 3], ($2::uuid[])[1 + n / 4 % 3],
          CASE WHEN n > ${open} THEN ordered_at + interval '3 hours' END
        FROM (SELECT *, row_number() OVER (ORDER BY ordered_at DESC)::int AS n FROM "order" LIMIT $1::int) AS placed
        ORDER BY n DESC`,
      values: ({ count, people }: Given) => [count, people],
    },
  ]
}
