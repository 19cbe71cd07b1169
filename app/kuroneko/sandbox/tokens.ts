import { randomBytes } from 'node:crypto'
import type { KeptCard } from './saved-cards'

const life = 30 * 60 * 1000

/** A payment with a member's place for cards: it saves the card, or uses a saved one. */
export type CardUse = {
  memberId: string
  authenticationKey: string
  /** Null saves the card that was typed. */
  savedCardId: string | null
}

/** What a token stands for. */
export type Grant = {
  traderCode: string
  card: KeptCard
  /** What the card network will say to this card; null means that it is accepted. */
  creditErrorCode: string | null
  threeD: boolean
  use: CardUse | null
}

export type Tokens = {
  issue(grant: Grant, now: Date): string
  /** Takes the token; null for one that is unknown, used, too old or another trader's. */
  take(traderCode: string, token: string, now: Date): Grant | null
}

/** Card tokens: 16 characters, 30 minutes, one use. They stand for a card whose number nothing keeps. */
export function createTokens(): Tokens {
  const issued = new Map<string, { grant: Grant; until: number }>()
  return {
    issue(grant, now) {
      const token = randomBytes(8).toString('hex').toUpperCase()
      for (const [old, { until }] of issued) if (until < now.getTime()) issued.delete(old)
      issued.set(token, { grant, until: now.getTime() + life })
      return token
    },
    take(traderCode, token, now) {
      const found = issued.get(token)
      if (found?.grant.traderCode !== traderCode) return null
      issued.delete(token)
      return now.getTime() <= found.until ? found.grant : null
    },
  }
}
