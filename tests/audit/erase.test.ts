import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { erasable } from '~/audit/erase/erasable.server'
import { eraseWords } from '~/audit/erase/erase.server'
import { orderHistory } from '~/audit/history.server'
import { verifyLog, verifyOrder } from '~/audit/verify.server'
import { approve } from '~/corrections/approve.server'
import { claim } from '~/corrections/claim.server'
import { requestDetail } from '~/corrections/detail.server'
import { matchWaiting } from '~/corrections/match.server'
import { answer, ask } from '~/corrections/message.server'
import { addNote } from '~/corrections/note.server'
import { reject } from '~/corrections/reject.server'
import { keepDraft } from '~/staff/draft.server'
import { digestOf, filed } from './errands'
import { anOrder, aRow, aWorld, type World } from './world'

let world: World
let owner: pg.Client
const number = 'P251104000311888021'
const reason = '山田花子様（090-0000-0000）のご依頼で取り消しました。'
const claimed = '山田様の分は取消済み'
const question = '山田花子様の返送の伝票番号をお知らせください。'
const said = '山田花子様から「123456789012」と伺いました。'
const note = '山田花子様には電話で確認済み。'
const because = '山田花子様ご本人からの消去の請求'
let orderId: string
let reference: string

beforeAll(async () => {
  world = await aWorld()
  owner = new pg.Client(world.ownerUrl)
  await owner.connect()
  // Filed before its order was known, so that its story begins on a chain of its own.
  const row = aRow(number, { reason, kuronekoStatus: 'other', kuronekoWords: claimed })
  reference = await filed(world.merchant, world.shop, row)
  await claim(world.agent, reference)
  await ask(world.agent, reference, question)
  orderId = await anOrder(world.db, world.shop, number)
  await anOrder(world.db, world.shop, 'P2')
  await filed(world.merchant, world.shop, aRow('P2', { reason }))
  await matchWaiting({ db: world.db, clock: world.clock, actor: null, via: 'job' }, world.shop)
  await answer(world.merchant, reference, said)
  await addNote(world.lead, reference, note)
  await reject(world.agent, { reference, idempotencyKey: crypto.randomUUID(), note })
  const typed = new FormData()
  typed.append('requests.0.reason', said)
  await keepDraft(world.db, 'request-new', typed, world.clock.now())
})
afterAll(async () => {
  await owner.end()
  await world.close()
})

/** Every place of the database, the queue's included, where these words stand: `table.column`, or its owner's reference. */
async function placesOf(words: string): Promise<string[]> {
  const { rows: columns } = await owner.query(`
    SELECT table_schema || '."' || table_name || '"' AS "table", column_name AS name FROM information_schema.columns
    JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema IN ('public', 'pgboss') AND table_type = 'BASE TABLE'
      AND (data_type IN ('text', 'json', 'jsonb', 'character varying') OR data_type = 'ARRAY')`)
  const found: string[] = []
  for (const { table, name } of columns) {
    const { rows } = await owner.query(
      `SELECT count(*)::int AS n FROM ${table} WHERE greatest(strpos("${name}"::text, $1), strpos("${name}"::text, fold($1))) > 0`,
      [words],
    )
    if (rows[0].n > 0) found.push(`${table.replace('public.', '').replaceAll('"', '')}.${name} ×${rows[0].n}`)
  }
  return found.sort()
}

const name = { number }
const proofs = () =>
  owner.query('SELECT id, text, hash FROM order_event WHERE chain_id = $1 ORDER BY seq', [orderId])

async function faults() {
  const found: unknown[] = []
  const verified = await verifyLog(world.db, (fault) => found.push(fault))
  return { found, erased: verified.erased }
}

async function eventWith(words: string): Promise<string> {
  const offered = await erasable(world.admin, name)
  return offered?.events.find((event) => event.words === words)?.id ?? ''
}

describe('what could be erased', () => {
  it('is all that was written about an order, from before its request was matched too', async () => {
    const offered = await erasable(world.admin, name)
    expect(offered?.events.map(({ words, told }) => [told?.action, words])).toEqual([
      ['correction.rejected', note],
      ['correction.noted', note],
      ['correction.answered', said],
      ['correction.asked', question],
      ['correction.filed', reason],
    ])
  })

  it('is shown to admins only, and erased by them only', async () => {
    const events = [await eventWith(reason)]
    for (const desk of [world.merchant, world.otherMerchant, world.agent, world.lead, world.auditor]) {
      expect(await erasable(desk, name)).toBeNull()
      const refused = { ok: false, refusal: 'not_found' }
      expect(await eraseWords(desk, name, { events, reason: because })).toEqual(refused)
    }
    expect((await faults()).erased).toBe(0)
  })

  it('is nothing where there is no such order, and no other order’s', async () => {
    expect(await erasable(world.admin, { number: 'P404' })).toBeNull()
    expect(await erasable(world.admin, { reference: 'MT-1999-000001' })).toBeNull()
    const events = [await eventWith(reason)]
    expect(await eraseWords(world.admin, { number: 'P2' }, { events, reason: because })).toEqual({
      ok: false,
      refusal: 'gone',
    })
  })
})

