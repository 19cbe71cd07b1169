import { z } from 'zod'

/** A whole number as somebody types it, in full width or with commas too. An empty field is none, not 0. */
function typedNumber(most: number, message: string) {
  return z.preprocess(
    (typed) => (typeof typed === 'string' ? readNumber(typed) : typed),
    z.number(message).int(message).min(0, message).max(most, message),
  )
}

/** The number that was typed; NaN where it is none. */
export function readNumber(typed: string): number {
  const plain = typed.normalize('NFKC').replaceAll(/[\s,]/g, '')
  return /^\d+$/.test(plain) ? Number(plain) : Number.NaN
}

/** Yen; Kuroneko's own limit depends on the contract. */
const yen = typedNumber(9_999_999, 'error.yen')

/** 注文内容変更: what an order is to consist of. Messages are keys of the area `operations`. */
export const modificationSchema = z.object({
  lines: z
    .array(
      z.object({
        productId: z
          .uuid()
          .nullable()
          .or(z.literal('').transform(() => null)),
        name: z.string().trim().min(1, 'error.name').max(100, 'error.nameLength'),
        unitPrice: yen,
        quantity: typedNumber(999, 'error.quantity'),
      }),
    )
    .min(1, 'error.lines')
    .max(100),
  shippingFee: yen,
  fee: yen,
})
export type Modification = z.output<typeof modificationSchema>

/** The same as a form sends it: an order of nothing is cancelled, not modified. */
export const modificationFormSchema = modificationSchema.refine((wanted) => totalOf(wanted) >= 1, {
  message: 'error.total',
  path: ['total'],
})

/** The fee alone, of an order whose method was changed. */
export const feeChangeSchema = z.object({
  fee: yen,
  version: z.coerce.number().int().positive(),
})
export type FeeChange = z.output<typeof feeChangeSchema>

/** The order's total in yen: its lines, the shipping and the method's fee. */
export function totalOf({ lines, shippingFee, fee }: Modification): number {
  return lines.reduce((sum, { unitPrice, quantity }) => sum + unitPrice * quantity, 0) + shippingFee + fee
}
