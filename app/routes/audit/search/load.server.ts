import { z } from 'zod'
import { countMatching } from '~/audit/search/count.server'
import { filterToQuery, readFilter } from '~/audit/search/filter'
import { peopleToChoose } from '~/audit/search/people.server'
import { savedSearches } from '~/audit/search/saved.server'
import { searchEvents } from '~/audit/search/search.server'
import { shopChoices } from '~/shops/list.server'
import { type Desk, permits } from '~/staff/desk.server'
import { exportAddress, withQuery } from './address'

const afterSchema = z.uuid().optional().catch(undefined)

/** All that the search's page shows for an address. */
export async function loadSearch(desk: Desk, query: URLSearchParams) {
  const { filter, typed, problems } = readFilter(query)
  const after = afterSchema.parse(query.get('after') ?? undefined)
  const [found, count, saved, shops, people] = await Promise.all([
    searchEvents(desk, filter, { after }),
    countMatching(desk, filter),
    savedSearches(desk),
    shopChoices(desk),
    peopleToChoose(desk, filter.shop),
  ])
  const asked = filterToQuery(filter)
  const next = new URLSearchParams(asked)
  if (found.ended && found.next) next.set('after', found.next)
  return {
    ...{ filter, typed, problems, found, count, saved, shops, people },
    narrowed: asked.size > 0,
    query: asked.toString(),
    exportTo: exportAddress(filter),
    first: after ? withQuery(asked) : null,
    next: next.has('after') ? withQuery(next) : null,
    requests: permits(desk, 'desk.see') ? ('/desk' as const) : ('/requests' as const),
  }
}

export type Search = Awaited<ReturnType<typeof loadSearch>>
export type Choices = Pick<Search, 'shops' | 'people'>