describe('erasing', () => {
  it('takes an answer from everywhere it stands, a lapsed form included', async () => {
    expect(await placesOf(said)).toEqual([
      ...['draft.content ×1', 'message.body ×1', 'order_event_words.folded ×1', 'order_event_words.words ×1'],
    ])
    const events = [await eventWith(said)]
    expect(await eraseWords(world.admin, name, { events, reason: because })).toEqual({ ok: true, erased: 1 })
    expect(await placesOf(said)).toEqual([])
  })

  it('takes the reason and the claim’s words, on the request’s own chain', async () => {
    expect(await placesOf(claimed)).toEqual(['correction_request.claim_words ×1'])
    const events = [await eventWith(reason), await eventWith(question)]
    expect(await eraseWords(world.admin, { reference }, { events, reason: because })).toEqual({
      ok: true,
      erased: 2,
    })
    expect(await placesOf(claimed)).toEqual([])
    expect(await placesOf(question)).toEqual([])
    // What was written about another order stays.
    expect(await placesOf(reason)).toEqual([
      'correction_request.reason ×1',
      'order_event_words.folded ×1',
      'order_event_words.words ×1',
    ])
  })

  it('takes the same words wherever they stand on the order', async () => {
    expect(await eraseWords(world.admin, name, { events: [await eventWith(note)], reason: because })).toEqual(
      {
        ok: true,
        erased: 2,
      },
    )
    expect(await placesOf(note)).toEqual([])
  })

  it('leaves neither salt nor anything to search by', async () => {
    const { rows } = await owner.query('SELECT * FROM order_event_words WHERE words IS NULL')
    expect(rows).toHaveLength(5)
    for (const row of rows)
      expect(row).toMatchObject({ salt: null, words: null, folded: null, bigrams: null })
  })

  it('is told on each chain, with the places and the reason, which can be erased in turn', async () => {
    const history = await orderHistory(world.auditor, number)
    const told = history?.kind === 'history' ? history.events.map((event) => event.told) : []
    const erasures = told.filter((event) => event?.action === 'audit.words_erased')
    expect(erasures).toMatchObject([
      { words: because, actor: { name: '管理 伊藤', role: 'admin' }, details: { count: 2 } },
      { words: because, details: { count: 1 } },
    ])
    const own = await world.db.orderEvent.findMany({
      where: { action: 'audit.words_erased', chainId: { not: orderId } },
    })
    expect(own.map(({ text }) => JSON.parse(text).details)).toEqual([{ seqs: '1,3', count: 2 }])
    const before = await eventWith(because)
    expect(await eraseWords(world.admin, name, { events: [before], reason: '理由も消去します' })).toEqual({
      ok: true,
      erased: 3,
    })
  })

  it('changes no text and no hash', async () => {
    const { rows: before } = await proofs()
    await anOrder(world.db, world.shop, 'P3')
    await filed(world.merchant, world.shop, aRow('P3', { reason: 'ほかの注文の経緯です' }))
    const other = await erasable(world.admin, { number: 'P3' })
    const events = other?.events.map(({ id }) => id) ?? []
    await eraseWords(world.admin, { number: 'P3' }, { events, reason: because })
    expect((await proofs()).rows).toEqual(before)
  })

  it('is no fault, and says how many', async () => {
    expect(await faults()).toEqual({ found: [], erased: 9 })
    expect((await verifyOrder(world.db, orderId)).faults).toEqual([])
  })

  it('shows on the request that something was there', async () => {
    const detail = await requestDetail(world.merchant, reference)
    expect(detail?.request).toMatchObject({ reason: null, claimWords: null })
    expect(detail?.messages.map(({ body }) => body)).toEqual([null, null])
    expect(detail?.decisions).toMatchObject([{ note: null, noteErased: true }])
    expect(detail?.assessment.findings.map(({ id }) => id)).not.toContain('reason_says_little')
  })

  it('is done once', async () => {
    const { rows } = await owner.query('SELECT event_id FROM order_event_words WHERE words IS NULL')
    const events = rows.map(({ event_id }) => event_id)
    expect(await eraseWords(world.admin, name, { events, reason: because })).toEqual({
      ok: false,
      refusal: 'gone',
    })
  })

  it('is not possible past its one way', async () => {
    const asApp = new pg.Client({ connectionString: world.appUrl, options: '-c role=mitame_app' })
    await asApp.connect()
    await expect(asApp.query('UPDATE message SET body = NULL')).rejects.toThrow('permission denied')
    await expect(asApp.query('UPDATE decision SET note = NULL')).rejects.toThrow('permission denied')
    await expect(asApp.query('UPDATE order_event_words SET words = NULL')).rejects.toThrow(
      'permission denied',
    )
    await asApp.end()
  })
})

it('erases an approval’s note while the order is decided anew', async () => {
  const id = await anOrder(world.db, world.shop, 'P5', { amount: 300_000 })
  const request = await filed(world.merchant, world.shop, aRow('P5'))
  await claim(world.agent, request)
  const first = { action: 'approve', digest: await digestOf(world.agent, request) } as const
  const keys = { reference: request, idempotencyKey: crypto.randomUUID() }
  expect(await approve(world.agent, { ...first, ...keys, note: '一人目です、山田様の件' })).toMatchObject({
    ok: true,
  })
  const offered = await erasable(world.admin, { number: 'P5', shop: 'hananoya' })
  const events = offered?.events.filter(({ told }) => told?.action === 'correction.approved_first') ?? []
  const ids = events.map((event) => event.id)
  const [erased, approved] = await Promise.all([
    eraseWords(world.admin, { number: 'P5' }, { events: ids, reason: because }),
    approve(world.lead, {
      ...keys,
      action: 'approve_second',
      digest: first.digest,
      idempotencyKey: crypto.randomUUID(),
    }),
  ])
  expect(erased).toEqual({ ok: true, erased: 1 })
  expect(approved).toMatchObject({ ok: true, state: 'applied' })
  expect(await placesOf('一人目です、山田様の件')).toEqual([])
  expect((await verifyOrder(world.db, id)).faults).toEqual([])
})
