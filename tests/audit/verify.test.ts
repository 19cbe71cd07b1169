import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Fault } from '~/audit/faults'
import { verifyLog, verifyOrder } from '~/audit/verify.server'
import { claim } from '~/corrections/claim.server'
import { ask } from '~/corrections/message.server'
import { approved, filed } from './errands'
import { anOrder, aRow, aWorld, type World } from './world'

let world: World
let owner: pg.Client
const number = 'P251104000311888021'
let orderId: string
let reference: string
let unmatched: string

beforeAll(async () => {
  world = await aWorld()
  owner = new pg.Client(world.ownerUrl)
  await owner.connect()
  orderId = await anOrder(world.db, world.shop, number)
  const quietId = await anOrder(world.db, world.shop, 'P2')
  reference = await filed(world.merchant, world.shop, aRow(number))
  unmatched = await filed(world.merchant, world.shop, aRow('P-UNKNOWN'))
  await ask(world.agent, unmatched, '注文番号をご確認ください')
  await approved(world.agent, unmatched)
  await approved(world.agent, reference)
  await claim(world.agent, reference)
  expect(quietId).not.toBe(orderId)
})
afterAll(async () => {
  await owner.end()
  await world.close()
})

async function faults(): Promise<Fault[]> {
  const found: Fault[] = []
  await verifyLog(world.db, (fault) => found.push(fault))
  return found
}

describe('a log that nobody touched', () => {
  it('has no fault, with refused acts and a request that no order matches', async () => {
    const found: Fault[] = []
    const verified = await verifyLog(world.db, (fault) => found.push(fault))
    expect(found).toEqual([])
    expect(verified).toEqual({ events: 11, chains: 3, leaves: 0, erased: 0, archived: 0 })
    const refused = await world.db.orderEvent.count({ where: { outcome: 'refused' } })
    expect(refused).toBe(3)
  })

  it('reports progress and takes nothing but reading', async () => {
    const seen: number[] = []
    await verifyLog(
      world.db,
      () => {},
      ({ events }) => seen.push(events),
    )
    expect(seen).toEqual([11])
  })

  it('is whole for one order too', async () => {
    expect(await verifyOrder(world.db, orderId)).toEqual({ events: 6, faults: [] })
  })
})

