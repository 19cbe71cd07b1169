import type { Goal, Result } from '../report'
import type { Bench } from '../scale'
import { measureInstall } from '../size/install'
import { measureMemory } from '../size/memory'
import { measureScripts } from '../size/scripts'
import { measureSecondStart } from '../size/second-start'

const value = (name: string, amount: number, unit: string, goal: Goal | null): Result => {
  if (!Number.isFinite(amount)) throw new Error(`${name} was not measured`)
  return { kind: 'value', name, value: amount, unit, goal }
}

/** How long a second start takes, and what the browser must load. */
export const starting: Bench = async () => {
  const { first, second } = await measureSecondStart()
  const scripts = await measureScripts()
  return [
    value('first start with its packages', first, 's', null),
    value('second start', second, 's', { at: 'most', value: 5 }),
    value('script of /requests/new', scripts['/requests/new'], 'kB', { at: 'most', value: 150 }),
    value('script of /desk', scripts['/desk'], 'kB', { at: 'most', value: 200 }),
  ]
}

/** What the web process holds of memory, at rest and after many requests. */
export const memory: Bench = async ({ requests }) => {
  const { rest, after, slope } = await measureMemory(requests)
  return [
    value('web process at rest', rest, 'MB', { at: 'most', value: 250 }),
    value(`after ${requests.toLocaleString('en')} requests`, after, 'MB', null),
    value('growth over the second half, each 1,000 requests', slope, 'MB', { at: 'most', value: 0.1 }),
  ]
}

/** What a production installation takes on disk. */
export const installing: Bench = async () => {
  const { all, counted } = await measureInstall()
  return [
    value('npm ci --omit=dev, all', all, 'MB', null),
    value('npm ci --omit=dev, without database and Node', counted, 'MB', { at: 'most', value: 300 }),
  ]
}
