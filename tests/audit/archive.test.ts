import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { archiveMonth } from '~/audit/archive/archive.server'
import { ArchiveBroken, eachArchived, sha256OfFile } from '~/audit/archive/read.server'
import { restoreMonth } from '~/audit/archive/restore.server'
import { erasable } from '~/audit/erase/erasable.server'
import { eraseWords } from '~/audit/erase/erase.server'
import { orderHistory } from '~/audit/history.server'
import { findArchived } from '~/audit/proof/archived.server'
import { findProvable } from '~/audit/proof/provable.server'
import { seal } from '~/audit/seal/sealer.server'
import { verifyLog } from '~/audit/verify.server'
import { claim } from '~/corrections/claim.server'
import { addNote } from '~/corrections/note.server'
import { type Database, openAsOwner } from '~/platform/database.server'
import type { Desk } from '~/staff/desk.server'
import { approved, filed } from './errands'
import { anOrder, aRow, aWorld, type World } from './world'

/**
 * Orders of January and February 2020, and what was done about them in the months after. The world's clock stands in
 * November 2026.
 */
let world: World
let owner: pg.Client
let db: Database
let folder: string
let orderId: string
let reference: string
let seconds = 0
const clock = { now: () => new Date(Date.UTC(2026, 10, 25, 0, 0, ++seconds)) }
const at = (desk: Desk, now: string): Desk => ({ ...desk, clock: { now: () => new Date(now) } })

beforeEach(async () => {
  world = await aWorld()
  owner = new pg.Client(world.ownerUrl)
  await owner.connect()
  db = openAsOwner(world.ownerUrl)
  folder = await mkdtemp(join(tmpdir(), 'mitame-archive-'))
  await owner.query(`SELECT make_event_months('2020-01-01Z', '2020-02-28Z')`)
  const january = { orderedAt: new Date('2020-01-10T00:00:00.000Z') }
  orderId = await anOrder(world.db, world.shop, 'P1', january)
  // Nothing was done about this one since.
  await anOrder(world.db, world.shop, 'P2', january)
  await anOrder(world.db, world.otherShop, 'P3', { orderedAt: new Date('2020-02-10T00:00:00.000Z') })
  reference = await filed(at(world.merchant, '2020-01-31T23:59:59.999Z'), world.shop, aRow('P1'))
  await approved(at(world.agent, '2020-02-01T00:00:00.000Z'), reference)
  // Whose month has no partition: it lies with all others.
  await filed(at(world.merchant, '2020-03-01T00:00:00.000Z'), world.shop, aRow('P-UNKNOWN'))
  await seal({
    db: world.db,
    clock,
    secret: 'the secret of the desk under test',
    origin: 'mitame.test/audit',
  })
})
afterEach(async () => {
  await db.$disconnect()
  await owner.end()
  await world.close()
  await rm(folder, { recursive: true })
})

const archive = (month: string, more: object = {}) => archiveMonth({ db, clock, month, folder, ...more })
const restore = (file: string) => restoreMonth({ db, clock, file })

async function archived(month: string): Promise<string> {
  const answer = await archive(month)
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.file
}

async function verified() {
  const faults: unknown[] = []
  const { events, archived: away } = await verifyLog(world.db, (fault) => faults.push(fault))
  return { faults, events, archived: away }
}

const everyEvent = async () => (await owner.query('SELECT * FROM order_event ORDER BY id')).rows
const partitions = async () => {
  const { rows } = await owner.query(
    `SELECT relid::text AS name FROM pg_partition_tree('order_event') WHERE isleaf ORDER BY 1`,
  )
  return rows.map(({ name }) => name)
}

