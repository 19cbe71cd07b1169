import { rm } from 'node:fs/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { makeTemporaryHome } from '~/platform/home.server'
import { npmStart } from './start'
import { signedIn, type Visitor } from './visitor'

const pages = [
  { path: '/requests/new', email: 'tenpo@mitame.test' },
  { path: '/desk', email: 'desk@mitame.test' },
] as const

/** Kilobytes (10³ bytes) of script as sent, by page. */
export type Scripts = Record<(typeof pages)[number]['path'], number>

/** What a browser must load of script before each page works, as `npm start` serves it. */
export async function measureScripts(): Promise<Scripts> {
  const home = await makeTemporaryHome()
  try {
    const product = await npmStart(home)
    try {
      const sizes: Scripts = { '/requests/new': 0, '/desk': 0 }
      for (const { path, email } of pages) {
        const visitor = await signedIn(product.url, email)
        sizes[path] = (await scriptsOf(visitor, path)) / 1000
        visitor.leave()
      }
      return sizes
    } finally {
      await product.end()
    }
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

async function scriptsOf(visitor: Visitor, path: string): Promise<number> {
  const page = (await visitor.get(path)).body.toString()
  const [language = 'ja'] = page.match(/(?<=<html[^>]* lang=")\w+/) ?? []
  // Routes that the page could lead to are named there too, so only what is loaded at once is looked for.
  const first = page.match(
    /(?<=<link rel="modulepreload" href="|import\s*(?:\* as \w+ from\s*)?")\/assets\/[^"]+\.js/g,
  )
  const sizes = new Map<string, number>()
  const areas = new Set<string>()
  const texts = new Map<string, string>()
  const load = async (address: string): Promise<void> => {
    if (sizes.has(address)) return
    sizes.set(address, 0)
    const { headers, body } = await visitor.get(address, 'gzip, deflate, br')
    sizes.set(address, body.length)
    const script = scriptOf(headers['content-encoding'], body)
    for (const [, area = ''] of script.matchAll(/["'`]texts\/([a-z-]+)["'`]/g)) areas.add(area)
    for (const [, file = '', area = ''] of script.matchAll(textsOffered(language))) texts.set(area, file)
    for (const [, next = ''] of script.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g))
      await load(`/assets/${next}`)
  }
  for (const address of first ?? []) await load(address)
  // Nothing is drawn without the texts that the scripts name.
  for (const area of areas) await load(`/assets/${texts.get(area)}`)
  if (sizes.size === 0 || areas.size === 0) throw new Error(`${path} loads no script`)
  return [...sizes.values()].reduce((sum, size) => sum + size, 0)
}

/** The texts of all areas in one language, as the script that loads them names their files. */
const textsOffered = (language: string) => new RegExp(`"\\./(${language}-([a-z-]+)-[\\w-]{8}\\.js)"`, 'g')

function scriptOf(encoding: string | undefined, body: Buffer): string {
  if (encoding === 'br') return brotliDecompressSync(body).toString()
  return (encoding === 'gzip' ? gunzipSync(body) : body).toString()
}
