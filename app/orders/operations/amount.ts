import { z } from 'zod'

/** Yen; Kuroneko's own limit depends on the contract. */
const yen = z.coerce.number().int().min(0).max(9_999_999)

/** 注文内容変更: what an order is to consist of. Messages are keys of the area `operations`. */
export const modificationSchema = z.object({
  lines: z
    .array(
      z.object({
        productId: z.uuid().nullable(),
        name: z.string().trim().min(1, 'error.name').max(100, 'error.nameLength'),
        unitPrice: yen,
        quantity: z.coerce.number().int().min(0, 'error.quantity').max(999, 'error.quantity'),
      }),
    )
    .min(1, 'error.lines')
    .max(100),
  shippingFee: yen,
  fee: yen,
})
export type Modification = z.output<typeof modificationSchema>

/** The order's total in yen: its lines, the shipping and the method's fee. */
export function totalOf({ lines, shippingFee, fee }: Modification): number {
  return lines.reduce((sum, { unitPrice, quantity }) => sum + unitPrice * quantity, 0) + shippingFee + fee
}
