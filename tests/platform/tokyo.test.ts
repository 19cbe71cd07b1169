import { describe, expect, it } from 'vitest'
import {
  addDays,
  daysBetween,
  startOfTokyoDay,
  tokyoDay,
  tokyoFields,
  tokyoLocal,
  tokyoMoment,
} from '~/platform/tokyo'

describe('Tokyo days', () => {
  it.each([
    ['2026-11-23T14:59:59.999Z', '2026-11-23'],
    ['2026-11-23T15:00:00.000Z', '2026-11-24'],
    ['2026-12-31T15:00:00.000Z', '2027-01-01'],
    ['2028-02-28T15:00:00.000Z', '2028-02-29'],
  ])('%s lies in %s', (at, day) => {
    expect(tokyoDay(new Date(at))).toBe(day)
  })

  it('begins a day at the moment that is the first of it', () => {
    const start = startOfTokyoDay('2026-11-24')
    expect(start.toISOString()).toBe('2026-11-23T15:00:00.000Z')
    expect(tokyoDay(start)).toBe('2026-11-24')
    expect(tokyoDay(new Date(start.getTime() - 1))).toBe('2026-11-23')
  })

  it('reads midnight as 00:00 of the new day', () => {
    expect(tokyoFields(new Date('2026-11-23T15:00:05Z'))).toEqual({
      day: '2026-11-24',
      minute: '00:00',
      second: '00:00:05',
    })
  })

  it.each([
    ['2026-11-24', '2026-11-24', 0],
    ['2026-11-24', '2026-11-25', 1],
    ['2026-03-01', '2026-02-28', -1],
    ['2026-09-27', '2026-11-24', 58],
  ])('counts from %s to %s as %i days', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days)
    expect(addDays(from, days)).toBe(to)
  })

  it.each(['2026-02-30', '2026-13-01', '2026/11/24', ''])('refuses %j as a day', (day) => {
    expect(() => startOfTokyoDay(day)).toThrow(RangeError)
  })
})

describe('moments as people in Tokyo write them', () => {
  it.each([
    ['2026-11-20T15:00', '2026-11-20T06:00:00.000Z'],
    ['2026-11-20 15:00', '2026-11-20T06:00:00.000Z'],
    ['2026-11-20T00:00:12', '2026-11-19T15:00:12.000Z'],
    ['2028-02-29T23:59:59.999', '2028-02-29T14:59:59.999Z'],
  ])('%s is %s', (local, utc) => {
    expect(tokyoMoment(local)?.toISOString()).toBe(utc)
  })

  it.each([
    '2026-02-30T10:00',
    '2026-11-20T25:00',
    '2026-11-20T24:00',
    '2026-11-20',
    '15:00',
    'yesterday',
    '',
  ])('%j is none', (local) => {
    expect(tokyoMoment(local)).toBeNull()
  })

  it.each(['2026-11-20T06:00:00.000Z', '2026-11-19T15:00:12.345Z'])('%s comes back as it was', (utc) => {
    expect(tokyoMoment(tokyoLocal(new Date(utc)))?.toISOString()).toBe(utc)
  })

  it('are written without a fraction of zero', () => {
    expect(tokyoLocal(new Date('2026-11-20T06:00:00.000Z'))).toBe('2026-11-20T15:00:00')
  })
})
