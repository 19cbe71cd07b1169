import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, readlink } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export const root = join(import.meta.dirname, '../../..')
const longestStart = 180_000

export type Started = {
  url: string
  port: number
  /** From the command to the first sign-in page, in seconds. */
  seconds: number
  end(): Promise<void>
}

/** `npm start` on this home, until its sign-in page answers. */
export async function npmStart(home: string): Promise<Started> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const { DATABASE_URL, DATABASE_OWNER_URL, ...inherited } = process.env
  const begun = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: root,
    env: {
      ...inherited,
      ...{ PORT: `${port}`, HOST: '127.0.0.1', KURONEKO_SANDBOX_PORT: '0' },
      ...{ MITAME_HOME: home, LOG_LEVEL: 'warn' },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  await signInAnswers(url, child)
  return {
    url,
    port,
    seconds: (performance.now() - begun) / 1000,
    async end() {
      if (child.exitCode !== null) return
      child.kill('SIGINT')
      await once(child, 'exit')
    },
  }
}

async function signInAnswers(url: string, child: ChildProcess): Promise<void> {
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk))
  for (const begun = Date.now(); Date.now() - begun < longestStart; await pause(20)) {
    if (child.exitCode !== null) break
    const response = await fetch(`${url}/sign-in`).catch(() => null)
    await response?.arrayBuffer()
    if (response?.ok) return
  }
  child.kill('SIGINT')
  throw new Error(`Mitame did not start:\n${said}`)
}

/** The process that listens on the port. Linux only, as all that is read from `/proc`. */
export async function listenerOn(port: number): Promise<number> {
  const listening = '0A'
  const rows = (await readFile('/proc/net/tcp', 'utf8')).split('\n').map((line) => line.trim().split(/\s+/))
  const hex = port.toString(16).toUpperCase().padStart(4, '0')
  const row = rows.find(([, local, , state]) => local?.endsWith(`:${hex}`) && state === listening)
  const socket = `socket:[${row?.[9]}]`
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    for (const file of await readdir(`/proc/${pid}/fd`).catch(() => [])) {
      if ((await readlink(`/proc/${pid}/fd/${file}`).catch(() => '')) === socket) return Number(pid)
    }
  }
  throw new Error(`nobody listens on ${port}`)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
