import { z } from 'zod'
import type { PaymentMethod } from '../codes'

/** ○ possible, △ on a condition. The manual page, 変更が可能な決済方法一覧. */
export type MethodChange = 'yes' | 'conditional'

/** The four Kuroneko methods, from which the manual's matrix leads. */
export const kuronekoMethods = [
  'kuroneko_card',
  'kuroneko_convenience',
  'kuroneko_card_payment',
  'kuroneko_deferred',
] as const satisfies readonly PaymentMethod[]
export type KuronekoMethod = (typeof kuronekoMethods)[number]

/** The methods that an order can be changed to, in the order of the manual's columns. */
export const targetMethods = [
  'bank_transfer',
  'optional_payment',
  'cash_on_delivery',
  'atobarai_com',
  'np_atobarai',
] as const satisfies readonly PaymentMethod[]
export type TargetMethod = (typeof targetMethods)[number]

/** 決済方法変更: what an order is to be paid by. Messages are keys of the area `operations`. */
export const methodChangeSchema = z.object({
  to: z.enum(targetMethods, 'error.method'),
  version: z.coerce.number().int().positive().optional(),
})
export type MethodChangeInput = z.output<typeof methodChangeSchema>

const likeAll: Record<TargetMethod, MethodChange> = {
  bank_transfer: 'yes',
  optional_payment: 'yes',
  cash_on_delivery: 'yes',
  atobarai_com: 'yes',
  np_atobarai: 'conditional',
}

/** The manual's matrix: from (row) to (column), once the order is cancelled. */
export const methodMatrix: Record<KuronekoMethod, Record<TargetMethod, MethodChange>> = {
  kuroneko_card: likeAll,
  kuroneko_convenience: likeAll,
  kuroneko_card_payment: likeAll,
  kuroneko_deferred: likeAll,
}

/** These two can be changed to only while their link is 手動連携(CSV運用), whatever their mark. */
export const manualLinkOnly: readonly TargetMethod[] = ['atobarai_com', 'np_atobarai']

/** Whether a method can be changed to another; null where it can. */
export function methodRefusal(
  from: PaymentMethod,
  to: PaymentMethod,
  manualLink: boolean,
): 'method_not_offered' | 'method_needs_manual_link' | null {
  const row = kuronekoMethods.find((method) => method === from)
  const column = targetMethods.find((method) => method === to)
  if (!row || !column) return 'method_not_offered'
  return manualLinkOnly.includes(column) && !manualLink ? 'method_needs_manual_link' : null
}
