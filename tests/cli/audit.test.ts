import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditVerify } from '~/cli/audit'
import { filed } from '../audit/errands'
import { anOrder, aRow, aWorld, type World } from '../audit/world'

/** So that nothing has waited too long for its seal. */
const beforeAnything = new Date('2026-11-24T00:00:00.000Z')
let world: World
beforeAll(async () => {
  world = await aWorld()
  await anOrder(world.db, world.shop, 'P1')
  await filed(world.merchant, world.shop, aRow('P1'))
})
afterAll(() => world.close())

async function verify(line: string[], watched = false) {
  const written = { out: '', err: '' }
  const code = await auditVerify(line, {
    env: {},
    out(text) {
      written.out += text
    },
    err(text) {
      written.err += text
    },
    input: async () => '',
    watched,
    withDatabase: (_env, work) => work(world.db),
    trust: async () => ({ secret: 'the secret of the desk under test', now: beforeAnything, kept: null }),
  })
  return { code, ...written }
}

async function asOwner(sql: string) {
  const owner = new pg.Client(world.ownerUrl)
  await owner.connect()
  await owner.query('SET session_replication_role = replica')
  await owner.query(sql)
  await owner.end()
}

describe('mitame audit verify', () => {
  it('says that all is well, for people and for programs', async () => {
    const said = await verify([])
    expect(said).toMatchObject({ code: 0, err: '' })
    expect(said.out).toContain('改ざんは見つかりませんでした。 記録 2件、連鎖 1本、封印 0件を検証しました。')
    const { code, out } = await verify(['--json'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual({
      faults: [],
      events: 2,
      chains: 1,
      leaves: 0,
      erased: 0,
      archived: 0,
    })
  })

  it('shows how far it is where somebody watches, and nowhere else', async () => {
    expect((await verify([], true)).err).toContain('events 2')
  })

  it('names each fault and ends with 1', async () => {
    await asOwner(`UPDATE "order" SET payment_status = 'failed'`)
    await asOwner(`UPDATE correction_request SET state = 'applied'`)
    const said = await verify([])
    expect(said.code).toBe(1)
    expect(said.out).toContain('注文 / order P1 (hananoya)')
    expect(said.out).toContain('記録では 決済完了・配送完了、実際は 決済失敗・配送完了 です')
    expect(said.out).toContain('recorded Submitted, found Applied')
    const { code, out } = await verify(['--json'])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      events: 2,
      faults: [
        { kind: 'status', order: 'P1', shop: 'hananoya', seq: null },
        { kind: 'state', order: 'P1', seq: null },
      ],
    })
  })
})
