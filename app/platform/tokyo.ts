/** The business's calendar is Tokyo's: nine hours ahead of UTC all year. Days are written `YYYY-MM-DD`. */

const offset = 9 * 60 * 60 * 1000
const dayLength = 24 * 60 * 60 * 1000

/** The calendar day in Tokyo at that moment. */
export function tokyoDay(at: Date): string {
  return new Date(at.getTime() + offset).toISOString().slice(0, 10)
}

/** The moment at which that day begins in Tokyo. Throws `RangeError` for what is no day of the calendar. */
export function startOfTokyoDay(day: string): Date {
  return new Date(dayNumber(day) * dayLength - offset)
}

/** Whole calendar days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from)
}

/** The day that many calendar days later. */
export function addDays(day: string, days: number): string {
  return new Date((dayNumber(day) + days) * dayLength).toISOString().slice(0, 10)
}

/** Tokyo's date and time of day, as fields of two or four digits. */
export function tokyoFields(at: Date): { day: string; minute: string; second: string } {
  const local = new Date(at.getTime() + offset).toISOString()
  return { day: local.slice(0, 10), minute: local.slice(11, 16), second: local.slice(11, 19) }
}

/**
 * The moment that a date and a time of day mean in Tokyo: `2026-11-20T15:00`, with seconds and their fraction if need
 * be. Null for what is none.
 */
export function tokyoMoment(local: string): Date | null {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)$/.exec(local.trim()) ?? []
  const at = new Date(`${day}T${time}+09:00`)
  // What rolls over, as 2026-02-30 into March, lies in another day than it says.
  return Number.isNaN(at.getTime()) || tokyoDay(at) !== day ? null : at
}

/** A moment as a field for date and time takes it, in Tokyo: `2026-11-20T15:00:12.345`, without a fraction of zero. */
export function tokyoLocal(at: Date): string {
  const local = new Date(at.getTime() + offset).toISOString().slice(0, 23)
  return local.endsWith('.000') ? local.slice(0, 19) : local
}

function dayNumber(day: string): number {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? []
  const start = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)))
  // `Date.UTC` rolls 2026-02-30 over into March.
  if (start.getUTCDate() !== Number(date) || start.getUTCMonth() !== Number(month) - 1) {
    throw new RangeError(`Not a calendar day: ${day}`)
  }
  return start.getTime() / dayLength
}
