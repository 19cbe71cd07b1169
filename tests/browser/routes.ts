import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RouteConfigEntry } from '@remix-run/route-config'
import routes from '../../app/routes'

export type Route = {
  path: string
  id: string
  /** Shows something, where others only answer or lead on. */
  page: boolean
  takesForms: boolean
}

/** Every route with its path, as `app/routes.ts` nests them; layouts have none of their own. */
export function everyRoute(entries: RouteConfigEntry[] = routes, above = ''): Route[] {
  return entries.flatMap(({ path, index, file, id, children = [] }) => {
    const full = [above, path].filter(Boolean).join('/')
    const source = readFileSync(join(import.meta.dirname, '../../app', file), 'utf8')
    const own = {
      path: full || '(index)',
      id: id ?? file.replace(/\.tsx?$/u, ''),
      page: /^export default /mu.test(source),
      takesForms: /^export (async )?(function|const) action\b/mu.test(source),
    }
    return [...(path !== undefined || index ? [own] : []), ...everyRoute(children, full)]
  })
}
