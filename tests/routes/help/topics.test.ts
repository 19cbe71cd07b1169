import { expect, it, test } from 'vitest'
import { readersFor, topics } from '~/routes/help/topics'
import { everyRoute } from '../../browser/routes'

test.each([
  ['merchant', ['shop', 'desk', 'audit']],
  ['lead', ['desk', 'shop', 'audit']],
  ['auditor', ['audit', 'shop', 'desk']],
] as const)('what is for a %s comes first', (role, readers) => {
  expect(readersFor(role)).toEqual(readers)
})

it('lists every page of the help', () => {
  const listed = new Set(topics.map(({ to }) => to))
  const pages = everyRoute()
    .map(({ path }) => `/${path}`)
    .filter((path) => path.startsWith('/help/'))
  expect(pages.filter((path) => !listed.has(path))).toEqual([])
})
