import { readFile } from 'node:fs/promises'
import { keptCheckpoint } from '~/audit/seal/kept.server'
import type { TreeTrust } from '~/audit/verify.server'
import { loadConfig } from '~/platform/config.server'
import { CommandRefused, type Terminal } from './command'

/** What the environment's own log is measured by. Throws `CommandRefused` for a file that was named and is not there. */
export async function trustOf(env: Terminal['env'], checkpointFile: string | undefined): Promise<TreeTrust> {
  const { secret, audit } = await loadConfig(env)
  const kept = checkpointFile ? await namedFile(checkpointFile) : await keptCheckpoint(audit.checkpointFile)
  return { secret, now: new Date(), kept }
}

async function namedFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    throw new CommandRefused(`${path} を読み取れません。`, `${path} cannot be read.`)
  }
}
