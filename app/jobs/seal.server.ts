import type { PgBoss } from 'pg-boss'
import { copyCheckpoint, copyToFile, type Sinks } from '~/audit/seal/copies.server'
import { type Sealing, seal } from '~/audit/seal/sealer.server'
import type { Logger } from '~/platform/log.server'

export type SealParts = Sealing & {
  sinks: Sinks
  log: Pick<Logger, 'warn' | 'error'>
}

const eachMinute = '* * * * *'
/** How long the last seal before the end may take, in milliseconds. */
const lastPatience = 2_000

/** Seals each minute, whatever number of processes works the queue, and sends the checkpoints off the machine. */
export async function workSeals(boss: PgBoss, parts: SealParts, stopping: AbortSignal): Promise<void> {
  await boss.work('seal', async ([job]) => {
    const signal = job ? AbortSignal.any([stopping, job.signal]) : stopping
    await told(parts, () => seal(parts, signal))
    await boss.send('checkpoint-copies')
  })
  await boss.work('checkpoint-copies', () => told(parts, () => copyCheckpoint(parts, parts.sinks)))
  await boss.schedule('seal', eachMinute)
  // What was left unsealed at the last end does not wait for the minute.
  await boss.send('seal')
}

/** The last thing before a process ends in order: what it recorded is sealed, and the file knows of it. */
export async function sealAtTheEnd(parts: SealParts): Promise<void> {
  await told(parts, async () => {
    await seal(parts, AbortSignal.timeout(lastPatience))
    await copyToFile(parts, parts.sinks)
  }).catch(() => {})
}

/** A job that fails is only counted by the queue; this one is a matter for whoever looks after the desk. */
async function told(parts: SealParts, act: () => Promise<unknown>): Promise<void> {
  try {
    await act()
  } catch (error) {
    parts.log.error({ error: String(error) }, 'the audit log could not be sealed')
    throw error
  }
}
