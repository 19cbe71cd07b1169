// Plain JavaScript: it compiles the rest, so that what runs for weeks carries neither a loader nor source maps.
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build, stop } from 'esbuild'

const here = dirname(fileURLToPath(import.meta.url))
const builds = join(here, '../../build')
/** Older ones may still run. */
const keptBuilds = 3

// Libraries choose by it which copy of themselves they load.
process.env.NODE_ENV = 'production'
const folder = await keep(await compile())
await import(pathToFileURL(join(folder, 'start.js')).href)

async function compile() {
  const { outputFiles } = await build({
    entryPoints: [join(here, 'start.ts')],
    outdir: builds,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    plugins: [{ name: 'folders of the sources', setup: nameFolders }],
    write: false,
  })
  await stop()
  return outputFiles
}

/** Compiled code finds the migrations and the like from where its source was. */
function nameFolders(esbuild) {
  esbuild.onLoad({ filter: /[\\/]app[\\/].*\.ts$/ }, async ({ path }) => {
    const source = await readFile(path, 'utf8')
    const folder = JSON.stringify(dirname(path))
    return { contents: source.replaceAll('import.meta.dirname', folder), loader: 'ts' }
  })
}

/** Each state of the sources has its folder, which appears only when complete; returns it. */
async function keep(files) {
  const hash = createHash('sha256')
  for (const { path, contents } of files) hash.update(`${path}\0`).update(contents)
  const folder = join(builds, `start-${hash.digest('hex').slice(0, 16)}`)
  const used = await utimes(folder, new Date(), new Date()).catch(() => 'missing')
  if (used !== 'missing') return folder
  const draft = `${folder}.new-${process.pid}`
  await mkdir(draft, { recursive: true })
  for (const { path, contents } of files) await writeFile(join(draft, basename(path)), contents)
  // Another start may have been quicker with the same sources; what it made is as good.
  await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }))
  await removeOld()
  return folder
}

async function removeOld() {
  const names = (await readdir(builds)).filter((name) => name.startsWith('start-'))
  const found = await Promise.all(
    names.map(async (name) => ({
      name,
      at: (await stat(join(builds, name)).catch(() => null))?.mtimeMs ?? 0,
    })),
  )
  for (const { name } of found.sort((a, b) => b.at - a.at).slice(keptBuilds)) {
    await rm(join(builds, name), { recursive: true, force: true })
  }
}
