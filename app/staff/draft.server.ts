import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Database } from '~/platform/database.server'

/** Forms that can be taken up again after signing in anew. */
export type DraftForm = 'request-new' | `order:${string}`

export const draftLimits = { bytes: 64 * 1024, rows: 1000, hours: 24 }

const content = z.array(z.tuple([z.string(), z.string()]))

/**
 * Keeps what was typed into a form whose sign-in had lapsed. Anybody may cause this, so size and number are bounded.
 * @returns the id by which the browser asks for it again, or null when it was too large to keep
 */
export async function keepDraft(
  db: Database,
  form: DraftForm,
  typed: FormData,
  now: Date,
): Promise<string | null> {
  const fields = [...typed].filter((field): field is [string, string] => typeof field[1] === 'string')
  const text = JSON.stringify(fields)
  if (Buffer.byteLength(form + text) > draftLimits.bytes) return null
  // Whoever knows the id reads the draft: 122 random bits, where a UUIDv7 would also tell the time.
  const id = randomUUID()
  await db.draft.create({ data: { id, form, content: text, createdAt: now } })
  await removeStale(db, now)
  return id
}

/** Gives a kept form out again, once. Null when there is none of this id and form, or it is older than a day. */
export async function takeDraft(
  db: Database,
  form: DraftForm,
  id: string,
  now: Date,
): Promise<FormData | null> {
  if (!z.uuid().safeParse(id).success) return null
  const [draft] = await db.$queryRaw<{ content: string }[]>`
    DELETE FROM draft WHERE id = ${id}::uuid AND form = ${form} AND created_at > ${oldest(now)} RETURNING content`
  if (!draft) return null
  const typed = new FormData()
  for (const [name, value] of content.parse(JSON.parse(draft.content))) typed.append(name, value)
  return typed
}

async function removeStale(db: Database, now: Date): Promise<void> {
  await db.$executeRaw`
    DELETE FROM draft WHERE created_at <= ${oldest(now)} OR id IN (
      SELECT id FROM draft ORDER BY created_at DESC, id OFFSET ${draftLimits.rows})`
}

function oldest(now: Date): Date {
  return new Date(now.getTime() - draftLimits.hours * 3_600_000)
}
