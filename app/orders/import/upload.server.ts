import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'

/**
 * Files between their dry run and their import, under `MITAME_HOME/uploads/<owner>/<id>/`. Whoever uploaded one is the
 * only one who finds it again.
 */

export const uploadLimit = 20 * 1024 * 1024
const keptFor = 24 * 60 * 60 * 1000

export type Upload = { id: string; filename: string; open(): AsyncIterable<Uint8Array> }

export class TooLarge extends Error {
  override readonly name = 'TooLarge'
}

/** Keeps a file as it streams in; throws `TooLarge` and keeps nothing beyond the limit. */
export async function keepUpload(
  home: string,
  owner: string,
  filename: string,
  data: AsyncIterable<Uint8Array>,
): Promise<string> {
  const id = randomUUID()
  const folder = folderOf(home, owner, id)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    await writeFile(join(folder, 'name'), filename.slice(0, 200), { mode: 0o600 })
    await pipeline(limited(data), createWriteStream(join(folder, 'content'), { mode: 0o600 }))
    return id
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

/** The owner's upload, or null where there is none, be it another one's or taken away. */
export async function findUpload(home: string, owner: string, id: string): Promise<Upload | null> {
  if (!z.uuid().safeParse(id).success) return null
  const folder = folderOf(home, owner, id)
  const filename = await readFile(join(folder, 'name'), 'utf8').catch(() => null)
  return filename === null ? null : { id, filename, open: () => createReadStream(join(folder, 'content')) }
}

export async function dropUpload(home: string, owner: string, id: string): Promise<void> {
  if (z.uuid().safeParse(id).success) await rm(folderOf(home, owner, id), { recursive: true, force: true })
}

/** Takes away what was uploaded more than a day ago and never imported. */
export async function sweepUploads(home: string, now: Date): Promise<void> {
  const root = join(home, 'uploads')
  const owners = await readdir(root).catch(() => [])
  for (const owner of owners) {
    for (const id of await readdir(join(root, owner)).catch(() => [])) {
      const folder = join(root, owner, id)
      const made = await stat(folder).catch(() => null)
      if (made && now.getTime() - made.mtimeMs > keptFor) await rm(folder, { recursive: true, force: true })
    }
  }
}

function folderOf(home: string, owner: string, id: string): string {
  return join(home, 'uploads', owner, id)
}

async function* limited(data: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of data) {
    size += chunk.length
    if (size > uploadLimit) throw new TooLarge()
    yield chunk
  }
}
