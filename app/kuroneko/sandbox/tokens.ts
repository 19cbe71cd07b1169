import { randomBytes } from 'node:crypto'

const life = 30 * 60 * 1000

export type Tokens = {
  /** @param creditErrorCode what the card network will say to this card; none means that it is accepted */
  issue(traderCode: string, now: Date, creditErrorCode?: string): string
  /** Takes the token; null for one that is unknown, used, too old or another trader's. */
  take(traderCode: string, token: string, now: Date): { creditErrorCode: string | null } | null
}

/** Card tokens: 16 characters, 30 minutes, one use. They stand for a card that the sandbox never sees. */
export function createTokens(): Tokens {
  const issued = new Map<string, { traderCode: string; until: number; creditErrorCode: string | null }>()
  return {
    issue(traderCode, now, creditErrorCode) {
      const token = randomBytes(8).toString('hex').toUpperCase()
      for (const [old, { until }] of issued) if (until < now.getTime()) issued.delete(old)
      issued.set(token, { traderCode, until: now.getTime() + life, creditErrorCode: creditErrorCode ?? null })
      return token
    },
    take(traderCode, token, now) {
      const found = issued.get(token)
      if (found?.traderCode !== traderCode) return null
      issued.delete(token)
      return now.getTime() <= found.until ? found : null
    },
  }
}
