import { addDays, tokyoDay } from '~/platform/tokyo'

/** Periods that are asked for by one press. */
export const periods = ['this_month', 'last_month', 'seven_days'] as const
export type Period = (typeof periods)[number]

/** The first and the last day of a period, in Tokyo, as of now. */
export function daysOf(period: Period, now: Date): { from: string; to: string } {
  const today = tokyoDay(now)
  const first = `${today.slice(0, 8)}01`
  if (period === 'seven_days') return { from: addDays(today, -6), to: today }
  if (period === 'this_month') return { from: first, to: today }
  const to = addDays(first, -1)
  return { from: `${to.slice(0, 8)}01`, to }
}
