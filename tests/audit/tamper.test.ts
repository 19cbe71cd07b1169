import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { latestCheckpoint } from '~/audit/seal/checkpoints.server'
import { seal } from '~/audit/seal/sealer.server'
import { canonical, sha256 } from '~/audit/text.server'
import { type TreeTrust, verifyLog } from '~/audit/verify.server'
import { claim } from '~/corrections/claim.server'
import { askKuroneko } from '~/orders/evidence.server'
import { approved, filed } from './errands'
import { secret } from './seal/world'
import { anOrder, aRow, aWorld, type World } from './world'

/**
 * Somebody with full control of the database changes one thing after another; verification names each by its kind and
 * place. Every change begins from the same good log and is taken back afterwards.
 */

let world: World
let owner: pg.Client
let orderId: string
let kept: string
const time = { now: new Date('2026-11-24T00:00:00.000Z') }
const sealing = () => ({ db: world.db, clock: world.clock, secret, origin: null })

const tables = [
  ...['order_event', 'order_event_words', 'event_leaf', 'tree_tile', 'checkpoint', 'signing_key', 'evidence'],
  ...['decision', 'order', 'delivery', 'correction_request', 'shop', 'desk_settings'],
]

beforeAll(async () => {
  world = await aWorld()
  orderId = await anOrder(world.db, world.shop, 'P1')
  await askKuroneko(world.merchant, orderId)
  await approved(world.agent, await filed(world.merchant, world.shop, aRow('P1')))
  const other = await anOrder(world.db, world.shop, 'P2')
  const reference = await filed(world.merchant, world.shop, aRow('P2'))
  await claim(world.agent, reference)
  // More leaves than a tile holds.
  for (let n = 0; n < 260; n += 1) await anOrder(world.db, world.otherShop, `L${n}`, {}, null)
  await seal(sealing())
  kept = (await latestCheckpoint(world.db))?.note ?? ''
  await askKuroneko(world.merchant, other)
  await seal(sealing())
  owner = new pg.Client(world.ownerUrl)
  await owner.connect()
  await owner.query('SET session_replication_role = replica')
  for (const table of tables) await owner.query(`CREATE TEMP TABLE "good_${table}" AS TABLE "${table}"`)
}, 60_000)
afterAll(async () => {
  await owner.end()
  await world.close()
})
beforeEach(async () => {
  for (const table of tables) {
    await owner.query(`DELETE FROM public."${table}"`)
    await owner.query(`INSERT INTO public."${table}" SELECT * FROM "good_${table}"`)
  }
})

async function found(trust: Partial<TreeTrust> = {}): Promise<string[]> {
  const kinds: string[] = []
  await verifyLog(
    world.db,
    (fault) => {
      const place =
        fault.owner === 'order' ? ` ${fault.order}` : fault.owner === 'tree' ? '' : ` (${fault.owner})`
      const seq = 'seq' in fault && fault.seq !== null ? `#${fault.seq}` : ''
      const why = 'why' in fault ? ` ${fault.why}` : ''
      kinds.push(`${fault.kind}${place}${seq}${why}`)
    },
    () => {},
    { secret, now: time.now, kept, ...trust },
  )
  return kinds.sort()
}

async function sql(statement: string): Promise<void> {
  expect((await owner.query(statement)).rowCount, statement).toBeGreaterThan(0)
}

