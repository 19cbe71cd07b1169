import { parseVkey, type Verifier } from '~/audit/seal/note'

/** The keys that the server put into the page; none in a copy that was never served. */
export function servedKeys(page: {
  getElementById(id: string): { textContent: string | null } | null
}): string[] {
  try {
    const keys: unknown = JSON.parse(page.getElementById('keys')?.textContent ?? '')
    return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : []
  } catch {
    return []
  }
}

export type TypedKeys = {
  keys: Verifier[] /** Numbers of the lines that are no keys, from 1. */
  wrong: number[]
}

/** Reads keys as they are typed, one on a line. */
export function readKeys(typed: string): TypedKeys {
  const lines = typed.split('\n').map((line) => line.trim())
  const read = lines.map((line) => (line === '' ? null : (parseVkey(line) ?? undefined)))
  return {
    keys: read.filter((key) => key !== null && key !== undefined),
    wrong: read.flatMap((key, at) => (key === undefined ? [at + 1] : [])),
  }
}
