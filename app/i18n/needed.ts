import type { Language } from './languages'

type Load = (language: Language, area: string) => Promise<void>
type Page = { language: Language; load: Load }

const prefix = 'texts/'
/** What the browser's page waits for, by area; an area that nobody has begun to load yet has no promise. */
const arrivals = new Map<string, Promise<void> | null>()
let page: Page | null = null

/**
 * A script of the browser names the areas that its components show, as `texts/orders`. The build adds the call to every
 * file that asks `useTranslation` for them (vite.config.ts), so that texts are on their way before anything is drawn.
 */
export function need(...names: string[]): void {
  for (const name of names) {
    const area = name.slice(prefix.length)
    if (!arrivals.get(area)) arrivals.set(area, page && begin(page, area))
  }
}

/** Loads what the scripts have named so far, and from now on what is named at once. */
export async function loadNeeded(language: Language, load: Load): Promise<void> {
  page = { language, load }
  for (const area of arrivals.keys()) need(prefix + area)
  await Promise.all(arrivals.values())
}

/** Resolves when the texts are there; they begin to load now if nobody has asked before. */
export function arrivalOf(area: string): Promise<void> {
  need(prefix + area)
  return arrivals.get(area) ?? Promise.reject(new Error(`the texts of ${area} are not loaded here`))
}

/** Texts that are no longer served belong to an older build: as for a route's script, the page is loaded anew. */
function begin({ language, load }: Page, area: string): Promise<void> {
  return load(language, area).catch(() => {
    window.location.reload()
    return new Promise(() => {})
  })
}
