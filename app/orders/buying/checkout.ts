import { z } from 'zod'

/** What a buyer types at the checkout. Messages are keys of the area `storefront`. */

const plain = (text: string) => text.normalize('NFKC').trim()

/** As Kuroneko takes it. */
const phone = z
  .string()
  .transform((typed) => plain(typed).replaceAll(/[‐‑–—―ー−]/g, '-'))
  .refine((typed) => /^[\d-]{8,13}$/.test(typed), 'error.phone')

const name = z.string().trim().min(1, 'error.name').max(20, 'error.nameLength')

export const buyerSchema = z.object({
  name,
  email: z.string().transform(plain).pipe(z.email('error.email').max(64, 'error.email')),
  phone,
})
export type Buyer = z.output<typeof buyerSchema>

export const destinationSchema = z.object({
  name,
  postalCode: z
    .string()
    .transform((typed) => plain(typed).replaceAll(/\D/g, ''))
    .refine((digits) => /^\d{7}$/.test(digits), 'error.postalCode')
    .transform((digits) => `${digits.slice(0, 3)}-${digits.slice(3)}`),
  address: z.string().trim().min(1, 'error.address').max(60, 'error.addressLength'),
})
export type Destination = z.output<typeof destinationSchema>

export const mostDestinations = 4

export const payments = ['kuroneko_card', 'bank_transfer'] as const
export type PaymentChoice = (typeof payments)[number]

/** How a card is to be paid with: typed at Kuroneko, and saved there or not; or one that is saved there. */
export const cardChoiceSchema = z.union([
  z.object({ card: z.literal('new'), save: z.boolean() }),
  z.object({ card: z.string().regex(/^\d{4}-\d{1,2}$/) }),
])
export type CardChoice = z.output<typeof cardChoiceSchema>

export const chosenSchema = z.union([
  z.object({ method: z.literal('bank_transfer') }),
  z.object({ method: z.literal('kuroneko_card'), card: cardChoiceSchema }),
])
/** How an order is to be paid. */
export type Chosen = z.output<typeof chosenSchema>

/** The one field of a payment form: `bank_transfer`, `new`, or `saved:` and a saved card; beside it whether to save. */
export function readChosen(pay: string, save: boolean): Chosen | null {
  if (pay === 'bank_transfer') return { method: pay }
  const card = pay === 'new' ? { card: pay, save } : { card: pay.replace(/^saved:/, '') }
  const parsed = cardChoiceSchema.safeParse(card)
  return parsed.success ? { method: 'kuroneko_card', card: parsed.data } : null
}
