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
  const load = async (address: string): Promise<void> => {
    if (sizes.has(address)) return
    sizes.set(address, 0)
    const { headers, body } = await visitor.get(address, 'gzip, deflate, br')
    sizes.set(address, body.length)
    const script = (
      headers['content-encoding'] === 'br' ? brotliDecompressSync(body) : gunzipped(headers, body)
    ).toString()
    for (const next of importsOf(script, language))
      await load(new URL(next, `http://page${address}`).pathname)
  }
  for (const address of first ?? []) await load(address)
  if (sizes.size === 0) throw new Error(`${path} loads no script`)
  return [...sizes.values()].reduce((sum, size) => sum + size, 0)
}

function gunzipped(headers: Awaited<ReturnType<Visitor['get']>>['headers'], body: Buffer): Buffer {
  return headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body
}

/** What a script needs at once; of what it may load later, the texts of the page's language, which nothing is drawn without. */
function importsOf(script: string, language: string): string[] {
  const needed = [...script.matchAll(/(?:from|import)\s*"(\.\/[^"]+\.js)"/g)]
  const texts = [...script.matchAll(/import\("(\.\/[^"]+\.js)"\)/g)].filter(([, name]) =>
    name?.startsWith(`./${language}-`),
  )
  return [...needed, ...texts].map(([, name]) => name ?? '')
}
