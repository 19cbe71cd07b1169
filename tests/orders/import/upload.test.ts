import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm, stat, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  dropUpload,
  findUpload,
  keepUpload,
  sweepUploads,
  TooLarge,
  uploadLimit,
} from '~/orders/import/upload.server'

const me = randomUUID()
const somebodyElse = randomUUID()
let home: string

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'mitame-uploads-'))
})
afterEach(() => rm(home, { recursive: true }))

async function* pieces(size: number, piece = 1024 * 1024): AsyncGenerator<Uint8Array> {
  for (let sent = 0; sent < size; sent += piece) yield Buffer.alloc(Math.min(piece, size - sent), 'a')
}

describe('an uploaded file', () => {
  test('is found again by whoever uploaded it, and by nobody else', async () => {
    const id = await keepUpload(home, me, '受注.csv', pieces(10))
    const found = await findUpload(home, me, id)
    expect(found?.filename).toBe('受注.csv')
    expect((await buffer(found?.open() ?? pieces(0))).toString()).toBe('aaaaaaaaaa')
    expect(await findUpload(home, somebodyElse, id)).toBeNull()
    expect(await findUpload(home, me, randomUUID())).toBeNull()
    expect(await findUpload(home, me, `../${me}/${id}`)).toBeNull()
  })

  test('can be read by this account only', async () => {
    const id = await keepUpload(home, me, 'a.csv', pieces(1))
    const { mode } = await stat(join(home, 'uploads', me, id, 'content'))
    expect(mode & 0o077).toBe(0)
  })

  test('may be as large as the limit, and leaves nothing behind when it is larger', async () => {
    await keepUpload(home, me, 'a.csv', pieces(uploadLimit))
    await expect(keepUpload(home, me, 'b.csv', pieces(uploadLimit + 1))).rejects.toThrow(TooLarge)
    expect(await readdir(join(home, 'uploads', me))).toHaveLength(1)
  })

  test('goes when it was imported, and after a day', async () => {
    const imported = await keepUpload(home, me, 'a.csv', pieces(1))
    await dropUpload(home, me, imported)
    expect(await findUpload(home, me, imported)).toBeNull()

    const [old, young] = [
      await keepUpload(home, me, 'b.csv', pieces(1)),
      await keepUpload(home, me, 'c.csv', pieces(1)),
    ]
    const now = new Date()
    const yesterday = new Date(now.getTime() - 25 * 60 * 60 * 1000)
    await utimes(join(home, 'uploads', me, old), yesterday, yesterday)
    await sweepUploads(home, now)
    expect(await findUpload(home, me, old)).toBeNull()
    expect(await findUpload(home, me, young)).not.toBeNull()
  })
})
