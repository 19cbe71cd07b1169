import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filed } from './errands'
import { anOrder, aRow, aWorld, type World } from './world'

let world: World
beforeAll(async () => {
  world = await aWorld()
  await anOrder(world.db, world.shop, 'P1')
  await filed(world.merchant, world.shop, aRow('P1'))
})
afterAll(() => world.close())

async function attempt(url: string, sql: string): Promise<string> {
  const client = new pg.Client({
    connectionString: url,
    options: url === world.appUrl ? '-c role=mitame_app' : '',
  })
  await client.connect()
  try {
    await client.query(sql)
    return 'done'
  } catch (error) {
    return error instanceof pg.DatabaseError ? (error.code ?? 'no code') : 'no database error'
  } finally {
    await client.end()
  }
}

const insufficientPrivilege = '42501'
const columns = {
  order_event: 'text',
  order_event_words: 'words',
  event_leaf: 'seq',
  checkpoint: 'note',
  tree_tile: 'index',
  signing_key: 'name',
  cosignature: 'line',
}
const changes = Object.entries(columns).flatMap(([table, column]) => [
  `UPDATE ${table} SET ${column} = ${column}`,
  `DELETE FROM ${table}`,
  `TRUNCATE ${table} CASCADE`,
])

describe('the audit log', () => {
  it.each(changes)('refuses to the app: %s', async (sql) => {
    expect(await attempt(world.appUrl, sql)).toBe(insufficientPrivilege)
  })

  it.each(changes)('refuses to its very owner: %s', async (sql) => {
    expect(await attempt(world.ownerUrl, sql)).toBe(insufficientPrivilege)
  })

  it.each(['"order"', 'correction_request', 'shop', '"user"', 'decision', 'message'])(
    'lets the app delete nothing from %s',
    async (table) => {
      expect(await attempt(world.appUrl, `DELETE FROM ${table}`)).toBe(insufficientPrivilege)
    },
  )

  it.each(['decision', 'message'])('lets the app edit nothing of %s', async (table) => {
    expect(await attempt(world.appUrl, `UPDATE ${table} SET at = now()`)).toBe(insufficientPrivilege)
  })

  it('lets the app drop neither triggers nor tables', async () => {
    expect(await attempt(world.appUrl, 'ALTER TABLE order_event DISABLE TRIGGER ALL')).toBe(
      insufficientPrivilege,
    )
    expect(await attempt(world.appUrl, 'DROP TABLE order_event CASCADE')).toBe(insufficientPrivilege)
  })

  it('takes no second event in a place, and no fork', async () => {
    const copy = (change: string) =>
      `INSERT INTO order_event SELECT (jsonb_populate_record(e, '${change}'::jsonb)).* FROM order_event e LIMIT 1`
    const uniqueViolation = '23505'
    const checkViolation = '23514'
    const id = crypto.randomUUID()
    expect(await attempt(world.appUrl, copy(JSON.stringify({ id, prev_hash: 'other' })))).toBe(
      uniqueViolation,
    )
    expect(await attempt(world.appUrl, copy(JSON.stringify({ id, seq: 99 })))).toBe(checkViolation)
    const another = { id, chain_id: crypto.randomUUID(), hash: 'f'.repeat(64) }
    expect(await attempt(world.appUrl, copy(JSON.stringify(another)))).toBe(checkViolation)
  })
})
