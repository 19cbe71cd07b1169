import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { makeTemporaryHome } from '../../app/platform/home.server'
import { ensureChromium } from './chromium'

const ROOT = join(import.meta.dirname, '../..')
const LONGEST_START = 180_000

/** Playwright's global set-up: the real product with its demo desk, as `npm start` brings it up. */
export default async function setup(): Promise<() => Promise<void>> {
  await ensureChromium()
  const home = await makeTemporaryHome()
  // Inherited by the workers, for tests that use the command line beside the running product.
  process.env.MITAME_TEST_HOME = home
  const product = start(home)
  await answers(product)
  return async () => {
    if (product.process.exitCode === null) {
      product.process.kill('SIGTERM')
      await once(product.process, 'exit')
    }
    await rm(home, { recursive: true, force: true })
  }
}

type Product = { process: ChildProcess; said: () => string }

function start(home: string): Product {
  const { PORT, MITAME_TEST_PORT, DATABASE_URL, DATABASE_OWNER_URL, ...inherited } = process.env
  const child = spawn(process.execPath, ['--max-semi-space-size=8', 'app/cli/start.mjs'], {
    cwd: ROOT,
    // Named as an npm script, it ends when this process does, however that went.
    env: {
      ...inherited,
      npm_lifecycle_event: 'browser-tests',
      PORT: MITAME_TEST_PORT,
      HOST: '127.0.0.1',
      MITAME_HOME: home,
      // Tests say from which address they come.
      TRUST_PROXY: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk
    })
  }
  return { process: child, said: () => output }
}

async function answers(product: Product): Promise<void> {
  for (const begun = Date.now(); Date.now() - begun < LONGEST_START; await pause(100)) {
    if (product.process.exitCode !== null) break
    const response = await fetch(`http://127.0.0.1:${process.env.MITAME_TEST_PORT}/healthz`).catch(() => null)
    if (response?.ok) return
  }
  product.process.kill('SIGTERM')
  throw new Error(`Mitame did not start:\n${product.said()}`)
}
