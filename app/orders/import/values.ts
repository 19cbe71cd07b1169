import { startOfTokyoDay } from '~/platform/tokyo'

/** How amounts, dates and times stand in shops' files. Each reader returns null for what it cannot read. */

/** Whole yen: `12100`, `12,100`, `¥12,100`, `１２，１００円`. */
export function readAmount(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/^[¥\\]/u, '')
    .replace(/円$/u, '')
  if (!/^(\d{1,9}|\d{1,3}(,\d{3}){1,2})$/u.test(plain)) return null
  return Number(plain.replaceAll(',', ''))
}

/** A Tokyo day, and the minutes since its start where the text says a time too. */
export type ReadDay = { day: string; seconds: number | null }

/** `2026/11/04`, `2026-11-04 09:12`, `20261104`, `2026年11月4日`; the time may follow. */
export function readDay(text: string): ReadDay | null {
  const plain = text.normalize('NFKC').trim()
  const found =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]*(.+))?$/u.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})(?:[T\s]+(.+))?$/u.exec(plain)
  if (!found) return null
  const [, year, month = '', date = '', rest] = found
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  if (!isDay(day)) return null
  if (rest === undefined) return { day, seconds: null }
  const seconds = readTime(rest)
  return seconds === null ? null : { day, seconds }
}

/** `09:12`, `9:12:33`, `0912`, `091233`, `9時12分`: seconds since midnight. */
export function readTime(text: string): number | null {
  const plain = text.normalize('NFKC').trim()
  const found =
    /^(\d{1,2})[:時](\d{1,2})(?:[:分](\d{1,2})?秒?)?(?:\.\d+)?$/u.exec(plain) ??
    /^(\d{2})(\d{2})(\d{2})?$/u.exec(plain)
  if (!found) return null
  const [hours = 0, minutes = 0, seconds = 0] = found.slice(1).map((part) => Number(part ?? 0))
  return hours < 24 && minutes < 60 && seconds < 60 ? (hours * 60 + minutes) * 60 + seconds : null
}

/** The moment so many seconds into a Tokyo day. */
export function momentOf(day: string, seconds: number): Date {
  return new Date(startOfTokyoDay(day).getTime() + seconds * 1000)
}

function isDay(day: string): boolean {
  try {
    return startOfTokyoDay(day).getTime() > 0
  } catch {
    return false
  }
}
