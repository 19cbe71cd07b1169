import { tokyoFields } from '~/platform/tokyo'
import type { SandboxTransaction } from '../transaction'
import type { Texts } from './texts'

export function yen(amount: number, texts: Texts): string {
  return `${amount.toLocaleString('ja-JP')}${texts.yen}`
}

/** Tokyo's date and time, to the second. */
export function shownAt(at: string | null): string {
  if (!at) return '–'
  const { day, second } = tokyoFields(new Date(at))
  return `${day} ${second}`
}

/** Numbers may hold slashes and signs, so addresses hold them in hexadecimal. */
export function addressOf({ traderCode, orderNo }: SandboxTransaction): string {
  return `/transactions/${encodeURIComponent(traderCode)}/${Buffer.from(orderNo).toString('hex')}`
}

export function numberIn(hex: string): string {
  return Buffer.from(hex, 'hex').toString()
}
