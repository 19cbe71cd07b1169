import type { z } from 'zod'
import { formatDuration } from '~/i18n/format'
import { languageOf, translator } from '~/i18n/translator.server'

/** The posted fields as the schema wants them, or the names of those that are not so. */
export function readForm<Schema extends z.ZodObject>(schema: Schema, form: FormData) {
  type Fields = z.output<Schema>
  const parsed = schema.safeParse(Object.fromEntries(form))
  if (parsed.success) return { ok: true, fields: parsed.data as Fields } as const
  const wrong = new Set(parsed.error.issues.map((issue) => issue.path[0] as keyof Fields & string))
  return { ok: false, wrong: [...wrong] } as const
}

/** What to say after too many attempts: when the next may be made, in whole minutes above one. */
export function limitedMessage(request: Request, { retryAfter }: { retryAfter: number }): string {
  const seconds = retryAfter > 60 ? Math.ceil(retryAfter / 60) * 60 : retryAfter
  const wait = formatDuration(languageOf(request), seconds * 1000)
  return translator(request)('account:signIn.limited', { wait })
}
