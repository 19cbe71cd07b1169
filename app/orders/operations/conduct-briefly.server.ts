import { setTimeout as pause } from 'node:timers/promises'
import type { OperationState } from '~/platform/prisma/enums'
import { type Conductor, conduct } from './conduct.server'

/** Milliseconds that a person waits for Kuroneko; most operations have ended by then. */
const briefly = 4_000

/**
 * Carries out an operation for a person who waits. Where Kuroneko takes longer the answer is `under_way`, and what was
 * begun goes on behind it: it is the same one call, and the order tells what comes of it.
 */
export async function conductBriefly(
  parts: Conductor,
  operationId: string,
  patience = briefly,
): Promise<OperationState> {
  const enough = new AbortController()
  const conducting = conduct(parts, operationId)
  // Should it break off with nobody waiting any more, the job that came with the intent carries on.
  conducting.catch(() => {})
  const over = pause(patience, 'under_way' as const, { signal: enough.signal })
  over.catch(() => {})
  try {
    return await Promise.race([conducting, over])
  } finally {
    enough.abort()
  }
}
