import type { Chance } from './chance'

/** Times as milliseconds; the business's hours are Tokyo's. */

const offset = 9 * 3_600_000
export const minute = 60_000
export const hour = 3_600_000
export const day = 24 * hour

/** When people order, by the hour of the day: little at night, most after supper. */
const ordering = [3, 1, 1, 1, 1, 1, 2, 4, 6, 7, 8, 8, 10, 8, 7, 7, 7, 8, 9, 11, 13, 14, 12, 7]
const orderingBefore = ordering.map((_, i) => ordering.slice(0, i + 1).reduce((sum, weight) => sum + weight))
const orderingTotal = orderingBefore.at(-1) ?? 0

/** The number of the Tokyo day, from 1970-01-01. */
export function dayOf(at: number): number {
  return Math.floor((at + offset) / day)
}

export function startOfDay(dayNumber: number): number {
  return dayNumber * day - offset
}

/** How much is ordered on a day: more at weekends, in the two gift seasons and at the end of the year. */
export function trade(dayNumber: number): number {
  const month = new Date(dayNumber * day).getUTCMonth()
  const season = { 6: 1.3, 10: 1.2, 11: 1.6, 1: 0.8 }[month] ?? 1
  return season * (isWeekend(dayNumber) ? 1.25 : 1)
}

/** A moment of the day at which somebody orders. */
export function orderingTime(chance: Chance, dayNumber: number): number {
  const drawn = chance.fraction() * orderingTotal
  const hours = orderingBefore.findIndex((weight) => drawn < weight)
  return startOfDay(dayNumber) + hours * hour + chance.whole(0, hour - 1)
}

/** A moment after `after`, so much later in the median, within office hours of a weekday. */
export function officeTime(chance: Chance, after: number, median: number): number {
  const wanted = after + minute + Math.floor(chance.logNormal(median, 0.9))
  const today = dayOf(wanted)
  const time = wanted - startOfDay(today)
  if (!isWeekend(today) && time >= 9 * hour && time < 18 * hour) return wanted
  const next = nextWeekday(time < 9 * hour ? today : today + 1)
  return startOfDay(next) + 9 * hour + chance.whole(0, 2 * hour)
}

function nextWeekday(dayNumber: number): number {
  return isWeekend(dayNumber) ? nextWeekday(dayNumber + 1) : dayNumber
}

/** Day 0 was a Thursday. */
function isWeekend(dayNumber: number): boolean {
  return ((dayNumber + 4) % 7) % 6 === 0
}
