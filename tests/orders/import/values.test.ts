import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { proposeMapping } from '~/orders/import/fields'
import { momentOf, readAmount, readDay, readTime } from '~/orders/import/values'

describe('amounts', () => {
  test.each([
    ['12100', 12100],
    ['12,100', 12100],
    ['¥12,100', 12100],
    ['￥１２，１００', 12100],
    ['１２，１００円', 12100],
    [' 1,234,567 円 ', 1234567],
    ['0', 0],
  ])('%s', (text, yen) => expect(readAmount(text)).toBe(yen))

  test.each(['', '円', '12.5', '-800', '1,2,3', '12,10', '12,1000', '1e3', '12 100x', '9999999999', '=800'])(
    '%s is none',
    (text) => expect(readAmount(text)).toBeNull(),
  )

  test('are read as they are grouped', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (yen) => {
        expect(readAmount(`${yen.toLocaleString('ja-JP')}円`)).toBe(yen)
        expect(readAmount(String(yen))).toBe(yen)
      }),
    )
  })
})

describe('days and times', () => {
  test.each([
    ['2026/11/04', '2026-11-04', null],
    ['2026-11-4', '2026-11-04', null],
    ['20261104', '2026-11-04', null],
    ['２０２６／１１／０４', '2026-11-04', null],
    ['2026年11月4日', '2026-11-04', null],
    ['2026.11.04', '2026-11-04', null],
    ['2026-11-04 09:12', '2026-11-04', 33_120],
    ['2026-11-04T09:12:33.500', '2026-11-04', 33_153],
    ['2026年11月4日 9時12分', '2026-11-04', 33_120],
    ['20261104 091233', '2026-11-04', 33_153],
    ['2028/02/29', '2028-02-29', null],
  ])('%s', (text, day, seconds) => expect(readDay(text)).toEqual({ day, seconds }))

  test.each([
    '',
    '2026/13/01',
    '2026/02/29',
    '11/04',
    '26/11/04',
    '2026/11/04 25:00',
    '2026/11/04 abc',
    '202611',
  ])('%s is no day', (text) => expect(readDay(text)).toBeNull())

  test.each([
    ['09:12', 33_120],
    ['9:12:33', 33_153],
    ['0912', 33_120],
    ['091233', 33_153],
    ['０９：１２', 33_120],
    ['00:00', 0],
    ['23:59:59', 86_399],
  ])('%s', (text, seconds) => expect(readTime(text)).toBe(seconds))

  test.each(['', '24:00', '9', '09:60', '09:12 PM', '912'])('%s is no time', (text) => {
    expect(readTime(text)).toBeNull()
  })

  test("are Tokyo's", () => {
    expect(momentOf('2026-11-04', 33_120)).toEqual(new Date('2026-11-04T09:12:00+09:00'))
  })
})

describe('headings', () => {
  test('suggest their fields, whatever their width and order', () => {
    expect(
      proposeMapping(['備考', '決済 ステータス', 'Order Number', '合計', '注文日時', '処理状況']),
    ).toEqual({
      number: 'Order Number',
      orderedOn: '注文日時',
      paymentStatus: '決済 ステータス',
      processing: '処理状況',
      amount: '合計',
    })
  })

  test('suggest the most usual one where several would do', () => {
    expect(proposeMapping(['合計', '合計金額'])).toEqual({ amount: '合計金額' })
  })
})
