import { readdirSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import type { RequestHandler } from 'express'

const ending = '.br'

/**
 * Puts a compressed copy beside each script and style sheet of the folder, by brotli at its best: it takes seconds,
 * which no answer has, and is some 15 % smaller than what the server compresses as it goes.
 */
export async function makeBrotliCopies(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /\.(js|css)$/.test(name))
  for (const name of names) {
    const path = join(folder, name)
    await writeFile(`${path}${ending}`, await promisify(brotliCompress)(await readFile(path)))
  }
}

/** Leads browsers that read brotli to those copies; what follows sends the file. */
export function brotliCopies(folder: string): RequestHandler {
  const copies = new Set(readdirSync(folder).filter((name) => name.endsWith(ending)))
  return (request, response, next) => {
    const copy = `${request.path.slice(1)}${ending}`
    if (copies.has(copy)) {
      response.vary('Accept-Encoding')
      if (request.acceptsEncodings('br')) {
        response.type(extname(request.path)).set('Content-Encoding', 'br')
        request.url = `/${copy}`
      }
    }
    next()
  }
}
