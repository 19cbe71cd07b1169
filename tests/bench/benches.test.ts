import { expect, it } from 'vitest'
import { benches } from './benches'
import { figureOf, type Result } from './report'
import { brief } from './scale'

/** Those that need npm's registry, or minutes whatever the scale, are run by hand alone. */
const byHand = ['installing', 'memory', 'processes', 'soak', 'starting']

const names = Object.keys(benches).filter((name) => !byHand.includes(name))

it.each(names)('npm run bench -- %s runs, verifies and reports', { timeout: 120_000 }, async (name) => {
  const results = await benches[name]?.(brief)
  expect(results).not.toHaveLength(0)
  for (const result of results ?? []) expect(figureOf(result), nameOf(result)).toSatisfy(Number.isFinite)
})

const nameOf = (result: Result) => (result.kind === 'ratio' ? result.row.name : result.name)
