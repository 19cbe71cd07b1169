import { startOfTokyoDay, tokyoDay } from '~/platform/tokyo'

/** For how many years a shop may have what people wrote kept: 7, or 10 with carried-forward losses (platform.md). */
export const retentionChoices = [7, 10] as const
export type RetentionYears = (typeof retentionChoices)[number]

/**
 * The moment before which nothing is kept any more. Words are kept through the same Tokyo day that many years after they
 * were written; those of 29 February through 28 February where there is no other.
 */
export function keptSince(now: Date, years: RetentionYears): Date {
  const today = tokyoDay(now)
  const then = `${Number(today.slice(0, 4)) - years}${today.slice(4)}`
  return startOfTokyoDay(isDay(then) ? then : then.replace('-02-29', '-03-01'))
}

function isDay(day: string): boolean {
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)
}
