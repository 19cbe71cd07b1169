import type { LoaderFunctionArgs } from '@remix-run/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromBase64 } from '~/audit/seal/bytes'
import { parseCheckpoint } from '~/audit/seal/checkpoint'
import { verifyConsistency } from '~/audit/seal/merkle'
import { formatVkey, parseNote, parseVkey, verifyNote } from '~/audit/seal/note'
import { seal } from '~/audit/seal/sealer.server'
import { loadConfig } from '~/platform/config.server'
import { loader as checkpoint } from '~/routes/log/checkpoint'
import { loader as consistency } from '~/routes/log/consistency'
import { loader as keys } from '~/routes/log/keys'
import { loader as tile } from '~/routes/log/tile'
import { append } from '../audit/seal/append'
import { mth } from '../audit/seal/reference-tree'
import { aLog, keysOf, type Log, sealedTexts, secret } from '../audit/seal/world'
import { someJobs } from '../jobs-double'
import { aKuroneko } from '../kuroneko-double'
import { authOn } from '../staff/browser-session'
import { noDownload } from './no-download'

let log: Log
beforeAll(async () => {
  log = await aLog()
})
afterAll(() => log.close())

/** As anybody asks who is not signed in. */
async function asked(path: string, params: Record<string, string> = {}): Promise<LoaderFunctionArgs> {
  const { db } = log
  const config = await loadConfig({ MITAME_SECRET: secret })
  const nobody = {
    desk: null,
    auth: authOn(db),
    kuroneko: aKuroneko(),
    jobs: someJobs(),
    download: noDownload,
  }
  const context = { ...nobody, db, config, nonce: '', requestId: '', address: '' }
  return { request: new Request(`http://127.0.0.1:3000${path}`), context, params }
}

const head = async (size?: number) => {
  const note = await (
    await checkpoint(await asked('/log/checkpoint', size ? { size: `${size}` } : {}))
  ).text()
  return parseCheckpoint(parseNote(note)?.text ?? '')
}
const status = (answer: Promise<Response>) =>
  answer.then(
    (response) => response.status,
    (thrown: unknown) => (thrown instanceof Response ? thrown.status : thrown),
  )

it('answers that nothing is there while nothing is sealed', async () => {
  expect(await status(checkpoint(await asked('/log/checkpoint')))).toBe(404)
  expect(await status(tile(await asked('/log/tile/0/000.p/1', { '*': '0/000.p/1' })))).toBe(404)
  expect(await keys(await asked('/log/keys'))).toMatchObject({ origin: null, keys: [] })
})

describe('a sealed log', () => {
  beforeAll(async () => {
    await append(log.db, 100)
    await seal(log.sealing)
    await append(log.db, 200)
    await seal(log.sealing)
  })

  it('shows its newest checkpoint and each one before, signed by a key of the page', async () => {
    const newest = await checkpoint(await asked('/log/checkpoint'))
    expect(newest.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(newest.headers.get('cache-control')).toBe('no-cache')
    const note = parseNote(await newest.text())
    const page = await keys(await asked('/log/keys'))
    const [own] = (await keysOf(log)).keys
    expect(page.keys).toEqual([{ vkey: own && formatVkey(own.verifier), since: own?.createdAt, signs: true }])
    const key = parseVkey(page.keys[0]?.vkey ?? '')
    expect(note && key && verifyNote(note, [key])).toHaveLength(1)
    expect((await head())?.size).toBe(300)
    expect((await head(100))?.size).toBe(100)
    for (const size of ['99', '0', 'x', '9999999999', '-1']) {
      expect(await status(checkpoint(await asked(`/log/checkpoint/${size}`, { size })))).toBe(404)
    }
  })

  it('proves that the newer continues the older', async () => {
    const answer = await consistency(await asked('/log/consistency?from=100&to=300'))
    const proof = (await answer.text())
      .trimEnd()
      .split('\n')
      .map((line) => fromBase64(line) ?? Buffer.of())
    const [older, newer] = [await head(100), await head(300)]
    expect(older && newer && verifyConsistency(100, 300, proof, older.root, newer.root)).toBe(true)
    expect(await status(consistency(await asked('/log/consistency?from=100&to=301')))).toBe(404)
    for (const query of ['', '?from=1', '?from=2&to=1', '?from=a&to=3', '?from=-1&to=3', '?from=01&to=3']) {
      expect(await status(consistency(await asked(`/log/consistency${query}`)))).toBe(400)
    }
  })

  it('serves the tiles of which the tree can be built anew, and no entries', async () => {
    const tileAt = async (path: string) => tile(await asked(`/log/tile/${path}`, { '*': path }))
    const full = await tileAt('0/000')
    expect(full.headers.get('content-type')).toBe('application/octet-stream')
    expect(full.headers.get('cache-control')).toContain('immutable')
    const hashes = Buffer.concat([
      Buffer.from(await full.arrayBuffer()),
      Buffer.from(await (await tileAt('0/001.p/44')).arrayBuffer()),
    ])
    expect(hashes.length).toBe(300 * 32)
    const texts = await sealedTexts(log.db)
    texts.forEach((text, index) => {
      expect(hashes.subarray(index * 32, index * 32 + 32).equals(mth([text]))).toBe(true)
    })
    const above = Buffer.from(await (await tileAt('1/000.p/1')).arrayBuffer())
    expect(above.equals(mth(texts.slice(0, 256)))).toBe(true)
    for (const path of [
      '0/001',
      '0/001.p/45',
      '0/002.p/1',
      '1/000',
      '1/000.p/2',
      '9/000.p/1',
      'entries/000',
    ]) {
      expect(await status(tileAt(path))).toBe(404)
    }
  })
})
