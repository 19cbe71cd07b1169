import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyPage } from '~/routes/verify.server'
import { withPolicy } from '~/verify-page/content-policy'

const script = "console.log('checked')"
const style = 'body { margin: 0 }'
const built = withPolicy(`<head>
<meta http-equiv="Content-Security-Policy" content="default-src 'none' 'unsafe-inline'" />
<script type="application/json" id="keys">[]</script>
<script type="module" crossorigin>${script}</script><style rel="stylesheet">${style}</style></head>`)
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

let folder: string
let file: string
let server: Server
let url: string
let keys: () => Promise<string[]>
const time = { now: 0 }
const errors: unknown[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mitame-verify-'))
  file = join(folder, 'index.html')
  await writeFile(file, built)
  const logger = { error: (told: unknown) => void errors.push(told) }
  const app = express()
  app.get(
    '/verify',
    await verifyPage(
      file,
      () => keys(),
      logger,
      () => time.now,
    ),
  )
  server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/verify`
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await rm(folder, { recursive: true })
})

const page = async () => (await fetch(url)).text()

describe('the page that checks proofs', () => {
  it('may load nothing, and run nothing but itself', async () => {
    keys = async () => []
    const policy = (await fetch(url)).headers.get('content-security-policy')
    expect(policy).toBe(
      `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    )
    expect(built).toContain(`content="${policy?.replace("; frame-ancestors 'none'", '')}"`)
  })

  it('comes with the keys as soon as there are some, and as last known while the database is away', async () => {
    keys = async () => {
      throw new Error('no database')
    }
    expect(await page()).toContain('id="keys">[]<')
    expect(errors).toHaveLength(1)
    keys = async () => ['desk/a+0+A', '</script><b>']
    const shown = 'id="keys">["desk/a+0+A","\\u003c/script>\\u003cb>"]</script>'
    expect(await page()).toContain(shown)
    keys = async () => ['desk/b']
    expect(await page()).toContain(shown)
    time.now += 60_000
    expect(await page()).toContain('id="keys">["desk/b"]<')
  })

  it('is not taken for another file', async () => {
    const other = join(folder, 'other.html')
    await writeFile(other, '<html></html>')
    await expect(verifyPage(other, async () => [], { error: () => {} })).rejects.toThrow(other)
  })
})
