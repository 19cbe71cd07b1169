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

test('checkpoints go to a file in the home, and further where settings say so', () => {
  expect(readSettings({})).toMatchObject({
    mail: null,
    audit: {
      origin: null,
      checkpointFile: join(process.cwd(), '.mitame/checkpoint'),
      webhook: null,
      mailTo: [],
      witnesses: [],
    },
  })
  const vkey = 'witness.example/w1+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'
  expect(
    readSettings({
      SMTP_URL: 'smtp://mail.example',
      MAIL_FROM: 'Mitame <mitame@desk.example>',
      AUDIT_ORIGIN: 'desk.example/audit',
      AUDIT_CHECKPOINT_FILE: '/mnt/audit/checkpoint',
      AUDIT_CHECKPOINT_WEBHOOK: 'https://keeper.example/hook',
      AUDIT_WEBHOOK_SECRET: `whsec_${'A'.repeat(32)}`,
      AUDIT_CHECKPOINT_MAIL: 'a@desk.example, b@desk.example',
      AUDIT_WITNESSES: `https://witness.example/ ${vkey}\n  http://other.example/w  ${vkey},`,
    }),
  ).toMatchObject({
    mail: { smtpUrl: 'smtp://mail.example', from: 'Mitame <mitame@desk.example>' },
    audit: {
      origin: 'desk.example/audit',
      checkpointFile: '/mnt/audit/checkpoint',
      webhook: { url: 'https://keeper.example/hook', secret: `whsec_${'A'.repeat(32)}` },
      mailTo: ['a@desk.example', 'b@desk.example'],
      witnesses: [
        { url: 'https://witness.example', vkey },
        { url: 'http://other.example/w', vkey },
      ],
    },
  })
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
    ['SMTP_URL', { SMTP_URL: 'http://mail.example', MAIL_FROM: 'a@desk.example' }],
    ['MAIL_FROM', { SMTP_URL: 'smtp://mail.example' }],
    ['AUDIT_ORIGIN', { AUDIT_ORIGIN: 'our desk' }],
    ['AUDIT_WEBHOOK_SECRET', { AUDIT_CHECKPOINT_WEBHOOK: 'https://keeper.example' }],
    ['AUDIT_WEBHOOK_SECRET', { AUDIT_WEBHOOK_SECRET: 'whsec_short' }],
    ['AUDIT_CHECKPOINT_MAIL', { AUDIT_CHECKPOINT_MAIL: 'a@desk.example' }],
    ['AUDIT_CHECKPOINT_MAIL.1', { AUDIT_CHECKPOINT_MAIL: 'a@desk.example, nobody' }],
    ['AUDIT_WITNESSES.0', { AUDIT_WITNESSES: 'https://witness.example' }],
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
