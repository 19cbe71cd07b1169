import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import http from 'node:http'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { makeTemporaryHome } from '~/platform/home.server'
import { createUser } from '~/staff/create-user.server'
import type { Actor } from '~/staff/desk.server'
import type { Role } from '~/staff/permissions'
import { type Log, secret } from './log'

const root = join(import.meta.dirname, '../..')
const password = 'a password for benchmarks'
const longestStart = 120_000

type Databases = Pick<Log, 'appUrl' | 'ownerUrl'>

/** Mitame as production has it, as a process of its own on a benchmark's database; with words as `--role=web`. */
export async function startProduct(log: Databases, more: Record<string, string> = {}, ...words: string[]) {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const { child, said, end } = await spawnMitame(log, { PORT: `${port}`, ...more }, words)
  await until(child, said, async () => (await fetch(`${url}/healthz`).catch(() => null))?.ok === true)
  const agent = new http.Agent({ keepAlive: true, maxSockets: 64 })
  return {
    url,
    pid: child.pid ?? 0,
    /** Asks as a browser does; throws for any answer that is not expected. */
    ask: (path: string, asked: Asked) => ask(agent, new URL(path, url), asked),
    async end() {
      agent.destroy()
      await end()
    },
  }
}
export type Product = Awaited<ReturnType<typeof startProduct>>

/** A process beside it that works the jobs and serves nothing. */
export async function startWorker(log: Databases, more: Record<string, string> = {}) {
  const { child, said, end, kill } = await spawnMitame(log, more, ['--role=worker'])
  await until(child, said, async () => said().includes('Ctrl-C'))
  return { end, kill, said }
}
export type Worker = Awaited<ReturnType<typeof startWorker>>

async function spawnMitame(log: Databases, more: Record<string, string>, words: string[]) {
  const home = await makeTemporaryHome()
  const child = spawn(process.execPath, ['--max-semi-space-size=8', 'app/cli/start.mjs', ...words], {
    cwd: root,
    env: {
      ...process.env,
      ...{ npm_lifecycle_event: 'bench', HOST: '127.0.0.1', MITAME_HOME: home },
      ...{ DATABASE_URL: log.appUrl, DATABASE_OWNER_URL: log.ownerUrl, MITAME_SECRET: secret },
      // Whatever is measured has its evidence; nobody answers here.
      ...{ KURONEKO_URL: 'http://127.0.0.1:9', LOG_LEVEL: 'warn' },
      ...more,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal)
      await once(child, 'exit')
    }
    await rm(home, { recursive: true, force: true })
  }
  return { child, said: saidBy(child), end: () => ended('SIGTERM'), kill: () => ended('SIGKILL') }
}

/** A person of a benchmark, who can sign in. */
export async function aPerson(
  log: Pick<Log, 'db'>,
  role: Role,
  shopId: string | null = null,
): Promise<Actor> {
  const name = `bench ${role}`
  const email = `${role}-${crypto.randomUUID()}@mitame.test`
  const id = await createUser(log.db, { email, name, role, password, shopId })
  return { id, name, email, role, shopId }
}

/** Signs in; returns the cookie that speaks for the person. */
export async function cookieOf(product: Pick<Product, 'ask'>, { email }: Actor): Promise<string> {
  const body = new URLSearchParams({ email, password }).toString()
  const { headers } = await product.ask('/sign-in', { body, expected: 302 })
  return (headers['set-cookie'] ?? []).map((line) => line.split(';', 1)[0]).join('; ')
}

export type Asked = {
  cookie?: string
  /** Of a form; without one the page is fetched. */
  body?: string
  /** The type of the body, where it is no plain form. */
  type?: string
  /** The status, or one of those, without which the benchmark has failed. */
  expected: number | number[]
}

export type Answer = { status: number; headers: http.IncomingHttpHeaders; text: string }

function ask(agent: http.Agent, url: URL, { cookie, body, type, expected }: Asked): Promise<Answer> {
  const headers = {
    ...(cookie && { cookie }),
    ...(body !== undefined && {
      ...{ 'content-type': type ?? 'application/x-www-form-urlencoded', origin: url.origin },
      'content-length': Buffer.byteLength(body),
    }),
  }
  return new Promise((resolve, reject) => {
    const request = http.request(
      url,
      { agent, method: body === undefined ? 'GET' : 'POST', headers },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk) => (text += chunk))
        response.on('error', reject)
        response.on('end', () => {
          const { headers, statusCode: status = 0 } = response
          if ([expected].flat().includes(status)) return resolve({ status, headers, text })
          reject(new Error(`${url.pathname} answered ${status}: ${text.slice(0, 500)}`))
        })
      },
    )
    request.on('error', reject)
    request.end(body)
  })
}

function saidBy(child: ChildProcess): () => string {
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
  return () => output
}

async function until(
  child: ChildProcess,
  said: () => string,
  isReady: () => Promise<boolean>,
): Promise<void> {
  for (const begun = Date.now(); Date.now() - begun < longestStart; await pause(50)) {
    if (child.exitCode !== null) break
    if (await isReady()) return
  }
  child.kill('SIGTERM')
  throw new Error(`Mitame did not start:\n${said()}`)
}

async function freePort(): Promise<number> {
  const server = http.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
