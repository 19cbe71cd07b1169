import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { makeBrotliCopies } from '~/platform/http/brotli-copies.server'
import { StartRefused } from '~/platform/refused.server'
import type { Shutdown } from './shutdown'

const ROOT = join(import.meta.dirname, '../../..')
const BUILDS = join(ROOT, 'build')
const SOURCES = [
  'app',
  'public',
  'vite.config.ts',
  'tsconfig.json',
  'package-lock.json',
  'prisma/schema.prisma',
]
const GENERATED = join(ROOT, 'app/platform/prisma')
/** Older ones may still serve another Mitame of this checkout. */
const KEPT_BUILDS = 3

/**
 * The folder of the production build of the present sources. Each state of the sources has its own folder,
 * which appears only when complete: an interrupted build is simply made again, and two starts do not meet.
 */
export async function findWebBuild(): Promise<{ folder: string; exists: boolean }> {
  const hash = createHash('sha256')
  for (const source of SOURCES) await addSources(hash, join(ROOT, source))
  const folder = join(BUILDS, hash.digest('hex').slice(0, 16))
  return { folder, exists: (await stat(folder).catch(() => null)) !== null }
}

/** Throws `StartRefused` with what the build printed. */
export async function makeWebBuild(folder: string, shutdown: Pick<Shutdown, 'onEnd'>): Promise<void> {
  const draft = `${folder}.new-${process.pid}`
  await mkdir(BUILDS, { recursive: true })
  const output = await runBuild(draft, shutdown)
  if (output !== null) {
    await rm(draft, { recursive: true, force: true })
    throw new StartRefused(
      'build_failed',
      '画面をビルドできません。',
      `The pages cannot be built.\n${output}`,
    )
  }
  await makeBrotliCopies(join(draft, 'client/assets'))
  // Another start may have been quicker with the same sources; its build is as good.
  await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }))
  await removeOldBuilds()
}

/** The pages, then the one page that is a file by itself; the first command empties the folder. */
const COMMANDS = [
  ['@remix-run/dev/dist/cli.js', 'vite:build', '--logLevel', 'warn'],
  ['vite/bin/vite.js', 'build', '--config', join(ROOT, 'app/verify-page/vite.config.ts')],
] as const

/** Returns `null` on success, else what was printed. */
async function runBuild(draft: string, shutdown: Pick<Shutdown, 'onEnd'>): Promise<string | null> {
  for (const [script, ...args] of COMMANDS) {
    const output = await runScript(join(ROOT, 'node_modules', script), args, draft, shutdown)
    if (output !== null) return output
  }
  return null
}

function runScript(
  script: string,
  args: readonly string[],
  draft: string,
  shutdown: Pick<Shutdown, 'onEnd'>,
): Promise<string | null> {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', MITAME_BUILD_FOLDER: draft },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  return new Promise((resolve) => {
    shutdown.onEnd(async () => void child.kill())
    child.on('error', (error) => resolve(error.message))
    child.on('close', (code) => resolve(code === 0 ? null : output))
  })
}

async function addSources(hash: ReturnType<typeof createHash>, path: string): Promise<void> {
  if (path === GENERATED) return
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory()) {
    for (const name of (await readdir(path)).sort()) await addSources(hash, join(path, name))
  } else if (found) {
    hash
      .update(`${path.slice(ROOT.length)}\0`)
      .update(await readFile(path))
      .update('\0')
  }
}

async function removeOldBuilds(): Promise<void> {
  const names = (await readdir(BUILDS)).filter((name) => /^[0-9a-f]{16}/.test(name))
  const builds = await Promise.all(
    names.map(async (name) => ({
      name,
      at: (await stat(join(BUILDS, name)).catch(() => null))?.mtimeMs ?? 0,
    })),
  )
  for (const { name } of builds.sort((a, b) => b.at - a.at).slice(KEPT_BUILDS)) {
    await rm(join(BUILDS, name), { recursive: true, force: true })
  }
}
