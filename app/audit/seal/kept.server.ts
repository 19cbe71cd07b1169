import { readFile } from 'node:fs/promises'

/** The checkpoint that the desk keeps in a file beside its database; null where it has not kept one yet. */
export async function keptCheckpoint(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