const p1 = () => `chain_id = '${orderId}'`
/** The events of P1: received, inquired, drift found, filed, claimed, corrected, approved, drift closed. */
const cases: [change: string, statements: () => string[], faults: string[]][] = [
  ['nothing', () => [], []],
  // order_event
  [
    'an event’s text',
    () => [`UPDATE order_event SET text = replace(text, 'agent', 'lead') WHERE ${p1()} AND seq = 5`],
    ['edited P1#5'],
  ],
  [
    'an event’s hash',
    () => [`UPDATE order_event SET hash = repeat('a', 64) WHERE ${p1()} AND seq = 4`],
    ['edited P1#4'],
  ],
  [
    'an event’s link',
    () => [`UPDATE order_event SET prev_hash = repeat('a', 64) WHERE ${p1()} AND seq = 4`],
    ['columns P1#4', 'unlinked P1#4'],
  ],
  [
    'the last event and its head',
    () => [
      `DELETE FROM order_event WHERE ${p1()} AND seq = 8`,
      `UPDATE "order" SET event_seq = 7, event_hash = (SELECT hash FROM order_event WHERE ${p1()} AND seq = 7) WHERE id = '${orderId}'`,
      `UPDATE correction_request SET state = 'applied' WHERE order_id = '${orderId}'`,
    ],
    ['missing P1#8'],
  ],
  ['the last event', () => [`DELETE FROM order_event WHERE ${p1()} AND seq = 8`], ['cut_off P1#8']],
  ['an event in the middle', () => [`DELETE FROM order_event WHERE ${p1()} AND seq = 3`], ['missing P1#3']],
  [
    'an event with its place',
    () => [
      `DELETE FROM order_event WHERE ${p1()} AND seq = 3`,
      `DELETE FROM event_leaf WHERE ${p1()} AND seq = 3`,
    ],
    ['leaf_gap', 'missing P1#3'],
  ],
  [
    'two events’ places',
    () => [`UPDATE order_event SET seq = CASE seq WHEN 3 THEN 4 ELSE 3 END WHERE ${p1()} AND seq IN (3, 4)`],
    [
      'columns P1#3',
      'columns P1#4',
      'missing P1#3',
      'missing P1#4',
      'unlinked P1#3',
      'unlinked P1#4',
      'unlinked P1#5',
      'unplaced P1#3',
      'unplaced P1#4',
    ],
  ],
  [
    'an order’s whole chain',
    () => [
      `DELETE FROM order_event WHERE ${p1()}`,
      `DELETE FROM delivery WHERE order_id = '${orderId}'`,
      `DELETE FROM decision`,
      `DELETE FROM correction_request WHERE order_id = '${orderId}'`,
      `DELETE FROM evidence WHERE order_id = '${orderId}'`,
      `DELETE FROM "order" WHERE id = '${orderId}'`,
    ],
    [
      'missing (unknown)#1',
      'missing (unknown)#2',
      'missing (unknown)#3',
      'missing (unknown)#4',
      'missing (unknown)#5',
      'missing (unknown)#6',
      'missing (unknown)#7',
      'missing (unknown)#8',
    ],
  ],
  ...['shop_id', 'actor_id', 'request_id'].map((column): [string, () => string[], string[]] => [
    `the column ${column}`,
    () => [`UPDATE order_event SET ${column} = NULL WHERE ${p1()} AND seq = 4`],
    ['columns P1#4'],
  ]),
  ...[
    `action = 'correction.noted'`,
    `outcome = 'refused'`,
    `actor_role = 'lead'`,
    'amount = 1',
    `at = now()`,
    `payment_before = 'failed'`,
    `shipping_after = '{returned}'`,
    `evidence_outcome = 'unknown'`,
  ].map((set): [string, () => string[], string[]] => [
    `the column ${set}`,
    () => [`UPDATE order_event SET ${set} WHERE ${p1()} AND seq = 3`],
    ['columns P1#3'],
  ]),
  // What people wrote
  [
    'words',
    () => [
      `UPDATE order_event_words SET words = 'x' WHERE event_id = (SELECT id FROM order_event WHERE ${p1()} AND seq = 4)`,
    ],
    ['words P1#4'],
  ],
  [
    'words, gone',
    () => [
      `DELETE FROM order_event_words WHERE event_id = (SELECT id FROM order_event WHERE ${p1()} AND seq = 4)`,
    ],
    ['words_missing P1#4'],
  ],
  // What is shown
  [
    'an order’s payment status',
    () => [`UPDATE "order" SET payment_status = 'captured' WHERE id = '${orderId}'`],
    ['status P1'],
  ],
  [
    'a delivery’s status',
    () => [`UPDATE delivery SET status = 'shipped' WHERE order_id = '${orderId}'`],
    ['status P1'],
  ],
  ['an order’s amount', () => [`UPDATE "order" SET amount = 1 WHERE id = '${orderId}'`], ['order P1']],
  ['an order’s number', () => [`UPDATE "order" SET number = 'P9' WHERE id = '${orderId}'`], ['order P9']],
  [
    'an order’s head',
    () => [`UPDATE "order" SET event_hash = repeat('a', 64) WHERE id = '${orderId}'`],
    ['head P1#8'],
  ],
  [
    'a request’s state',
    () => [`UPDATE correction_request SET state = 'rejected' WHERE order_id = '${orderId}'`],
    ['state P1'],
  ],
  [
    'Kuroneko’s answer',
    () => [`UPDATE evidence SET status_info = 31 WHERE order_id = '${orderId}' AND raw IS NOT NULL`],
    ['evidence P1#2'],
  ],
  [
    'Kuroneko’s raw answer',
    () => [
      `UPDATE evidence SET raw = replace(raw, '40', '31') WHERE order_id = '${orderId}' AND raw IS NOT NULL`,
    ],
    ['evidence P1#2'],
  ],
  [
    'what was decided on',
    () => [`UPDATE decision SET content = replace(content, 'captured', 'authorized')`],
    ['decision P1'],
  ],
  // The seal
  [
    'a leaf',
    () => [`UPDATE event_leaf SET leaf_hash = sha256('x') WHERE ${p1()} AND seq = 4`],
    ['checkpoint root', 'checkpoint root', 'kept root', 'sealed_otherwise P1#4'],
  ],
  [
    'a leaf’s event',
    () => [`UPDATE event_leaf SET event_id = uuidv7() WHERE ${p1()} AND seq = 4`],
    ['missing P1#4', 'unplaced P1#4'],
  ],
  [
    'two leaves',
    () => [
      `UPDATE event_leaf SET leaf_index = -1 - leaf_index WHERE leaf_index IN (2, 3)`,
      `UPDATE event_leaf SET leaf_index = CASE leaf_index WHEN -3 THEN 3 ELSE 2 END WHERE leaf_index < 0`,
    ],
    ['checkpoint root', 'checkpoint root', 'kept root', 'tile'],
  ],
  ['a tile', () => [`UPDATE tree_tile SET root = sha256('x')`], ['tile']],
  ['all tiles', () => ['DELETE FROM tree_tile'], ['tile']],
  [
    'a checkpoint’s root',
    () => [`UPDATE checkpoint SET root = sha256('x') WHERE size = (SELECT max(size) FROM checkpoint)`],
    ['checkpoint text'],
  ],
  [
    'a checkpoint’s note',
    () => [
      `UPDATE checkpoint SET note = replace(note, size::text, (size + 1)::text) WHERE size = (SELECT max(size) FROM checkpoint)`,
    ],
    ['checkpoint signature'],
  ],
  [
    'the newest checkpoint',
    () => ['DELETE FROM checkpoint WHERE size = (SELECT max(size) FROM checkpoint)'],
    ['unsigned'],
  ],
  [
    'the last leaves',
    () => [
      'DELETE FROM order_event e USING event_leaf l WHERE l.event_id = e.id AND l.leaf_index = (SELECT max(leaf_index) FROM event_leaf)',
      'DELETE FROM event_leaf WHERE leaf_index = (SELECT max(leaf_index) FROM event_leaf)',
    ],
    ['checkpoint too_large', 'cut_off P2#5', 'unsigned'],
  ],
  [
    'a signing key',
    () => [`INSERT INTO signing_key SELECT uuidv7(), name, sha256('x'), private_key, now() FROM signing_key`],
    ['forged_key'],
  ],
  [
    'all signing keys',
    () => ['DELETE FROM signing_key'],
    ['checkpoint text', 'checkpoint text', 'kept text'],
  ],
]