describe('a log that somebody rewrote behind the triggers', () => {
  const chain = () => ({ chain: orderId, owner: 'order', order: number, shop: 'hananoya' })

  const tables = [
    'order_event',
    'event_leaf',
    'order_event_words',
    'order',
    'delivery',
    'correction_request',
    'shop',
  ]
  beforeAll(async () => {
    await owner.query('SET session_replication_role = replica')
    for (const table of tables) await owner.query(`CREATE TEMP TABLE "good_${table}" AS TABLE "${table}"`)
  })
  afterEach(async () => {
    for (const table of tables) {
      await owner.query(`DELETE FROM public."${table}"`)
      await owner.query(`INSERT INTO public."${table}" SELECT * FROM "good_${table}"`)
    }
  })

  async function tamper(...statements: string[]) {
    for (const sql of statements) expect((await owner.query(sql)).rowCount).toBeGreaterThan(0)
  }

  it('names an event whose text was edited', async () => {
    await tamper(`UPDATE order_event SET text = replace(text, '"captured"', '"cancelled"')
                  WHERE chain_id = '${orderId}' AND seq = 1`)
    expect(await faults()).toEqual([{ ...chain(), kind: 'edited', seq: 1 }])
  })

  it('names a status beside the edited event that had led to another', async () => {
    await tamper(
      `UPDATE order_event SET text = replace(text, '"cancelled"', '"failed"')
       WHERE chain_id = '${orderId}' AND seq = 4`,
      `UPDATE "order" SET payment_status = 'failed' WHERE id = '${orderId}'`,
    )
    expect(await faults()).toMatchObject([
      { kind: 'edited', seq: 4 },
      { kind: 'status', seq: null, recorded: { payment: 'cancelled' }, found: { payment: 'failed' } },
    ])
  })

  it('names an event whose hash was edited, once', async () => {
    await tamper(`UPDATE order_event SET hash = repeat('a', 64) WHERE chain_id = '${orderId}' AND seq = 2`)
    expect(await faults()).toEqual([{ ...chain(), kind: 'edited', seq: 2 }])
  })

  it('names an event that was edited and hashed anew', async () => {
    await tamper(`UPDATE order_event SET text = t, hash = encode(sha256(convert_to(t, 'UTF8')), 'hex')
      FROM (SELECT id AS i, replace(text, '"web"', '"cli"') AS t FROM order_event) AS edited
      WHERE i = id AND chain_id = '${orderId}' AND seq = 3`)
    expect(await faults()).toEqual([{ ...chain(), kind: 'unlinked', seq: 4 }])
  })

  it('names an event that is no event', async () => {
    await tamper(`UPDATE order_event SET text = '{}', hash = encode(sha256('{}'), 'hex')
                  WHERE chain_id = '${orderId}' AND seq = 3`)
    expect(await faults()).toEqual([
      { ...chain(), kind: 'unreadable', seq: 3 },
      { ...chain(), kind: 'unlinked', seq: 4 },
    ])
  })

  it('names the columns that say something else than the text', async () => {
    await tamper(`UPDATE order_event SET actor_id = '${world.lead.actor.id}', at = at - interval '1 day'
                  WHERE chain_id = '${orderId}' AND seq = 3`)
    expect(await faults()).toEqual([{ ...chain(), kind: 'columns', seq: 3, columns: ['actor_id', 'at'] }])
  })

  it('names an event that is missing from the middle', async () => {
    await tamper(`DELETE FROM order_event WHERE chain_id = '${orderId}' AND seq = 2`)
    expect(await faults()).toEqual([{ ...chain(), kind: 'missing', seq: 2, until: 2 }])
  })

  it('names events that changed places', async () => {
    const move = (from: number, to: number) =>
      `UPDATE order_event SET seq = ${to} WHERE chain_id = '${orderId}' AND seq = ${from}`
    await tamper(move(2, -2), move(3, 2), move(-2, 3))
    expect(await faults()).toEqual([
      { ...chain(), kind: 'unlinked', seq: 2 },
      { ...chain(), kind: 'columns', seq: 2, columns: ['seq'] },
      { ...chain(), kind: 'unlinked', seq: 3 },
      { ...chain(), kind: 'columns', seq: 3, columns: ['seq'] },
      { ...chain(), kind: 'unlinked', seq: 4 },
    ])
  })

  it('names a tail that was cut off', async () => {
    await tamper(`DELETE FROM order_event WHERE chain_id = '${orderId}' AND seq = 6`)
    expect(await faults()).toEqual([{ ...chain(), kind: 'cut_off', seq: 6, until: 6 }])
  })

  it('names a whole chain that is gone', async () => {
    await tamper(`DELETE FROM order_event WHERE chain_id = '${orderId}'`)
    const shown = { payment: 'cancelled', deliveries: ['cancelled'] }
    expect(await faults()).toEqual([
      { ...chain(), kind: 'cut_off', seq: 1, until: 6 },
      { ...chain(), kind: 'status', seq: null, recorded: null, found: shown },
      { ...chain(), kind: 'state', seq: null, reference, recorded: null, found: 'applied' },
    ])
    expect((await verifyOrder(world.db, orderId)).faults).toHaveLength(3)
  })

  it('names a head that is not the last event', async () => {
    await tamper(`UPDATE "order" SET event_hash = repeat('b', 64) WHERE id = '${orderId}'`)
    expect(await faults()).toEqual([{ ...chain(), kind: 'head', seq: 6 }])
  })

  it('names an event that was slipped in without the head', async () => {
    await tamper(`UPDATE "order" SET event_seq = 5 WHERE id = '${orderId}'`)
    expect(await faults()).toEqual([{ ...chain(), kind: 'head', seq: 6 }])
  })

  it('names a chain whose order is gone', async () => {
    await tamper(`DELETE FROM "order" WHERE number = 'P2'`)
    expect(await faults()).toMatchObject([{ kind: 'no_owner', seq: 1, owner: 'unknown' }])
  })

  it('names words that were edited, and words that are gone without an event', async () => {
    await tamper(`UPDATE order_event_words SET words = 'まちがい' FROM order_event e
                  WHERE e.id = event_id AND e.chain_id = '${orderId}' AND e.seq = 2`)
    expect(await faults()).toEqual([{ ...chain(), kind: 'words', seq: 2 }])
    await owner.query('DELETE FROM order_event_words')
    const gone = { kind: 'words_missing', seq: expect.any(Number) }
    expect(await faults()).toMatchObject([gone, gone])
  })

  it('names a payment status that no event led to', async () => {
    await tamper(`UPDATE "order" SET payment_status = 'captured' WHERE id = '${orderId}'`)
    expect(await faults()).toEqual([
      {
        ...chain(),
        kind: 'status',
        seq: null,
        recorded: { payment: 'cancelled', deliveries: ['cancelled'] },
        found: { payment: 'captured', deliveries: ['cancelled'] },
      },
    ])
  })

  it('names a delivery status that no event led to', async () => {
    await tamper(`UPDATE delivery SET status = 'returned' WHERE order_id = '${orderId}'`)
    expect(await faults()).toMatchObject([{ kind: 'status', found: { deliveries: ['returned'] } }])
  })

  it('still names it after another act has built upon it', async () => {
    await tamper(`UPDATE "order" SET payment_status = 'captured' WHERE id = '${orderId}'`)
    await approved(world.agent, await filed(world.merchant, world.shop, aRow(number)))
    expect(await faults()).toMatchObject([
      { kind: 'status', seq: 9, recorded: { payment: 'cancelled' }, found: { payment: 'captured' } },
    ])
  })

  it('names a request whose state no event led to, matched or not', async () => {
    await tamper(`UPDATE correction_request SET state = 'submitted'`)
    expect(await faults()).toEqual([
      { ...chain(), kind: 'state', seq: null, reference, recorded: 'applied', found: 'submitted' },
      {
        chain: expect.any(String),
        owner: 'request',
        request: unmatched,
        shop: 'hananoya',
        kind: 'state',
        seq: null,
        reference: unmatched,
        recorded: 'in_review',
        found: 'submitted',
      },
    ])
  })

  it('still names that after another act has built upon it', async () => {
    await tamper(`UPDATE correction_request SET state = 'submitted' WHERE reference = '${reference}'`)
    await claim(world.agent, reference)
    expect(await faults()).toMatchObject([{ kind: 'state', seq: 7, recorded: 'applied', found: 'submitted' }])
  })

  it('names a fault on the chain of an unmatched request', async () => {
    await tamper(`DELETE FROM order_event WHERE order_id IS NULL AND seq = 1`)
    expect(await faults()).toMatchObject([
      { kind: 'missing', owner: 'request', request: unmatched, seq: 1, until: 1 },
    ])
  })
})