describe('archiving a month', () => {
  it('moves its events into one file, each with its proof, and leaves their places', async () => {
    const before = await verified()
    expect(before).toMatchObject({ faults: [], archived: 0 })
    const texts = (await everyEvent())
      .filter(({ at }) => at.toISOString() < '2020-02')
      .map(({ text }) => text)
    const answer = await archive('2020-01')
    expect(answer).toEqual({
      ok: true,
      events: texts.length,
      file: join(folder, 'mitame-audit-2020-01.jsonl.gz'),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(await readdir(folder)).toEqual(['mitame-audit-2020-01.jsonl.gz'])
    expect(await partitions()).toEqual(['order_event_2020_02', 'order_event_other'])
    const told = await world.db.orderEvent.findFirstOrThrow({ where: { action: 'audit.month_archived' } })
    expect(JSON.parse(told.text)).toMatchObject({
      ...{ actor: null, via: 'cli' },
      details: { month: '2020-01', events: texts.length, file: 'mitame-audit-2020-01.jsonl.gz' },
    })
    const inside: string[] = []
    for await (const { text, header } of eachArchived(join(folder, 'mitame-audit-2020-01.jsonl.gz'))) {
      inside.push(text)
      expect(header).toMatchObject({ month: '2020-01', origin: 'mitame.test/audit' })
    }
    expect(inside).toEqual(texts)
    // One more: that the month was archived.
    expect(await verified()).toEqual({
      faults: [],
      events: before.events - texts.length + 1,
      archived: texts.length,
    })
  })

  it('takes a month that lies with all others just as well', async () => {
    expect(await archive('2020-03')).toMatchObject({ ok: true, events: 1 })
    expect(await partitions()).not.toContain('order_event_2020_03')
    expect((await verified()).faults).toEqual([])
  })

  it('says of its events that they are away, to those who may see them, until it is restored', async () => {
    const { merchant, otherMerchant, auditor, db: asApp } = world
    const { id, seq } = await asApp.orderEvent.findFirstOrThrow({
      where: { chainId: orderId, action: 'order.received' },
    })
    expect(await findArchived(auditor, id)).toBeNull()
    const file = await archived('2020-01')
    expect(await findProvable(auditor, id)).toBeNull()
    for (const desk of [auditor, merchant]) {
      expect(await findArchived(desk, id)).toMatchObject({
        ...{ month: '2020-01', seq, chainName: 'P1', shopCode: 'hananoya' },
        owner: { kind: 'order', id: orderId },
      })
    }
    expect(await findArchived(otherMerchant, id)).toBeNull()
    expect(await findArchived(auditor, 'nothing')).toBeNull()
    await restore(file)
    expect(await findArchived(auditor, id)).toBeNull()
    expect(await findProvable(auditor, id)).toMatchObject({ id })
  })

  it('leaves the words where they can be erased, and does not write them into the file', async () => {
    const file = await archived('2020-01')
    const [reason, salt] = await owner
      .query('SELECT words, salt FROM order_event_words ORDER BY event_id LIMIT 1')
      .then(({ rows: [row] }) => [row.words, row.salt])
    const content = gunzipSync(await readFile(file)).toString()
    expect(content).not.toContain(reason)
    expect(content).not.toContain(salt)
    const offered = await erasable(world.admin, { number: 'P1' })
    expect(offered?.events).toMatchObject([
      { words: reason, told: null, at: new Date('2020-01-31T23:59:59.999Z') },
    ])
    const events = offered?.events.map(({ id }) => id) ?? []
    const erase = { events, reason: '店舗からの消去の請求' }
    expect(await eraseWords(world.admin, { number: 'P1' }, erase)).toEqual({ ok: true, erased: 1 })
    expect((await verified()).faults).toEqual([])
    expect(await restore(file)).toMatchObject({ ok: true })
    expect((await verified()).faults).toEqual([])
  })

  it('lets the desk work on as if nothing had happened', async () => {
    await archived('2020-01')
    await archived('2020-02')
    await addNote(world.lead, reference, '保管した月の依頼へのメモ')
    await approved(world.agent, await filed(world.merchant, world.shop, aRow('P2')))
    expect((await verified()).faults).toEqual([])
    const history = await orderHistory(world.auditor, 'P1', {})
    expect(history?.kind === 'history' && history.events.map(({ told }) => told?.action)).toEqual([
      'correction.noted',
    ])
  })

  it('refuses what is too young, empty, unsealed or away already', async () => {
    expect(await archive('2025-12')).toEqual({ ok: false, refusal: 'too_young' })
    expect(await archive('2025-11')).toEqual({ ok: false, refusal: 'too_young' })
    expect(await archive('2025-10')).toEqual({ ok: false, refusal: 'empty' })
    expect(await archive('2026-10', { evenYounger: true })).toEqual({ ok: false, refusal: 'empty' })
    expect(await archive('2026-11', { evenYounger: true })).toEqual({ ok: false, refusal: 'too_young' })
    await archived('2020-01')
    expect(await archive('2020-01')).toEqual({ ok: false, refusal: 'already_archived' })
    await claim(at(world.agent, '2020-02-20T00:00:00.000Z'), reference)
    expect(await archive('2020-02')).toEqual({ ok: false, refusal: 'unsealed' })
    expect(await readdir(folder)).toEqual(['mitame-audit-2020-01.jsonl.gz'])
  })

  it.each([
    ['an edited column', `UPDATE order_event SET actor_role = 'lead' WHERE id < uuid_floor('2020-02-01Z')`],
    ['an edited text', `UPDATE order_event SET text = text || ' ' WHERE id < uuid_floor('2020-02-01Z')`],
    ['a missing event', `DELETE FROM order_event WHERE id < uuid_floor('2020-01-11Z')`],
  ])('refuses to hide %s', async (_, sql) => {
    await owner.query('SET session_replication_role = replica')
    await owner.query(sql)
    expect(await archive('2020-01')).toMatchObject({ ok: false, refusal: 'faulty' })
    expect(await partitions()).toContain('order_event_2020_01')
  })

  it('gives up while somebody reads the log, and has lost nothing', async () => {
    const before = await everyEvent()
    await owner.query('BEGIN')
    await owner.query('SELECT FROM order_event LIMIT 1')
    expect(await archive('2020-01')).toEqual({ ok: false, refusal: 'busy' })
    await owner.query('COMMIT')
    expect(await everyEvent()).toEqual(before)
  })
})

describe('a log with an archived month', () => {
  beforeEach(async () => {
    await archived('2020-01')
    await owner.query('SET session_replication_role = replica')
  })

  it('still misses an event of another month', async () => {
    await owner.query(
      `DELETE FROM order_event WHERE chain_id = '${orderId}' AND action = 'correction.claimed'`,
    )
    expect((await verified()).faults).toMatchObject([{ kind: 'missing', order: 'P1' }])
  })

  it('still misses a place that was taken away with its event', async () => {
    await owner.query(`DELETE FROM event_leaf WHERE chain_id = '${orderId}' AND seq = 1`)
    expect((await verified()).faults).toMatchObject([
      { kind: 'missing', order: 'P1', seq: 1, until: 1 },
      { kind: 'archived', month: '2020-01' },
    ])
  })

  it('is not believed when it says that more was archived', async () => {
    await owner.query(
      `DELETE FROM order_event WHERE id >= month_floor('2020-02') AND id < month_ceiling('2020-02')`,
    )
    await owner.query(
      `INSERT INTO archived_month VALUES ('2020-02', (SELECT count(*) FROM event_leaf
         WHERE event_id >= month_floor('2020-02') AND event_id < month_ceiling('2020-02')), 'x', repeat('0', 64), now())`,
    )
    expect((await verified()).faults).toMatchObject([{ kind: 'archived', month: '2020-02' }])
  })

  it('misses an event that came later into the archived month', async () => {
    await owner.query('SET session_replication_role = origin')
    await addNote(at(world.lead, '2020-01-31T23:59:59.999Z'), reference, '遅れて届いたメモ')
    expect((await verified()).faults).toEqual([])
    await owner.query('SET session_replication_role = replica')
    await owner.query(`DELETE FROM order_event_other WHERE action = 'correction.noted'`)
    expect((await verified()).faults).toMatchObject([{ kind: 'archived', recorded: 3, found: 4 }])
  })

  it('is not believed when a status was changed since', async () => {
    await owner.query(`UPDATE "order" SET payment_status = 'captured' WHERE number = 'P1'`)
    expect((await verified()).faults).toMatchObject([{ kind: 'status', order: 'P1' }])
  })
})

describe('restoring', () => {
  it('brings every event back as it was, to be archived again', async () => {
    const before = await everyEvent()
    const file = await archived('2020-01')
    expect(await restore(file)).toEqual({ ok: true, month: '2020-01', events: 3 })
    const { rows } = await owner.query(
      `SELECT * FROM order_event WHERE action NOT LIKE 'audit.%' ORDER BY id`,
    )
    expect(rows).toEqual(before)
    expect(await verified()).toMatchObject({ faults: [], archived: 0 })
    const told = await world.db.orderEvent.findFirstOrThrow({ where: { action: 'audit.month_restored' } })
    expect(JSON.parse(told.text).details).toMatchObject({ month: '2020-01', events: 3 })
    await expect(owner.query('UPDATE order_event_2020_01 SET seq = 9')).rejects.toThrow('append-only')
    await expect(owner.query('TRUNCATE order_event_2020_01')).rejects.toThrow('append-only')
    expect(await archive('2020-01')).toMatchObject({ ok: true, events: 3 })
    expect(await restore(file)).toMatchObject({ ok: true })
  })

  it('takes in what came later into the month', async () => {
    const file = await archived('2020-01')
    await addNote(at(world.lead, '2020-01-31T23:59:59.999Z'), reference, '遅れて届いたメモ')
    expect(await restore(file)).toMatchObject({ ok: true })
    const { rows } = await owner.query('SELECT count(*)::int AS n FROM order_event_2020_01')
    expect(rows).toEqual([{ n: 4 }])
    expect((await verified()).faults).toEqual([])
  })

  it('gives back events of the first format without the columns that came later', async () => {
    await owner.query('SET session_replication_role = replica')
    await owner.query(`
      UPDATE order_event SET shipping_before = '{}', shipping_after = '{}', amount = NULL, text = t,
        hash = encode(sha256(convert_to(t, 'UTF8')), 'hex')
      FROM (SELECT id AS i, regexp_replace(replace(text, '"v":2', '"v":1'), '"(amount|number)":[^,]*,', '', 'g') AS t FROM order_event) AS old
      WHERE i = id AND chain_id IN (SELECT id FROM "order" WHERE number = 'P2')`)
    await owner.query(`
      UPDATE event_leaf l SET hash = decode(e.hash, 'hex'), leaf_hash = sha256('\\x00'::bytea || convert_to(text, 'UTF8'))
      FROM order_event e WHERE e.id = l.event_id`)
    await owner.query('TRUNCATE tree_tile, checkpoint CASCADE')
    await owner.query('UPDATE event_leaf SET leaf_index = NULL, leaf_hash = NULL')
    await owner.query(
      `UPDATE "order" o SET event_hash = e.hash FROM order_event e WHERE e.chain_id = o.id AND o.number = 'P2'`,
    )
    await seal({ db: world.db, clock, secret: 'the secret of the desk under test', origin: null })
    const before = await everyEvent()
    expect(await restore(await archived('2020-01'))).toMatchObject({ ok: true })
    expect((await everyEvent()).filter(({ action }) => !action.startsWith('audit.'))).toEqual(before)
    expect((await verified()).faults).toEqual([])
  })

  it('refuses a file that was altered, even with its sum put right', async () => {
    const file = await archived('2020-01')
    const good = await readFile(file)
    const altered = async (change: (text: string) => string) => {
      await writeFile(file, gzipSync(change(gunzipSync(good).toString())))
      const sum = await sha256OfFile(file)
      expect(await restore(file)).toEqual({ ok: false, refusal: 'unknown_file' })
      await owner.query('SET session_replication_role = replica')
      await owner.query('UPDATE archived_month SET sha256 = $1', [sum])
      await owner.query('SET session_replication_role = origin')
      return restore(file)
    }
    for (const change of [
      (text: string) => text.replace('花', '鼻').replace('8640', '8641'),
      (text: string) => text.replace(/"leaf":0\b/, '"leaf":1'),
      (text: string) => text.replace('"format"', '"formal"'),
      (text: string) => `${text.split('\n').slice(0, -2).join('\n')}\n`,
      (text: string) => text.replace('{"leaf"', '"leaf"'),
    ]) {
      expect(await altered(change)).toMatchObject({ ok: false, refusal: 'broken_file' })
    }
    expect(await partitions()).not.toContain('order_event_2020_01')
    expect(await altered((text) => text)).toMatchObject({ ok: true })
  })

  it('names the line where a file breaks off', async () => {
    const file = await archived('2020-01')
    await writeFile(file, (await readFile(file)).subarray(0, 200))
    await expect(async () => {
      for await (const event of eachArchived(file)) expect(event.header.month).toBe('2020-01')
    }).rejects.toThrow(ArchiveBroken)
  })
})