describe('of a log in which somebody changed', () => {
  it.each(cases)('%s, verification names it', async (_change, statements, faults) => {
    for (const statement of statements()) await sql(statement)
    expect(await found()).toEqual(faults)
  })

  it('everything by emptying it', async () => {
    await owner.query('TRUNCATE order_event, event_leaf, tree_tile, checkpoint CASCADE')
    const kinds = await found()
    expect(kinds).toContain('kept too_large')
    expect(kinds).toContain('cut_off P1#1')
  })
})

describe('a log that somebody wrote anew with every hash right', () => {
  /** Says that a lead had claimed the request, and hashes the whole chain again. */
  async function rechain(): Promise<void> {
    const { rows } = await owner.query(`SELECT id, text FROM order_event WHERE ${p1()} ORDER BY seq`)
    let prev = '0'.repeat(64)
    for (const { id, text } of rows) {
      const event = { ...JSON.parse(text), prev }
      if (event.action === 'correction.claimed') event.actor.role = 'lead'
      const rewritten = canonical(event)
      const hash = sha256(rewritten)
      await owner.query(
        'UPDATE order_event SET text = $1, hash = $2, prev_hash = $3, actor_role = $4 WHERE id = $5',
        [rewritten, hash, prev, event.actor?.role ?? 'system', id],
      )
      prev = hash
    }
    await owner.query(`UPDATE "order" SET event_hash = $1 WHERE id = $2`, [prev, orderId])
  }

  it('is named from the first event that is another one', async () => {
    await rechain()
    expect(await found()).toEqual([5, 6, 7, 8].map((seq) => `sealed_otherwise P1#${seq}`))
  })

  it('is named by its checkpoints where the seal was written anew as well', async () => {
    await rechain()
    await owner.query('UPDATE event_leaf SET leaf_index = NULL, leaf_hash = NULL')
    await owner.query(
      `UPDATE event_leaf l SET hash = decode(e.hash, 'hex') FROM order_event e WHERE e.id = l.event_id`,
    )
    await owner.query('DELETE FROM tree_tile')
    await owner.query('DELETE FROM checkpoint')
    await seal(sealing())
    // Signed with the desk's own key, by whoever has its secret: only the kept checkpoint tells.
    expect(await found()).toEqual(['kept root'])
    expect(await found({ kept: null })).toEqual([])
  })

  it('is named where older data was restored', async () => {
    const newest = (await latestCheckpoint(world.db))?.note ?? ''
    const signed = '(SELECT min(size) FROM checkpoint)'
    await sql(
      `DELETE FROM order_event e USING event_leaf l WHERE l.event_id = e.id AND l.leaf_index >= ${signed}`,
    )
    await sql(`UPDATE "order" o SET event_seq = 3, event_hash = e.hash FROM order_event e
               WHERE o.number = 'P2' AND e.chain_id = o.id AND e.seq = 3`)
    await sql(`DELETE FROM event_leaf WHERE leaf_index >= ${signed}`)
    await sql(`DELETE FROM checkpoint WHERE size > ${signed}`)
    expect(await found()).toEqual([])
    expect(await found({ kept: newest })).toEqual(['kept too_large'])
  })
})

describe('an event that waits for its seal', () => {
  it('is a fault after ten minutes, and none before', async () => {
    await askKuroneko(world.merchant, orderId)
    const at = (await world.db.orderEvent.findFirstOrThrow({ orderBy: { id: 'desc' } })).at.getTime()
    expect(await found({ now: new Date(at + 10 * 60_000) })).toEqual([])
    expect(await found({ now: new Date(at + 10 * 60_000 + 1) })).toEqual(['unsealed P1#9'])
  })
})
