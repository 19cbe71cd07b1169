import { randomInt } from 'node:crypto'
import { tokyoFields } from '~/platform/tokyo'

/** A new order's number as the platform gives them: `P` and 18 digits, the time first. */
export function newOrderNumber(now: Date): string {
  const { day, second } = tokyoFields(now)
  const time = `${day.slice(2)}${second}`.replaceAll(/\D/g, '')
  return `P${time}${String(randomInt(1_000_000)).padStart(6, '0')}`
}

/**
 * The number under which the next attempt at paying is made: Kuroneko takes each only once (`domain.md`, Order numbers).
 * @param last the number of the attempt before
 */
export function nextKuronekoNumber(orderNumber: string, last: string): string {
  const attempt = last === orderNumber ? 0 : Number(last.slice(orderNumber.length + 1))
  return `${orderNumber}-${attempt + 1}`
}
