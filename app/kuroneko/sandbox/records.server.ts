import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { writePrivately } from '~/platform/home.server'

export type Records<T> = {
  get(key: string): T | undefined
  all(): T[]
  /** In memory at once, so that the next reader sees it; on the disk, in the same order, when it returns. */
  put(record: T): Promise<void>
}

type Kind<T> = {
  schema: z.ZodType<T>
  keyOf(record: T): string
  fileName(record: T): string
}

/**
 * Records of one kind: one JSON file each under `folder`, held in memory and replaced as a whole, so that a killed
 * process leaves either the old or the new state of each.
 */
export async function openRecords<T>(folder: string, kind: Kind<T>): Promise<Records<T>> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const kept = await load(folder, kind)
  let lastWrite: Promise<unknown> = Promise.resolve()
  return {
    get: (key) => kept.get(key),
    all: () => [...kept.values()],
    async put(record) {
      kept.set(kind.keyOf(record), record)
      const write = () => writePrivately(join(folder, kind.fileName(record)), JSON.stringify(record))
      const written = lastWrite.then(write)
      lastWrite = written.catch(() => {})
      await written
    },
  }
}

async function load<T>(folder: string, { schema, keyOf }: Kind<T>): Promise<Map<string, T>> {
  const kept = new Map<string, T>()
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(folder, entry.name)
    // What a killed process was still writing; its rename never came.
    if (!entry.name.endsWith('.json')) await rm(path, { force: true })
    else {
      const record = schema.parse(JSON.parse(await readFile(path, 'utf8')))
      kept.set(keyOf(record), record)
    }
  }
  return kept
}
