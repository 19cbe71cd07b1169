import { describe, expect, it } from 'vitest'
import {
  edited,
  emptyRow,
  readDoubts,
  readPosted,
  withAsked,
  writeDoubts,
} from '~/routes/requests/new/fields'

function posted(fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return readPosted(form)
}
const numbersOf = (rows: { orderNumber: string }[] | null) => rows?.map(({ orderNumber }) => orderNumber)
const row = (orderNumber: string) => ({
  ...emptyRow,
  orderNumber,
  paymentStatus: 'cancelled',
  reason: orderNumber,
})

describe('the posted form', () => {
  it('has its rows in the order of their numbers, without gaps', () => {
    const { requests, shop, intent } = posted({
      'requests.10.orderNumber': 'P3',
      'requests.2.orderNumber': 'P2',
      'requests.0.orderNumber': 'P1',
      'requests.0.reason': '返品のため',
      shop: 'hananoya',
      intent: 'file',
    })
    expect(numbersOf(requests)).toEqual(['P1', 'P2', 'P3'])
    expect(requests[0]).toEqual({ ...emptyRow, orderNumber: 'P1', reason: '返品のため' })
    expect([shop, intent]).toEqual(['hananoya', 'file'])
  })

  it('takes no other names and no row beyond 999', () => {
    const { requests } = posted({
      'requests.0.orderNumber': 'P1',
      'requests.0.__proto__': 'x',
      'requests.0.state': 'applied',
      'requests.__proto__.orderNumber': 'P2',
      'requests.999999999.orderNumber': 'P3',
    })
    expect(requests).toEqual([{ ...emptyRow, orderNumber: 'P1' }])
    expect(Object.getPrototypeOf(requests[0])).toBe(Object.prototype)
  })

  it('has one empty row where none was posted', () => {
    expect(posted({ intent: 'add' }).requests).toEqual([emptyRow])
  })
})

describe('the buttons of the form', () => {
  const rows = [row('P1'), row('P2'), row('P3')]

  it.each([
    ['add', ['P1', 'P2', 'P3', '']],
    ['remove.1', ['P1', 'P3']],
    ['remove.7', ['P1', 'P2', 'P3']],
    ['copy', ['P1', 'P2', 'P3']],
  ])('%s', (intent, numbers) => {
    expect(numbersOf(edited(rows, intent))).toEqual(numbers)
  })

  it('copy the first row, all but its number', () => {
    const first = { ...row('P1'), shippingStatus: 'returned', kuronekoStatus: 'other', kuronekoWords: '保留' }
    const [, second] = edited([first, { ...row('P2'), reason: 'x' }], 'copy') ?? []
    expect(second).toEqual({ ...first, orderNumber: 'P2' })
  })

  it('keep one empty row when the last is removed, and no more than a hundred', () => {
    expect(edited([row('P1')], 'remove.0')).toEqual([emptyRow])
    expect(edited(Array(100).fill(emptyRow), 'add')).toHaveLength(100)
  })

  it.each(['file', 'check', '', 'constructor', '__proto__'])('%s edits nothing', (intent) => {
    expect(edited(rows, intent)).toBeNull()
  })
})

describe('doubts', () => {
  it('travel as text and go once somebody has looked', () => {
    const doubts = writeDoubts([{ field: 'reason', sentence: '確認してください' }])
    expect(readDoubts(doubts)).toEqual([{ field: 'reason', sentence: '確認してください' }])
    expect(edited([{ ...emptyRow, doubts }], 'settle.0')).toEqual([emptyRow])
  })

  it.each(['', 'x', '{}', '[{"field":"state","sentence":"x"}]'])('are none in %j', (text) => {
    expect(readDoubts(text)).toEqual([])
  })
})

describe('the order that the address asks about', () => {
  it('takes the empty row, follows filled ones, and does not come twice', () => {
    expect(numbersOf(withAsked([emptyRow], [row('P9')]))).toEqual(['P9'])
    expect(numbersOf(withAsked([row('P1')], [row('P9')]))).toEqual(['P1', 'P9'])
    expect(numbersOf(withAsked([row('P9')], [row('P9')]))).toEqual(['P9'])
    expect(numbersOf(withAsked([row('P1')], []))).toEqual(['P1'])
  })
})
