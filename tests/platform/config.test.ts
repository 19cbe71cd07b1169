import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadConfig, readSettings } from '~/platform/config.server'

const secret = 'x'.repeat(32)
const database = { DATABASE_URL: 'postgresql://mitame@db.example/mitame', MITAME_SECRET: secret }

test('an empty environment means the embedded database on this machine', () => {
  expect(readSettings({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    home: join(process.cwd(), '.mitame'),
    database: null,
    kuronekoUrl: null,
    kuronekoSandboxPort: 3001,
    trustProxy: false,
  })
})

test('a blank variable counts as none', () => {
  expect(readSettings({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, database: null })
})

test('migrations use the address of the database unless the owner has another', () => {
  expect(readSettings(database).database?.ownerUrl).toBe(database.DATABASE_URL)
  const ownerUrl = 'postgresql://owner@db.example/mitame'
  expect(readSettings({ ...database, DATABASE_OWNER_URL: ownerUrl }).database?.ownerUrl).toBe(ownerUrl)
})

test('the sandbox listens beside the chosen port, and proxies are a number or addresses', () => {
  expect(readSettings({ PORT: '8080', TRUST_PROXY: '1' })).toMatchObject({
    kuronekoSandboxPort: 8081,
    trustProxy: 1,
  })
  expect(readSettings({ PORT: '0' }).kuronekoSandboxPort).toBe(0)
  expect(readSettings({ PORT: '65535' }).kuronekoSandboxPort).toBe(65534)
  expect(readSettings({ TRUST_PROXY: 'loopback' }).trustProxy).toBe('loopback')
})

describe('what is wrong is named', () => {
  test.each([
    ['PORT', { PORT: 'abc' }],
    ['PORT', { PORT: '65536' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://db', MITAME_SECRET: secret }],
    ['DATABASE_OWNER_URL', { DATABASE_OWNER_URL: 'postgresql://db' }],
    ['MITAME_SECRET', { MITAME_SECRET: 'short' }],
    ['MITAME_SECRET', { DATABASE_URL: database.DATABASE_URL }],
    ['MITAME_URL', { MITAME_URL: 'desk.example' }],
    ['KURONEKO_URL', { KURONEKO_URL: 'ftp://kuroneko.example/{name}' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
  ])('%s in %o', (name, environment) => {
    expect(() => readSettings(environment)).toThrow(`  ${name}: `)
  })
})

test('the secret is made once and only its owner may read it', async () => {
  const home = join(await mkdtemp(join(tmpdir(), 'mitame-')), 'home')
  try {
    const first = await loadConfig({ MITAME_HOME: home })
    const second = await loadConfig({ MITAME_HOME: home })
    expect(first.secret.length).toBeGreaterThanOrEqual(32)
    expect(second.secret).toBe(first.secret)
    expect(await readFile(join(home, 'secret'), 'utf8')).toBe(first.secret)
    expect((await stat(join(home, 'secret'))).mode & 0o777).toBe(0o600)
  } finally {
    await rm(home, { recursive: true })
  }
})
