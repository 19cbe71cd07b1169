import { describe, expect, it } from 'vitest'
import {
  formatAgo,
  formatDay,
  formatDue,
  formatDuration,
  formatMinute,
  formatMoney,
  formatSecond,
} from '~/i18n/format'

const now = new Date('2026-11-24T00:12:44Z')
const seconds = (count: number) => new Date(now.getTime() + count * 1000)
const hour = 3600
const day = 24 * hour

describe('amounts', () => {
  it.each([
    [8640, '8,640円', '¥8,640'],
    [0, '0円', '¥0'],
    [-1200, '-1,200円', '-¥1,200'],
  ])('%i', (yen, ja, en) => {
    expect(formatMoney('ja', yen)).toBe(ja)
    expect(formatMoney('en', yen)).toBe(en)
  })
})

describe('moments', () => {
  it('stand in Tokyo time, as exactly as asked', () => {
    expect(formatDay(now)).toBe('2026-11-24')
    expect(formatMinute(now)).toBe('2026-11-24 09:12')
    expect(formatSecond(now)).toBe('2026-11-24 09:12:44')
  })

  it.each([
    [0, 'たった今', 'just now'],
    [59, 'たった今', 'just now'],
    [60, '1分前', '1 min ago'],
    [hour - 1, '59分前', '59 min ago'],
    [2 * hour, '2時間前', '2 h ago'],
    [29 * day, '29日前', '29 d ago'],
    [30 * day, '2026-10-25', '2026-10-25'],
  ])('%i s ago', (passed, ja, en) => {
    expect(formatAgo('ja', seconds(-passed), now)).toBe(ja)
    expect(formatAgo('en', seconds(-passed), now)).toBe(en)
  })

  it.each([
    [2 * hour + 60, '残り 2時間', '2 h left'],
    [day, '残り 1日', '1 d left'],
    [30, 'まもなく期限', 'due now'],
    [-3 * hour, '3時間超過', '3 h overdue'],
  ])('due in %i s', (left, ja, en) => {
    expect(formatDue('ja', seconds(left), now)).toBe(ja)
    expect(formatDue('en', seconds(left), now)).toBe(en)
  })
})

describe('durations', () => {
  it.each([
    [400, '0.4秒', '0.4 s'],
    [12_900, '12秒', '12 s'],
    [3 * hour * 1000, '3時間', '3 h'],
  ])('%i ms', (length, ja, en) => {
    expect(formatDuration('ja', length)).toBe(ja)
    expect(formatDuration('en', length)).toBe(en)
  })
})
