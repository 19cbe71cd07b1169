import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { draftLimits, keepDraft, takeDraft } from '~/staff/draft.server'
import { openTestDatabase } from './database'

const { db, close } = await openTestDatabase()
afterAll(close)
beforeEach(() => db.draft.deleteMany())

const now = new Date('2026-11-24T00:12:00Z')
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000)

function typed(fields: [string, string][]) {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}

async function kept(form: FormData, at = now) {
  const id = await keepDraft(db, 'request-new', form, at)
  if (!id) throw new Error('not kept')
  return id
}

describe('a draft of a lapsed form', () => {
  it('gives everything back as it was typed, once', async () => {
    const fields: [string, string][] = [
      ['orderNumber', '10023'],
      ['orderNumber', '10024'],
      ['reason', 'お客様都合で\n取消。"’\\ 𠮷'],
      ['empty', ''],
    ]
    const id = await kept(typed(fields))
    const taken = await takeDraft(db, 'request-new', id, later(1))
    expect(taken && [...taken]).toEqual(fields)
    expect(await takeDraft(db, 'request-new', id, later(1))).toBeNull()
  })

  it('is given to one of two who ask at once', async () => {
    const id = await kept(typed([['reason', 'x']]))
    const taken = await Promise.all([1, 2, 3].map(() => takeDraft(db, 'request-new', id, now)))
    expect(taken.filter(Boolean)).toHaveLength(1)
  })

  it.each(['', 'x', "' OR 1=1 --", '018f0000-0000-7000-8000-000000000000'])(
    'is not found by %j',
    async (id) => {
      await kept(typed([['reason', 'x']]))
      expect(await takeDraft(db, 'request-new', id, now)).toBeNull()
    },
  )

  it('is kept for a day', async () => {
    const id = await kept(typed([['reason', 'x']]))
    expect(await takeDraft(db, 'request-new', id, later(draftLimits.hours))).toBeNull()
    await kept(typed([['reason', 'y']]), later(draftLimits.hours))
    expect(await db.draft.count()).toBe(1)
  })

  it('is not kept beyond 64 KB', async () => {
    expect(await keepDraft(db, 'request-new', typed([['reason', 'あ'.repeat(22_000)]]), now)).toBeNull()
    expect(await keepDraft(db, 'request-new', typed([['reason', 'あ'.repeat(21_000)]]), now)).not.toBeNull()
  })

  it('makes the oldest give way beyond a thousand', async () => {
    const oldest = await kept(typed([['reason', 'oldest']]))
    await db.draft.createMany({
      data: Array.from({ length: draftLimits.rows - 1 }, () => ({
        id: crypto.randomUUID(),
        form: 'request-new',
        content: '[]',
        createdAt: later(1),
      })),
    })
    expect(await db.draft.count()).toBe(draftLimits.rows)
    const newest = await kept(typed([['reason', 'newest']]), later(2))
    expect(await db.draft.count()).toBe(draftLimits.rows)
    expect(await takeDraft(db, 'request-new', oldest, later(2))).toBeNull()
    expect(await takeDraft(db, 'request-new', newest, later(2))).not.toBeNull()
  })
})
