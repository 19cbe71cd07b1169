import { parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { erasable } from '~/audit/erase/erasable.server'
import { eraseWords } from '~/audit/erase/erase.server'
import { aliveEvery } from '~/audit/export/alive.server'
import { cutBy, ExportCut } from '~/audit/export/ends'
import { lastExports } from '~/audit/export/list.server'
import type { Fault } from '~/audit/faults'
import { deskChain } from '~/audit/record.server'
import { verifyLog } from '~/audit/verify.server'
import type { Desk } from '~/staff/desk.server'
import { filed } from '../errands'
import { aSearchedWorld, found, type SearchedWorld } from '../search/world'
import { anOrder, aRow } from '../world'
import { atOnce, begin, begun, exported, gathered } from './world'

let world: SearchedWorld
beforeAll(async () => {
  world = await aSearchedWorld()
})
afterAll(() => world.close())

type Row = Record<string, string>
const rowsOf = (text: string): Row[] => parse(text, { columns: true, bom: true })
const csvOf = async (desk: Desk, filter = {}) => rowsOf((await exported(desk, 'csv', filter)).toString())

async function lastEvents(chainId: string) {
  const events = await world.db.orderEvent.findMany({
    where: { chainId, action: { startsWith: 'audit.' } },
    orderBy: { seq: 'desc' },
    take: 2,
  })
  return events.map(({ text }) => JSON.parse(text)).reverse()
}

describe('a CSV', () => {
  it('has the mark of UTF-8, Japanese headings and a line for each event that the search finds', async () => {
    const filter = { shop: 'hananoya' }
    const bytes = await exported(world.auditor, 'csv', filter)
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const text = bytes.toString()
    expect(text).toMatch(/^\ufeff日時（日本時間）,店舗コード,店舗名,注文番号,.*,ハッシュ値（SHA-256）\r\n/)
    expect(text.endsWith('\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const rows = rowsOf(text)
    const searched = (await found(world.auditor, filter)).reverse()
    expect(
      rows.map((row) => {
        const outcome = row.結果 === '受け付けた操作' ? 'done' : 'refused'
        return `${row.店舗コード} ${row.注文番号 || null} ${row.操作コード} ${outcome}`
      }),
    ).toEqual(searched)
  })

  it('tells a correction in words and by what proves it', async () => {
    const [row] = await csvOf(world.auditor, { action: ['corrected'] })
    const event = await world.db.orderEvent.findFirstOrThrow({ where: { action: 'order.corrected' } })
    expect(row).toEqual({
      '日時（日本時間）': `${new Date(event.at.getTime() + 9 * 3_600_000).toISOString().slice(0, -1)}+09:00`,
      店舗コード: 'hananoya',
      店舗名: '和菓子 花のや',
      注文番号: 'P2511001',
      受付番号: world.applied,
      内容: '窓口リーダー 山本 が見た目上のステータス変更を反映しました',
      操作コード: 'order.corrected',
      結果: '受け付けた操作',
      受け付けなかった理由: '',
      行った人: '窓口リーダー 山本',
      役割: '責任者',
      経路: 'web',
      '決済（変更前）': '決済完了',
      '決済（変更後）': '注文キャンセル',
      '配送（変更前）': '配送完了',
      '配送（変更後）': 'キャンセル',
      '金額（円）': '180000',
      照会結果: '回答あり',
      判定: '確認のうえ反映できます',
      指摘: JSON.parse(event.text).details.findings.replaceAll(',', ' '),
      書かれた内容: '',
      承認内容の要約値: JSON.parse(event.text).digest,
      記録ID: event.id,
      連鎖ID: event.chainId,
      連鎖内の番号: String(event.seq),
      'ハッシュ値（SHA-256）': event.hash,
    })
  })

  it('keeps line ends, quotes and commas, and defuses what would be a formula', async () => {
    const { merchant, shop, db, auditor } = world
    const words = ['=HYPERLINK("https://evil.test","見て")', '一行目\n"二行目", 三行目', '＝1+1 です']
    for (const [nth, reason] of words.entries()) {
      const number = `P-CELL-${nth}`
      await anOrder(db, shop, number)
      await filed(merchant, shop, aRow(number, { reason }))
    }
    const rows = await csvOf(auditor, { number: 'P-CELL', action: ['filed'] })
    expect(rows.map((row) => row.書かれた内容).reverse()).toEqual([`'${words[0]}`, words[1], `'${words[2]}`])
    const text = (await exported(auditor, 'csv', { number: 'P-CELL-1', action: ['filed'] })).toString()
    expect(text).toContain(',"一行目\n""二行目"", 三行目",')
  })

  it('says of words that were erased that they were', async () => {
    const { merchant, shop, db, admin, auditor } = world
    const id = await anOrder(db, shop, 'P-ERASED')
    await filed(merchant, shop, aRow('P-ERASED', { reason: '佐藤様のご事情' }))
    const { id: event } = await db.orderEvent.findFirstOrThrow({
      where: { chainId: id, action: 'correction.filed' },
    })
    const reason = 'ご本人から消去の依頼があったため'
    const erased = await eraseWords(
      admin,
      { number: 'P-ERASED', shop: 'hananoya' },
      { events: [event], reason },
    )
    expect(erased).toMatchObject({ ok: true })
    const [row] = await csvOf(auditor, { number: 'P-ERASED', action: ['filed'] })
    expect(row?.書かれた内容).toBe('消去済み')
  })

  it('is headings alone where nothing matches', async () => {
    expect(await csvOf(world.auditor, { number: 'P-NOWHERE' })).toEqual([])
  })
})

describe('a CSV in Shift_JIS', () => {
  it('comes back the same but for what does not fit, which is written as a number and told', async () => {
    const { merchant, shop, db, auditor } = world
    const reason = '髙橋様と𠮷田様。10～12時😀です'
    await anOrder(db, shop, 'P-SJIS')
    await filed(merchant, shop, aRow('P-SJIS', { reason }))
    const filter = { number: 'P-SJIS', action: ['filed' as const] }
    const bytes = await exported(auditor, 'csv-sjis', filter)
    const [row] = rowsOf(iconv.decode(bytes, 'cp932'))
    expect(row?.書かれた内容).toBe('髙橋様と&#x20BB7;田様。10～12時&#x1F600;です')
    const [last] = await lastExports(auditor)
    const place = { count: 1, row: 2, column: '書かれた内容' }
    expect(last).toMatchObject({
      format: 'csv-sjis',
      rows: 1,
      unfit: {
        count: 2,
        characters: [
          { character: '𠮷', ...place },
          { character: '😀', ...place },
        ],
      },
    })
    expect((await lastEvents(deskChain))[1]).toMatchObject({
      action: 'audit.export_ended',
      details: { rows: 1, unfit: 2 },
    })
    const [same] = await csvOf(auditor, filter)
    expect({ ...row, 書かれた内容: reason }).toEqual(same)
  })
})

describe('an export', () => {
  it('is recorded before its first byte, and its end with its rows after the last', async () => {
    const { auditor, db } = world
    const filter = { shop: 'hananoya', words: 'キャンセル' }
    const { bytes, name, type } = await begun(auditor, 'csv', filter)
    expect(name).toMatch(/^mitame-audit-hananoya-202\d{5}\.csv$/)
    expect(type).toContain('text/csv')
    const [, beginning] = await lastEvents(deskChain)
    expect(beginning).toMatchObject({
      action: 'audit.exported',
      outcome: 'done',
      actor: { id: auditor.actor.id, role: 'auditor' },
      shop: null,
      details: { format: 'csv', filter: 'shop=hananoya' },
    })
    // What was looked for is kept where it can be erased.
    expect(await db.orderEventWords.findUnique({ where: { eventId: beginning.id } })).toMatchObject({
      words: 'キャンセル',
    })
    const [row] = await lastExports(auditor)
    expect(row).toMatchObject({
      filter,
      finishedAt: null,
      rows: 0,
      cutShort: false,
      lost: false,
      erased: false,
    })
    expect(await db.auditExport.findUnique({ where: { id: row?.id ?? '' } })).toMatchObject({
      filter: 'shop=hananoya',
    })
    const text = (await gathered(bytes(atOnce))).toString()
    const [, ending] = await lastEvents(deskChain)
    const rows = rowsOf(text).length
    expect(rows).toBeGreaterThan(0)
    expect(ending).toMatchObject({
      action: 'audit.export_ended',
      outcome: 'done',
      details: { export: beginning.details.export, rows },
    })
    expect((await lastExports(auditor))[0]).toMatchObject({ rows, cutShort: false })
  })

  it('has nothing that happened after it began, and not itself', async () => {
    const { auditor, merchant, shop, db } = world
    await anOrder(db, shop, 'P-LATE')
    const { bytes } = await begun(auditor, 'csv')
    await filed(merchant, shop, aRow('P-LATE'))
    const rows = rowsOf((await gathered(bytes(atOnce))).toString())
    const late = rows.filter((row) => row.注文番号 === 'P-LATE').map((row) => row.操作コード)
    expect(late).toEqual(['order.received'])
    const { id } = await db.orderEvent.findFirstOrThrow({
      where: { action: 'audit.exported' },
      orderBy: { id: 'desc' },
    })
    expect(rows.length).toBeGreaterThan(late.length)
    expect(rows.map((row) => row.記録ID)).not.toContain(id)
  })

  it.each(['client_gone', 'stopping'] as const)('is cut short when %s', async (why) => {
    const { auditor } = world
    const { bytes } = await begun(auditor, 'csv')
    const made = bytes(() => Promise.reject(new ExportCut(why)))
    expect((await made.next()).done).toBe(false)
    // Whoever has gone is told nothing; the others' download must not look whole.
    if (why === 'client_gone') expect((await made.next()).done).toBe(true)
    else await expect(made.next()).rejects.toThrow(ExportCut)
    const [, ending] = await lastEvents(deskChain)
    expect(ending).toMatchObject({ action: 'audit.export_ended', outcome: 'refused', refusal: why })
    expect((await lastExports(auditor))[0]).toMatchObject({ rows: 0, cutShort: true })
  })

  it('knows by its name why it was cut short, as the pages’ build has a class of its own', () => {
    const cut = (error: object) => cutBy(Object.assign(new Error('cut'), error))
    expect(cut({ name: 'ExportCut', why: 'stopping' })).toBe('stopping')
    expect(cut({ name: 'ExportCut', why: 'whim' })).toBe('server_failed')
    expect(cut({ name: 'Error', why: 'stopping' })).toBe('server_failed')
  })

  it('is cut short when its reader stops, and when something fails', async () => {
    const { auditor } = world
    const stopped = (await begun(auditor, 'csv')).bytes(atOnce)
    await stopped.next()
    await stopped.return()
    expect((await lastEvents(deskChain))[1]).toMatchObject({ outcome: 'refused', refusal: 'client_gone' })
    const failing = (await begun(auditor, 'csv')).bytes(() => Promise.reject(new Error('no network')))
    await failing.next()
    await expect(failing.next()).rejects.toThrow('no network')
    expect((await lastEvents(deskChain))[1]).toMatchObject({ outcome: 'refused', refusal: 'server_failed' })
  })

  it('leaves a log without a fault', async () => {
    const faults: Fault[] = []
    await verifyLog(world.db, (fault) => faults.push(fault))
    expect(faults).toEqual([])
  })
})

describe('a shop', () => {
  it('gets its own events, is told that colleagues wrote and not what, and has it on its own chain', async () => {
    const { merchant, shop, auditor } = world
    const rows = await csvOf(merchant)
    expect(new Set(rows.map((row) => row.店舗コード))).toEqual(new Set(['hananoya']))
    const note = (which: Row[]) => which.find((row) => row.操作コード === 'correction.noted')?.書かれた内容
    expect(note(rows)).toBe('窓口の社内向けの文章のため、表示しません。')
    expect(note(await csvOf(auditor, { shop: 'hananoya' }))).toBe('要注意の店舗')
    const [beginning, ending] = await lastEvents(shop)
    expect([beginning.action, ending.action]).toEqual(['audit.exported', 'audit.export_ended'])
    expect(ending).toMatchObject({ shop, details: { rows: rows.length } })
  })

  it.each([{ shop: 'linne' }, { number: 'P2511001', words: '100%' }, { words: '要注意' }])(
    'gets nothing of another by asking for %j',
    async (filter) => {
      expect(await csvOf(world.merchant, filter)).toEqual([])
    },
  )
})

it('loses the words that were looked for when an admin erases them, wherever they were looked for', async () => {
  const { admin, auditor, agent, db } = world
  const words = '山田花子'
  for (const desk of [auditor, agent]) await exported(desk, 'csv', { shop: 'hananoya', words })
  const [last, before] = await lastExports(auditor)
  expect(last).toMatchObject({ filter: { words }, erased: false })
  const name = { exported: last?.id ?? '' }
  expect(await erasable(agent, name)).toBeNull()
  const found = await erasable(admin, name)
  expect(found?.events).toMatchObject([{ words, told: { action: 'audit.exported' } }])
  const events = found?.events.map(({ id }) => id) ?? []
  const reason = 'ご本人から消去の依頼があったため'
  expect(await eraseWords(admin, name, { events, reason })).toEqual({ ok: true, erased: 2 })
  for (const id of [last?.id, before?.id]) {
    const row = (await lastExports(auditor)).find((each) => each.id === id)
    expect(row).toMatchObject({ filter: { shop: 'hananoya' }, erased: true })
  }
  expect(await erasable(admin, name)).toMatchObject({ events: [] })
  expect(await erasable(admin, { exported: 'nothing' })).toBeNull()
  const stored = await db.$queryRaw`SELECT 1 FROM audit_export x WHERE strpos(x::text, ${words}) > 0`
  expect(stored).toEqual([])
  const faults: Fault[] = []
  await verifyLog(db, (fault) => faults.push(fault))
  expect(faults).toEqual([])
})

describe('the list of exports', () => {
  it('is one’s own; auditors and admins see everybody’s', async () => {
    const { merchant, otherMerchant, agent, auditor, admin } = world
    await exported(otherMerchant, 'csv', { number: 'P-OTHERS' })
    await exported(agent, 'csv', { number: 'P-AGENTS' })
    const by = async (desk: Desk) => new Set((await lastExports(desk)).map((row) => row.by))
    expect(await by(otherMerchant)).toEqual(new Set([otherMerchant.actor.name]))
    expect(await by(merchant)).toEqual(new Set([merchant.actor.name]))
    expect(await by(agent)).toEqual(new Set([agent.actor.name]))
    for (const desk of [auditor, admin]) {
      expect([...(await by(desk))]).toEqual(
        expect.arrayContaining([otherMerchant.actor.name, agent.actor.name]),
      )
    }
  })

  it('knows within two minutes of one whose process is gone', async () => {
    const begin = world.clock.now().getTime()
    const lasting = (seconds: number): Desk => ({
      ...world.agent,
      clock: { now: () => new Date(begin + seconds * 1_000) },
    })
    const { bytes } = await begun(lasting(0), 'csv', { number: 'P-LOST' })
    expect((await lastExports(lasting(60)))[0]).toMatchObject({ finishedAt: null, lost: false })
    expect((await lastExports(lasting(120)))[0]).toMatchObject({ finishedAt: null, lost: true })
    await gathered(bytes(atOnce))
    expect((await lastExports(lasting(120)))[0]).toMatchObject({ lost: false })
  })

  it('knows that one is alive whose reader takes its time', async () => {
    const { agent, db } = world
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    try {
      const { bytes } = await begun(agent, 'csv', { number: 'P-SLOW' })
      const slow = bytes(atOnce)
      await slow.next()
      const { id, aliveAt } = await db.auditExport.findFirstOrThrow({ orderBy: { startedAt: 'desc' } })
      vi.advanceTimersByTime(aliveEvery)
      await expect
        .poll(async () => (await db.auditExport.findUniqueOrThrow({ where: { id } })).aliveAt.getTime())
        .toBeGreaterThan(aliveAt.getTime())
      await slow.return()
      expect(vi.getTimerCount()).toBe(0)
    } finally {
      vi.useRealTimers()
    }
  })
})

it('names the file by its period', async () => {
  const october = { from: '2026-10-01', to: '2026-10-31' }
  expect(await begin(world.auditor, 'csv', october)).toMatchObject({
    name: 'mitame-audit-20261001-20261031.csv',
  })
  expect(await begin(world.auditor, 'csv-sjis', { ...october, number: 'P1/../Ｘ' })).toMatchObject({
    name: 'mitame-audit-P1_____-20261001-20261031.sjis.csv',
  })
})
