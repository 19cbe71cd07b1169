import { lastExports } from '~/audit/export/list.server'
import { countMatching } from '~/audit/search/count.server'
import { filterToQuery, readFilter } from '~/audit/search/filter'
import { peopleToChoose } from '~/audit/search/people.server'
import { shopChoices } from '~/shops/list.server'
import { type Desk, permits } from '~/staff/desk.server'

/** All that the export's page shows for an address. */
export async function loadExport(desk: Desk, query: URLSearchParams) {
  const { filter, problems } = readFilter(query)
  const [count, shops, people, rows] = await Promise.all([
    countMatching(desk, filter),
    shopChoices(desk),
    peopleToChoose(desk, filter.shop),
    lastExports(desk),
  ])
  return {
    ...{ filter, count, shops, people, rows },
    query: filterToQuery(filter).toString(),
    wrong: Object.keys(problems).length > 0,
    everybodys: permits(desk, 'audit.exports_see'),
    erasing: permits(desk, 'audit.erase'),
  }
}

export type ExportPage = Awaited<ReturnType<typeof loadExport>>
