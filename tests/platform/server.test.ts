import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createServer } from '~/platform/server.server'

/** A build with one page that says its nonce and takes forms. */
const build: ServerBuild = {
  entry: {
    module: {
      default: (_request, status, headers, _context, loadContext) =>
        new Response(`nonce ${loadContext.nonce}`, { status, headers }),
    },
  },
  routes: {
    root: { id: 'root', path: '', module: { default: () => null, action: () => ({ taken: true }) } },
  },
  assets: { entry: { imports: [], module: '' }, routes: {}, url: '', version: '1' },
  publicPath: '/',
  assetsBuildDirectory: '',
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_lazyRouteDiscovery: true,
  },
  isSpaMode: false,
  mode: 'production',
}

let clientFolder: string
let server: Server
let url: string
let healthy = true

beforeAll(async () => {
  clientFolder = await mkdtemp(join(tmpdir(), 'mitame-client-'))
  await mkdir(join(clientFolder, 'assets'))
  await writeFile(join(clientFolder, 'assets', 'page-abc.js'), 'export {}')
  const app = createServer({
    config: { publicUrl: 'https://desk.example', trustProxy: false },
    build,
    clientFolder,
    getLoadContext: (_request, response) =>
      Object.assign(Object.create(null), { nonce: response.locals.nonce }),
    checkHealth: async () => {
      if (!healthy) throw new Error('no database')
    },
    verifyPage: (_request, response) => void response.send('checks proofs'),
    logger: pino({ level: 'silent' }),
  })
  server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await rm(clientFolder, { recursive: true })
})

test('each page has its own nonce, the one that its policy names', async () => {
  const [one, two] = await Promise.all([fetch(url), fetch(url)])
  const nonce = (await one.text()).replace('nonce ', '')
  const policy = one.headers.get('content-security-policy')
  expect(nonce.length).toBeGreaterThan(20)
  expect(policy).toContain(`script-src 'self' 'nonce-${nonce}';`)
  expect(policy).toContain("frame-ancestors 'none'")
  expect(await two.text()).not.toContain(nonce)
  expect(one.headers.get('strict-transport-security')).not.toBeNull()
  expect(one.headers.get('x-powered-by')).toBeNull()
})

describe('a form', () => {
  const post = async (headers: Record<string, string>) =>
    (await fetch(url, { method: 'POST', headers })).status

  test.each([
    ['of this site', () => ({ 'sec-fetch-site': 'same-origin' })],
    ['typed or scripted by no site', () => ({ 'sec-fetch-site': 'none' })],
    ['of this address, from an older browser', () => ({ origin: url })],
    ['of the public address behind a proxy', () => ({ origin: 'https://desk.example' })],
    ['of no browser', () => ({})],
  ])('%s is taken', async (_what, headers) => {
    expect(await post(headers())).toBe(200)
  })

  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour', { 'sec-fetch-site': 'same-site' }],
    ['another origin', { origin: 'https://evil.example' }],
    ['nowhere', { origin: 'null' }],
  ])('of %s is refused', async (_what, headers) => {
    expect(await post(headers)).toBe(403)
  })
})

test('hashed files may be kept forever, missing ones are missing', async () => {
  const found = await fetch(`${url}/assets/page-abc.js`)
  expect(found.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect((await fetch(`${url}/assets/gone.js`)).status).toBe(404)
})

test('health follows the database', async () => {
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  healthy = false
  expect((await fetch(`${url}/healthz`)).status).toBe(503)
  healthy = true
})

test('proofs can be checked by anybody, with no build of Remix in between', async () => {
  expect(await (await fetch(`${url}/verify`)).text()).toBe('checks proofs')
})
