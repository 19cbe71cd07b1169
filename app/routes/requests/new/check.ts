import { zodResolver } from '@hookform/resolvers/zod'
import { z } from 'zod'
import { filingSchema } from '~/corrections/forms'
import { emptyRow, type FormRow, type FormValues } from './fields'

/** What the form needs once something is to be checked; the schemas' library is large, so it comes only then. */

// react-hook-form has one type for its fields; until they are right, this form's are text.
const schema = filingSchema.extend({
  shop: z.string().min(1, 'error.shop_required'),
}) as unknown as z.ZodType<FormValues, FormValues>

export const resolve = zodResolver(schema, undefined, { raw: true })

/** What this device keeps of an unfinished form. */
export type Draft = z.infer<typeof draftSchema>

const row = z.object(
  Object.fromEntries(Object.keys(emptyRow).map((field) => [field, z.string()])) as Record<
    keyof FormRow,
    z.ZodString
  >,
)
const draftSchema = z.object({
  requests: z.array(row).min(1).max(100),
  shop: z.string(),
  idempotencyKey: z.string(),
  text: z.string(),
})

/** Throws where the text is no draft. */
export function parseDraft(text: string): Draft {
  return draftSchema.parse(JSON.parse(text))
}
