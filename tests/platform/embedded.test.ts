import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type EmbeddedServer, startEmbedded } from '~/platform/embedded.server'
import { makeTemporaryHome } from '~/platform/home.server'

let home: string
const running: EmbeddedServer[] = []

beforeEach(async () => {
  home = await makeTemporaryHome()
})
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop()
  await rm(home, { recursive: true, force: true })
})

async function start(durable = false): Promise<EmbeddedServer> {
  const server = await startEmbedded({ home, durable })
  running.push(server)
  return server
}

async function query(server: EmbeddedServer, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(server.ownerUrl('postgres'))
  // A server that is killed takes its connections along.
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}

const dataFolder = () => join(home, 'postgres', 'data')

test('a first start makes the database, a second one finds it as it was', async () => {
  const first = await start()
  expect(first.isNew).toBe(true)
  await query(first, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (1)')
  await first.stop()
  const second = await start()
  expect(second).toMatchObject({ isNew: false, port: first.port })
  expect(await query(second, 'SELECT n FROM kept')).toEqual([{ n: 1 }])
})

test('it is durable, reads Japanese, and takes only passwords from this machine', async () => {
  const server = await start(true)
  expect(
    await query(
      server,
      `SELECT current_setting('fsync') AS fsync, current_setting('listen_addresses') AS addresses,
              current_setting('unix_socket_directories') AS sockets, current_setting('server_encoding') AS encoding`,
    ),
  ).toEqual([{ fsync: 'on', addresses: '127.0.0.1', sockets: '', encoding: 'UTF8' }])
  await query(server, 'CREATE EXTENSION pg_trgm')
  expect(await query(server, "SELECT similarity('注文取消', '注文取消') AS alike")).toEqual([{ alike: 1 }])
  const stranger = new pg.Client(server.ownerUrl('postgres').replace(/:[^:@]+@/, ':wrong@'))
  await expect(stranger.connect()).rejects.toMatchObject({ code: '28P01' })
  for (const secret of ['database.json', 'postgres.log']) {
    expect((await stat(join(home, secret))).mode & 0o077).toBe(0)
  }
})

test('a first start that was cut short is begun anew', async () => {
  await mkdir(join(home, 'postgres', 'data.new-123', 'base'), { recursive: true })
  await writeFile(join(home, 'postgres', 'data.new-123', 'PG_VERSION'), '18\n')
  await writeFile(join(home, 'postgres', 'password.new-123'), 'half')
  await start()
  expect(await readdir(join(home, 'postgres'))).toEqual(['data'])
})

test('a killed server reports its end and starts again with what was committed', async () => {
  const server = await start(true)
  await query(server, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (1)')
  process.kill(server.pid, 'SIGKILL')
  await server.ended
  expect(await query(await start(true), 'SELECT n FROM kept')).toEqual([{ n: 1 }])
})

test('a server whose starter was killed stops by itself or makes way', async () => {
  const script = `
    import { startEmbedded } from './app/platform/embedded.server'
    const server = await startEmbedded({ home: ${JSON.stringify(home)}, durable: false })
    console.log(server.pid)
    setInterval(() => {}, 1000)`
  const starter = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(starter.stdout, 'data')
  starter.kill('SIGKILL')
  await once(starter, 'exit')
  const server = await start()
  expect(await query(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
})

test('a process id that another program uses by now does not block the start', async () => {
  const server = await start()
  process.kill(server.pid, 'SIGKILL')
  await server.ended
  const file = join(dataFolder(), 'postmaster.pid')
  const lines = (await readFile(file, 'utf8')).split('\n')
  const innocent = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  await once(innocent, 'spawn')
  try {
    await writeFile(file, [innocent.pid, ...lines.slice(1)].join('\n'))
    await start()
    expect(innocent.exitCode).toBeNull()
    expect(innocent.signalCode).toBeNull()
  } finally {
    innocent.kill('SIGKILL')
  }
})

test('a port that is taken is exchanged for another, which is remembered', async () => {
  const first = await start()
  await first.stop()
  const squatter = createServer()
  squatter.listen(first.port, '127.0.0.1')
  await once(squatter, 'listening')
  const second = await start()
  expect(second.port).not.toBe(first.port)
  await second.stop()
  squatter.close()
  await once(squatter, 'close')
  expect((await start()).port).toBe(second.port)
})

test.each([
  ['newer_database', '19'],
  ['older_database', '17'],
])('%s: the files of PostgreSQL %s are left alone', async (reason, version) => {
  await (await start()).stop()
  await writeFile(join(dataFolder(), 'PG_VERSION'), `${version}\n`)
  await expect(start()).rejects.toMatchObject({ reason })
  expect(await readFile(join(dataFolder(), 'PG_VERSION'), 'utf8')).toBe(`${version}\n`)
})

test('lost passwords are no reason to make a new database over the old one', async () => {
  await (await start()).stop()
  await rm(join(home, 'database.json'))
  await expect(start()).rejects.toMatchObject({ reason: 'database_failed' })
  expect(await readdir(dataFolder())).toContain('PG_VERSION')
})

test.runIf(process.getuid?.() === 0)(
  'root’s own folder is no obstacle: the files go where they can be reached',
  async () => {
    execFileSync('chmod', ['700', home])
    const server = await start()
    const { place } = JSON.parse(await readFile(join(home, 'database.json'), 'utf8'))
    try {
      expect(place).toMatch(/^\/var\/lib\/mitame-/)
      expect(await query(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    } finally {
      await server.stop()
      await rm(place, { recursive: true })
    }
  },
)
