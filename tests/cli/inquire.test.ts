import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inquireCommand } from '~/cli/inquire'
import { testDatabase } from '../database'
import { aKuroneko, answered } from '../kuroneko-double'
import { anOrder, aShop, withOrders } from '../orders/world'
import { terminal } from './terminal'

const kuroneko = aKuroneko()
let database: Awaited<ReturnType<typeof testDatabase>>

beforeAll(async () => {
  database = await testDatabase()
  const [hana, linne] = [await aShop(database.db, 'hana'), await aShop(database.db, 'linne')]
  await withOrders(database.db, [
    anOrder(hana, 'P1', { kuronekoOrderNumber: 'P1-1' }),
    anOrder(hana, 'P2'),
    anOrder(linne, 'P2'),
    anOrder(hana, 'P3', { paymentMethod: 'bank_transfer' }),
  ])
  kuroneko.answers.set('P1-1', answered(40, 5000))
  kuroneko.answers.set('P2', { kind: 'unknown', reason: 'refused', errorCode: 'Z010000000' })
})
afterAll(() => database.close())

function inquire(...args: string[]) {
  const screen = terminal()
  const code = inquireCommand(args, { ...screen, withDesk: (_env, work) => work(database.db, kuroneko) })
  return { code, written: screen.written }
}

describe('mitame inquire', () => {
  test('asks by the number at Kuroneko, says what it says, and keeps it as evidence', async () => {
    const { code, written } = inquire('ｐ１')
    expect(await code).toBe(0)
    expect(written.out).toContain('受付番号: P1-1\n照会結果: 40 取消\n金額: 5,000円\n')
    const evidence = await database.db.evidence.findMany({ where: { order: { number: 'P1' } } })
    expect(evidence).toMatchObject([{ askedNumber: 'P1-1', statusInfo: 40, actorId: null }])
  })

  test('without a usable answer the exit code says so, to people and to programs', async () => {
    const people = inquire('P2', '--shop', 'linne')
    expect(await people.code).toBe(1)
    expect(people.written.out).toContain(
      '不明 クロネコが照会を受け付けませんでした。 Z010000000: メンテナンス中',
    )
    const programs = inquire('P2', '--shop', 'linne', '--json')
    expect(await programs.code).toBe(1)
    expect(JSON.parse(programs.written.out)).toMatchObject({
      orderNumber: 'P2',
      shop: 'linne',
      outcome: 'unknown',
      reason: 'refused',
      errorCode: 'Z010000000',
    })
  })

  test.each([
    [['P9'], 1, 'P9 はありません'],
    [['P1', '--shop', 'linne'], 1, 'P1 はありません'],
    [['P2'], 2, 'hana, linne'],
    [['P3'], 1, 'カード決済の注文ではありません'],
    [[], 2, '引数を確認してください'],
  ])('refuses %j', async (args, exitCode, words) => {
    await expect(inquire(...args).code).rejects.toMatchObject({
      exitCode,
      message: expect.stringContaining(words),
    })
  })
})
