import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '../../..')
const builds = join(root, 'build')

/** Builds the bare application to a folder of its own and serves it in a process of its own, as production does. */
export async function startBare() {
  // Beside the product's builds, where what it imports is found.
  await mkdir(builds, { recursive: true })
  const folder = await mkdtemp(join(builds, 'bare-'))
  const env = { ...process.env, NODE_ENV: 'production' as const, BARE_BUILD_FOLDER: folder }
  const config = join(import.meta.dirname, 'vite.config.ts')
  const remix = join(root, 'node_modules/@remix-run/dev/dist/cli.js')
  await promisify(execFile)(process.execPath, [remix, 'vite:build', '--config', config], { cwd: root, env })
  const child = spawn(
    process.execPath,
    ['--max-semi-space-size=8', '--import', 'tsx', join(import.meta.dirname, 'serve.ts')],
    { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const [url] = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    once(child, 'exit').then(() => Promise.reject(new Error('the bare application did not start'))),
  ])
  return {
    url: String(url),
    async end() {
      if (child.exitCode === null) {
        child.kill('SIGTERM')
        await once(child, 'exit')
      }
      await rm(folder, { recursive: true, force: true })
    },
  }
}
