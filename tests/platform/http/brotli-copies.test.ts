import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import http, { type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { brotliCopies, makeBrotliCopies } from '~/platform/http/brotli-copies.server'

const script = `export const words = '${'変更なし'.repeat(500)}'`
let folder: string
let server: Server

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mitame-copies-'))
  await writeFile(join(folder, 'page-abc.js'), script)
  await writeFile(join(folder, 'picture.png'), 'a picture')
  await makeBrotliCopies(folder)
  server = express().use('/assets', brotliCopies(folder), express.static(folder)).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
})

afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await rm(folder, { recursive: true })
})

/** Not `fetch`, which unpacks what it gets. */
function get(name: string, encodings: string): Promise<{ headers: IncomingHttpHeaders; body: Buffer }> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port,
      path: `/assets/${name}`,
      headers: { 'accept-encoding': encodings },
    }
    http
      .get(options, async (response) => {
        const body = Buffer.concat(await response.toArray())
        resolve({ headers: response.headers, body })
      })
      .on('error', reject)
  })
}

test('a browser that reads brotli gets the small copy, as the script that it is', async () => {
  const { headers, body } = await get('page-abc.js', 'gzip, deflate, br')
  expect(headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' })
  expect(headers['content-type']).toMatch(/javascript/)
  expect(body.length).toBeLessThan(script.length / 10)
  expect(brotliDecompressSync(body).toString()).toBe(script)
})

test('any other gets the script itself, and caches know that there are two', async () => {
  for (const encodings of ['gzip, deflate', 'br;q=0']) {
    const { headers, body } = await get('page-abc.js', encodings)
    expect(headers['content-encoding']).toBeUndefined()
    expect(headers.vary).toBe('Accept-Encoding')
    expect(body.toString()).toBe(script)
  }
})

test('what is packed already has no copy', async () => {
  expect(await readdir(folder)).toEqual(['page-abc.js', 'page-abc.js.br', 'picture.png'])
  expect((await get('picture.png', 'br')).body.toString()).toBe('a picture')
})
