import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '~/platform/database.server'
import { statementNames } from '~/platform/statements.server'
import { testDatabase } from '../database'

const asked = (sql: string, args: unknown[] = [1]) => ({ sql, args })

describe('names', () => {
  test('a text gets its name when it has come a few times, and keeps it', () => {
    const nameOf = statementNames({ often: 3 })
    const names = Array.from({ length: 4 }, () => nameOf(asked('SELECT $1')))
    expect(names).toEqual(['', '', 'mitame_1', 'mitame_1'])
    expect(nameOf(asked('SELECT $1::int'))).toBe('')
  })

  test('two texts have two names', () => {
    const nameOf = statementNames({ often: 1 })
    expect(nameOf(asked('SELECT $1'))).not.toBe(nameOf(asked('SELECT $1::int')))
  })

  test('no more texts get one than may', () => {
    const nameOf = statementNames({ often: 1, named: 2 })
    expect(['a', 'b', 'c', 'a', 'c'].map((sql) => nameOf(asked(sql)))).toEqual([
      'mitame_1',
      'mitame_2',
      '',
      'mitame_1',
      '',
    ])
  })

  test('of texts that come once, no more are remembered than may', () => {
    const nameOf = statementNames({ often: 2, remembered: 2 })
    for (const sql of ['a', 'b', 'c']) nameOf(asked(sql))
    expect(nameOf(asked('a'))).toBe('')
    expect(nameOf(asked('c'))).toBe('mitame_1')
  })

  test('without values there is nothing to prepare', () => {
    expect(statementNames({ often: 1 })(asked('BEGIN', []))).toBe('')
  })
})

describe('on a connection', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>
  beforeAll(async () => {
    database = await testDatabase()
  })
  afterAll(() => database.close())

  test('a statement is prepared once, and sees what came to its tables since', async () => {
    const db = openDatabase(database.appUrl, 1)
    const chainId = '019aa6c0-0000-7000-8000-000000000001'
    const id = '01ae0000-0000-7000-8000-000000000001'
    const read = () => db.orderEvent.findMany({ where: { chainId }, select: { id: true } })
    for (let time = 0; time < 10; time += 1) expect(await read()).toEqual([])
    const prepared = await db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pg_prepared_statements WHERE statement LIKE '%order_event%'`
    expect(prepared).toEqual([{ count: 1 }])
    // The month of that id, which nobody had made yet.
    await db.$queryRaw`SELECT 1 FROM (SELECT make_event_months('2028-07-01', '2028-07-31')) AS made`
    await database.db.$executeRaw`
      INSERT INTO order_event (id, chain_id, seq, prev_hash, hash, text, action, outcome, actor_role, at)
      VALUES (${id}::uuid, ${chainId}::uuid, 1, repeat('0', 64), encode(sha256('text'), 'hex'), 'text', 'order.received',
        'done', 'system', now())`
    expect(await read()).toEqual([{ id }])
    const [{ month } = {}] = await db.$queryRaw<{ month: string }[]>`
      SELECT tableoid::regclass::text AS month FROM order_event`
    expect(month).toBe('order_event_2028_07')
    await db.$disconnect()
  })
})
