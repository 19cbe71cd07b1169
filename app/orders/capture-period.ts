import { addDays, daysBetween, tokyoDay } from '~/platform/tokyo'

/** Days from the order's own within which a sale can be captured (the manual, 売上処理について). */
export const captureDays = 58

/** What lists ask for: at most so many days left; `0` is the last day itself. */
export const daysLeftChoices = ['7', '3', '1', '0'] as const

/** The last Tokyo day on which the order can be captured, until 24:00 there. Day 0 is the day of the order. */
export function lastCaptureDay(orderedAt: Date): string {
  return addDays(tokyoDay(orderedAt), captureDays)
}

/** Whole days left after today: 0 on the last day, negative once capture is no longer possible. */
export function daysLeftToCapture(orderedAt: Date, now: Date): number {
  return daysBetween(tokyoDay(now), lastCaptureDay(orderedAt))
}

/** The Tokyo days of ordering, both included, of orders that have today and at most so many days more to be captured. */
export function orderedWithDaysLeft(most: number, now: Date): { from: string; to: string } {
  const from = addDays(tokyoDay(now), -captureDays)
  return { from, to: addDays(from, most) }
}
