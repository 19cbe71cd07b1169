import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deleteSaved, renameSaved, savedSearches, saveSearch } from '~/audit/search/saved.server'
import { aWorld, type World } from '../world'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const refused = (refusal: string) => ({ ok: false, refusal })

describe('saved searches', () => {
  it('are kept under a name, replaced, renamed and deleted, by whom they belong to', async () => {
    const { auditor, agent } = world
    expect(await saveSearch(auditor, ' 高額 ', { amountFrom: 100_000 })).toEqual({ ok: true })
    expect(await saveSearch(auditor, '高額', { amountFrom: 1 })).toEqual(refused('exists'))
    expect(await saveSearch(auditor, '高額', { amountFrom: 200_000 }, { replace: true })).toEqual({
      ok: true,
    })
    expect(await saveSearch(auditor, ' ', {})).toEqual(refused('invalid'))
    const [saved] = await savedSearches(auditor)
    expect(saved).toMatchObject({ name: '高額', query: 'amountFrom=200000' })
    expect(await savedSearches(agent)).toEqual([])
    const id = saved?.id ?? ''
    expect(await renameSaved(agent, id, '別名')).toEqual(refused('not_found'))
    expect(await deleteSaved(agent, id)).toEqual(refused('not_found'))
    await saveSearch(auditor, '先月', {})
    expect(await renameSaved(auditor, id, '先月')).toEqual(refused('exists'))
    expect(await renameSaved(auditor, id, '20万円以上')).toEqual({ ok: true })
    expect((await savedSearches(auditor)).map(({ name }) => name)).toEqual(['20万円以上', '先月'])
    expect(await deleteSaved(auditor, id)).toEqual({ ok: true })
    expect(await deleteSaved(auditor, id)).toEqual(refused('not_found'))
  })

  it('are at most fifty, however many are saved at once', async () => {
    const { lead, db, clock } = world
    const row = (i: number) => ({
      ...{ id: uuidv7(), userId: lead.actor.id, name: `検索${i}`, filter: '' },
      createdAt: clock.now(),
    })
    await db.savedSearch.createMany({ data: Array.from({ length: 48 }, (_, i) => row(i)) })
    const results = await Promise.all([1, 2, 3, 4].map((i) => saveSearch(lead, `同時${i}`, {})))
    expect(results.filter(({ ok }) => ok)).toHaveLength(2)
    expect(results).toContainEqual(refused('full'))
    expect(await savedSearches(lead)).toHaveLength(50)
    expect(await saveSearch(lead, '検索1', {}, { replace: true })).toEqual({ ok: true })
  })
})
