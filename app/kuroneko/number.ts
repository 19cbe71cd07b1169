/** Kuroneko's 受付番号: at most 23 characters, digits, capital letters and # - * / < > : @ (kuroneko.md §2). */

export const longestNumber = 23
const allowed = /^[0-9A-Z#\-*/<>:@]+$/

export type UnfitNumber = 'too_long_number' | 'unfit_number'

/** Why Kuroneko cannot be asked about a number; null where it can. Nothing is ever cut or changed to fit. */
export function whyUnfit(number: string): UnfitNumber | null {
  if (number.length > longestNumber) return 'too_long_number'
  return allowed.test(number) ? null : 'unfit_number'
}

export type KuronekoNumber = { ok: true; number: string } | { ok: false; number: string; reason: UnfitNumber }

/**
 * The number under which Kuroneko knows an order: the one kept with it, else its own. Legacy numbers of 26 characters
 * without a known one cannot be asked about (kuroneko.md §2, "Order number mapping").
 */
export function kuronekoNumberOf(order: {
  number: string
  kuronekoOrderNumber: string | null
}): KuronekoNumber {
  const number = order.kuronekoOrderNumber ?? order.number
  const reason = whyUnfit(number)
  return reason ? { ok: false, number, reason } : { ok: true, number }
}
