import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { birthOf, commandOf } from './process.server'
import type { Account, ServerFiles } from './server-files.server'

export type PostmasterOptions = {
  files: ServerFiles
  account: Account
  dataFolder: string
  logFile: string
  port: number
  /** `false` only for databases that nobody will miss. */
  durable: boolean
}

export type Postmaster = {
  pid: number
  /** Settles when the server has ended, asked or not. */
  ended: Promise<void>
  stop(): Promise<void>
}

/**
 * Starts the server and waits until it takes connections. It gets a session of its own, so that Ctrl-C at the
 * terminal reaches this process first. Returns `null` when it ended instead; the log file says why.
 */
export async function startPostmaster(options: PostmasterOptions): Promise<Postmaster | null> {
  const { files, account, dataFolder, port, durable } = options
  const log = await open(options.logFile, 'a', 0o600)
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port,
    max_connections: 100,
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = spawn(files.postgres, ['-D', dataFolder, ...flags], {
    ...account,
    detached: true,
    cwd: dataFolder,
    stdio: ['ignore', log.fd, log.fd],
    env: { NODE_ENV: 'production', PATH: process.env.PATH, LC_MESSAGES: 'C', TZ: 'UTC' },
  })
  await log.close()
  const ended = new Promise<void>((resolve) => {
    server.once('exit', () => resolve())
    server.once('error', () => resolve())
  })
  const pid = server.pid
  if (pid === undefined) return null
  const guard = spawnGuard(pid, account)
  ended.then(() => guard?.kill('SIGKILL'))
  if (!(await becomesReady(server, pid, dataFolder))) return null
  return { pid, ended, stop: () => stopProcess(pid, ended) }
}

/** Ends a server that a killed start left behind, and keeps a reused process id from blocking this start. */
export async function stopLeftOver(dataFolder: string): Promise<void> {
  const file = join(dataFolder, 'postmaster.pid')
  const lines = readLines(file)
  const pid = Number(lines[0])
  if (!(pid > 0) || !birthOf(pid)) return
  if (process.platform === 'win32' || commandOf(pid)?.includes(dataFolder)) return stopProcess(pid)
  // Another program has the id by now. The server would take it for a live postmaster; for its own parent's id
  // it knows better, and goes on to look for backends that may still be at work.
  writeFileSync(file, [process.pid, ...lines.slice(1)].join('\n'))
}

async function becomesReady(server: ChildProcess, pid: number, dataFolder: string): Promise<boolean> {
  while (server.exitCode === null && server.signalCode === null) {
    const lines = readLines(join(dataFolder, 'postmaster.pid'))
    if (Number(lines[0]) === pid && lines[7]?.trim() === 'ready') return true
    await pause(10)
  }
  return false
}

/** Asks for a fast shutdown, insists after ten seconds, and in the end kills; each leaves a sound database. */
async function stopProcess(pid: number, ended?: Promise<void>): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!birthOf(pid)) break
    try {
      process.kill(pid, signal)
    } catch {
      break
    }
    for (let waited = 0; waited < 10_000 && birthOf(pid); waited += 20) await pause(20)
  }
  await ended
}

/** A shell that stops the server when this process is gone, however it went: their pipe breaks. */
function spawnGuard(pid: number, account: Account): ChildProcess | null {
  if (process.platform === 'win32') return null
  const guard = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$0"', String(pid)], {
    ...account,
    detached: true,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  guard.unref()
  guard.on('error', () => {})
  return guard
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n')
  } catch {
    return []
  }
}
