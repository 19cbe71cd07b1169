import './production'
import { benches } from './benches'
import { isReached, type Result, tableOf } from './report'
import { brief, full } from './scale'

/**
 * `npm run bench`, `npm run bench -- NAME …`: measures against floors of the same run, on databases of its own that are
 * durable. With `--brief`, for a second each and on little data.
 */
const named = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const unknown = named.filter((name) => !(name in benches))
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`)
  process.exit(2)
}

const scale = process.argv.includes('--brief') ? brief : full
const results: Result[] = []
for (const [name, bench] of Object.entries(benches)) {
  if (named.length > 0 && !named.includes(name)) continue
  const begun = performance.now()
  const found = await bench(scale)
  console.log(`\n${name}, ${((performance.now() - begun) / 1_000).toFixed(0)} s\n\n${tableOf(found)}`)
  results.push(...found)
}
const missed = results.filter((result) => !isReached(result)).length
console.log(`\n${results.length} rows, ${missed} below their goal`)
