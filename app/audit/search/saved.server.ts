import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import type { Transaction } from '~/platform/database.server'
import { type Desk, permits } from '~/staff/desk.server'
import { type AuditFilter, filterToQuery } from './filter'

/** A search that somebody kept; `query` is its address's part. */
export type SavedSearch = { id: string; name: string; query: string }

const most = 50
const nameSchema = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .refine((name) => !name.includes('\0'))

export type SavedRefusal = 'not_permitted' | 'invalid' | 'not_found' | 'exists' | 'full'
export type SavedResult = { ok: true } | { ok: false; refusal: SavedRefusal }

const refused = (refusal: SavedRefusal): SavedResult => ({ ok: false, refusal })

/** One's own searches, by name. */
export async function savedSearches(desk: Desk): Promise<SavedSearch[]> {
  const rows = await desk.db.savedSearch.findMany({
    where: { userId: desk.actor.id },
    select: { id: true, name: true, filter: true },
    orderBy: { name: 'asc' },
  })
  return rows.map(({ id, name, filter }) => ({ id, name, query: filter }))
}

/** Keeps a search under a name, in place of the one that has it where `replace` says so; at most 50 each. */
export async function saveSearch(
  desk: Desk,
  typed: string,
  filter: AuditFilter,
  { replace = false } = {},
): Promise<SavedResult> {
  return change(desk, typed, async (tx, name) => {
    const userId = desk.actor.id
    const query = filterToQuery(filter).toString()
    const there = await tx.savedSearch.findFirst({ where: { userId, name }, select: { id: true } })
    if (there && !replace) return refused('exists')
    if (there) await tx.savedSearch.update({ where: { id: there.id }, data: { filter: query } })
    if (there) return { ok: true }
    if ((await tx.savedSearch.count({ where: { userId } })) >= most) return refused('full')
    const createdAt = desk.clock.now()
    await tx.savedSearch.create({ data: { id: uuidv7(), userId, name, filter: query, createdAt } })
    return { ok: true }
  })
}

/** Gives one of one's own searches another name. */
export async function renameSaved(desk: Desk, id: string, typed: string): Promise<SavedResult> {
  return change(desk, typed, async (tx, name) => {
    const userId = desk.actor.id
    const taken = await tx.savedSearch.count({ where: { userId, name, id: { not: id } } })
    if (taken > 0) return refused('exists')
    const { count } = await tx.savedSearch.updateMany({ where: { id, userId }, data: { name } })
    return count === 1 ? { ok: true } : refused('not_found')
  })
}

export async function deleteSaved(desk: Desk, id: string): Promise<SavedResult> {
  const { count } = await desk.db.savedSearch.deleteMany({ where: { id, userId: desk.actor.id } })
  return count === 1 ? { ok: true } : refused('not_found')
}

/** One person's changes follow each other, so that names stay apart and the number within its limit. */
async function change(
  desk: Desk,
  typed: string,
  write: (tx: Transaction, name: string) => Promise<SavedResult>,
): Promise<SavedResult> {
  if (!permits(desk, 'audit.see')) return refused('not_permitted')
  const name = nameSchema.safeParse(typed)
  if (!name.success) return refused('invalid')
  return desk.db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "user" WHERE id = ${desk.actor.id}::uuid FOR NO KEY UPDATE`
    return write(tx, name.data)
  })
}
