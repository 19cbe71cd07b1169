import { z } from 'zod'
import type { AuditFilter } from '~/audit/search/filter'
import { deleteSaved, renameSaved, type SavedRefusal, saveSearch } from '~/audit/search/saved.server'
import type { Desk } from '~/staff/desk.server'

const intents = ['save', 'replace', 'rename', 'delete'] as const
export type SavedIntent = (typeof intents)[number]

const formSchema = z.object({
  intent: z.enum(intents),
  name: z.string().max(200).default(''),
  id: z.uuid().optional(),
})

export const refusalStatus: Record<SavedRefusal, number> = {
  invalid: 422,
  exists: 409,
  full: 409,
  not_found: 404,
  not_permitted: 404,
}

/** Does what a form asks of the saved searches; null for a form that is none of them. */
export async function actOnSaved(desk: Desk, filter: AuditFilter, form: FormData) {
  const parsed = formSchema.safeParse(Object.fromEntries(form))
  if (!parsed.success) return null
  const { intent, name, id } = parsed.data
  const result = await carryOut(desk, filter, parsed.data)
  return result && { ...result, intent, name: name.trim(), id: id ?? null }
}

function carryOut(desk: Desk, filter: AuditFilter, { intent, name, id }: z.infer<typeof formSchema>) {
  switch (intent) {
    case 'save':
      return saveSearch(desk, name, filter)
    case 'replace':
      return saveSearch(desk, name, filter, { replace: true })
    case 'rename':
      return id === undefined ? null : renameSaved(desk, id, name)
    case 'delete':
      return id === undefined ? null : deleteSaved(desk, id)
  }
}
