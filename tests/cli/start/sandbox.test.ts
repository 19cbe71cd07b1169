import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { requireKuroneko, startDemoKuroneko } from '~/cli/start/sandbox'
import { readSettings } from '~/platform/config.server'

let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'mitame-start-'))
})
afterEach(() => rm(home, { recursive: true }))

const config = (more: Record<string, string> = {}) => ({
  ...readSettings({ MITAME_HOME: home, KURONEKO_SANDBOX_PORT: '0', ...more }),
  secret: 'secret',
})

test('the demo has a Kuroneko of its own, which knows its shops', async () => {
  const { sandbox } = await startDemoKuroneko(config())
  const body = new URLSearchParams({ function_div: 'E04', trader_code: '888000002', order_no: 'P1' })
  const url = sandbox?.protocolUrl.replace('{name}', 'tradeInfo') ?? ''
  const answer = await (await fetch(url, { method: 'POST', body })).text()
  expect(answer).toContain('<resultCount>0</resultCount>')
  await sandbox?.close()
  await expect(fetch(url, { method: 'POST', body })).rejects.toThrow()
})

test('a Kuroneko that is named takes its place', async () => {
  const { sandbox } = await startDemoKuroneko(config({ KURONEKO_URL: 'https://kuroneko.example/{name}' }))
  expect(sandbox).toBeNull()
})

test('a port that is taken is told, with the way out', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  await expect(startDemoKuroneko(config({ KURONEKO_SANDBOX_PORT: String(port) }))).rejects.toMatchObject({
    reason: 'port_taken',
    message: expect.stringMatching(`${port}.*KURONEKO_SANDBOX_PORT`),
  })
  other.close()
})

test('a desk on a database of its own has to name its Kuroneko', () => {
  const external = { DATABASE_URL: 'postgresql://db.example/mitame', MITAME_SECRET: 'x'.repeat(32) }
  expect(() => requireKuroneko(config(external))).toThrow('KURONEKO_URL')
  expect(() => requireKuroneko(config({ ...external, KURONEKO_URL: 'https://k.example' }))).not.toThrow()
  expect(() => requireKuroneko(config())).not.toThrow()
})
