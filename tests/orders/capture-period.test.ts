import { describe, expect, test } from 'vitest'
import { daysLeftToCapture, lastCaptureDay, orderedWithDaysLeft } from '~/orders/capture-period'
import { startOfTokyoDay } from '~/platform/tokyo'

const ordered = {
  firstMoment: new Date('2026-11-04T00:00:00.000+09:00'),
  morning: new Date('2026-11-04T09:12:00.000+09:00'),
  lastMoment: new Date('2026-11-04T23:59:59.999+09:00'),
}

describe('the 58 days', () => {
  test.each(Object.entries(ordered))('count from the Tokyo day of the order (%s)', (_, at) => {
    expect(lastCaptureDay(at)).toBe('2027-01-01')
    expect(daysLeftToCapture(at, at)).toBe(58)
  })

  test.each([
    ['2026-11-05T00:00:00.000+09:00', 57],
    ['2026-11-05T23:59:59.999+09:00', 57],
    ['2026-11-06T00:00:00.000+09:00', 56],
    ['2026-12-31T23:59:59.999+09:00', 1],
    ['2027-01-01T00:00:00.000+09:00', 0],
    ['2027-01-01T23:59:59.999+09:00', 0],
    ['2027-01-02T00:00:00.000+09:00', -1],
    ['2027-03-01T12:00:00.000+09:00', -59],
  ])('at %s there are %i left', (now, left) => {
    for (const at of Object.values(ordered)) expect(daysLeftToCapture(at, new Date(now))).toBe(left)
  })

  test('change at midnight of every day, whatever the hour of the order', () => {
    for (let day = 0; day <= 60; day++) {
      const midnight = ordered.firstMoment.getTime() + day * 24 * 60 * 60 * 1000
      for (const at of Object.values(ordered)) {
        expect(daysLeftToCapture(at, new Date(midnight))).toBe(58 - day)
        expect(daysLeftToCapture(at, new Date(midnight - 1))).toBe(58 - day + 1)
      }
    }
  })

  test.each([0, 1, 3, 7])('have days of ordering with at most %i days left', (most) => {
    const now = new Date('2027-01-01T23:59:59.999+09:00')
    const { from, to } = orderedWithDaysLeft(most, now)
    const leftOf = (day: string) => daysLeftToCapture(startOfTokyoDay(day), now)
    expect([leftOf(from), leftOf(to)]).toEqual([0, most])
  })

  test('run over the end of February of a leap year and of another', () => {
    expect(lastCaptureDay(new Date('2028-01-01T12:00:00+09:00'))).toBe('2028-02-28')
    expect(lastCaptureDay(new Date('2028-01-02T12:00:00+09:00'))).toBe('2028-02-29')
    expect(lastCaptureDay(new Date('2027-01-02T12:00:00+09:00'))).toBe('2027-03-01')
  })
})
