import { tokyoFields } from '~/platform/tokyo'
import type { Language } from './languages'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

type Unit = 'day' | 'hour' | 'minute' | 'second'

const units: Record<Language, Record<Unit, string>> = {
  ja: { day: '日', hour: '時間', minute: '分', second: '秒' },
  en: { day: ' d', hour: ' h', minute: ' min', second: ' s' },
}

/** `8,640円`, `¥8,640`. Yen have no fractions. */
export function formatMoney(language: Language, yen: number): string {
  const digits = formatNumber(language, yen)
  return language === 'ja' ? `${digits}円` : `${yen < 0 ? '-' : ''}¥${digits.replace('-', '')}`
}

const numbers = { ja: new Intl.NumberFormat('ja'), en: new Intl.NumberFormat('en') }

/** `48,210` */
export function formatNumber(language: Language, value: number): string {
  return numbers[language].format(value)
}

/** `2026-11-24`, in Tokyo. */
export function formatDay(at: Date): string {
  return tokyoFields(at).day
}

/** `2026-11-24 09:12`, in Tokyo. */
export function formatMinute(at: Date): string {
  const { day, minute } = tokyoFields(at)
  return `${day} ${minute}`
}

/** `2026-11-24 09:12:44`, in Tokyo. */
export function formatSecond(at: Date): string {
  const { day, second } = tokyoFields(at)
  return `${day} ${second}`
}

/** The one unit that says enough: `0.4秒`, `3分`, `2時間`, `5日`; `0.4 s`, `3 min`. Rounded down above a second. */
export function formatDuration(language: Language, milliseconds: number): string {
  const [amount, unit] = largestUnit(Math.abs(milliseconds))
  return `${amount}${units[language][unit]}`
}

function largestUnit(length: number): [number, Unit] {
  if (length >= day) return [Math.floor(length / day), 'day']
  if (length >= hour) return [Math.floor(length / hour), 'hour']
  if (length >= minute) return [Math.floor(length / minute), 'minute']
  if (length >= 10 * second) return [Math.floor(length / second), 'second']
  return [Math.round(length / 100) / 10, 'second']
}

/** How long ago: `3分前`, `3 min ago`; the day itself once that says more. */
export function formatAgo(language: Language, at: Date, now: Date): string {
  const passed = now.getTime() - at.getTime()
  if (passed < minute) return language === 'ja' ? 'たった今' : 'just now'
  if (passed >= 30 * day) return formatDay(at)
  const length = formatDuration(language, passed)
  return language === 'ja' ? `${length}前` : `${length} ago`
}

/** How long until it is due, or since: `残り 2時間`, `2時間超過`; `2 h left`, `2 h overdue`. */
export function formatDue(language: Language, due: Date, now: Date): string {
  const left = due.getTime() - now.getTime()
  if (Math.abs(left) < minute) return language === 'ja' ? 'まもなく期限' : 'due now'
  const length = formatDuration(language, left)
  if (left > 0) return language === 'ja' ? `残り ${length}` : `${length} left`
  return language === 'ja' ? `${length}超過` : `${length} overdue`
}
