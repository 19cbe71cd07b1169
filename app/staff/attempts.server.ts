import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { Database } from '~/platform/database.server'

/** So many passwords may be tried for one address of mail, from wherever; better-auth counts only by caller. */
export const attemptsPerAccount = { max: 20, windowSeconds: 15 * 60 }

/**
 * Counts one attempt to sign in before it is made, so that simultaneous ones cannot pass together. Addresses that
 * nobody has are counted alike, so that the lock tells nothing.
 * @returns seconds to wait when there were too many, else null
 */
export async function countAttempt(db: Database, email: string, now: Date): Promise<number | null> {
  const { max, windowSeconds } = attemptsPerAccount
  const at = BigInt(now.getTime())
  const windowStart = at - BigInt(windowSeconds * 1000)
  const rows = await db.$queryRaw<{ count: number; last_request: bigint }[]>`
    INSERT INTO rate_limit AS r (id, key, count, last_request)
    VALUES (${uuidv7()}::uuid, ${keyOf(email)}, 1, ${at})
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN r.last_request < ${windowStart} THEN 1 ELSE LEAST(r.count + 1, ${max + 1}) END,
      last_request = CASE WHEN r.count >= ${max} AND r.last_request >= ${windowStart} THEN r.last_request ELSE ${at} END
    RETURNING count, last_request`
  const row = rows[0]
  if (!row || row.count <= max) return null
  return Math.max(1, Math.ceil((Number(row.last_request) - Number(windowStart)) / 1000))
}

/** Forgets the attempts once the right password was given. */
export async function forgetAttempts(db: Database, email: string): Promise<void> {
  await db.rateLimit.deleteMany({ where: { key: keyOf(email) } })
}

function keyOf(email: string): string {
  return `account|${createHash('sha256').update(email.trim().toLowerCase()).digest('hex')}`
}
