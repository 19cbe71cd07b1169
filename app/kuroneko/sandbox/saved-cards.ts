import { z } from 'zod'
import { writeWireTime } from '../wire-time'

/** A card as far as the sandbox ever keeps one: never its number. */
export const keptCardSchema = z.object({
  /** `************1111` */
  masked: z.string().regex(/^\*+\d{4}$/),
  /** `settleMethod` of kuroneko.md §3. */
  brand: z.string(),
  /** `MMYY` */
  expiry: z.string(),
  owner: z.string(),
})
export type KeptCard = z.output<typeof keptCardSchema>

const savedCardSchema = keptCardSchema.extend({ id: z.string(), lastCreditAt: z.iso.datetime() })
export type SavedByMember = z.output<typeof savedCardSchema>

/** A member of a trader's with the cards saved, the newest first: a card's key is its place. */
export const cardHolderSchema = z.object({
  traderCode: z.string(),
  memberId: z.string(),
  authenticationKey: z.string(),
  cards: z.array(savedCardSchema),
})
export type CardHolder = z.output<typeof cardHolderSchema>

export const mostSavedCards = 3

/** The lock of a card: when it was last charged, as the list tells it. */
export function lockOf({ lastCreditAt }: SavedByMember): string {
  return writeWireTime(new Date(lastCreditAt))
}

/** The card at that place, if its lock still holds. */
export function cardAt(holder: CardHolder | undefined, key: string, lock: string): SavedByMember | null {
  const found = holder?.cards.find((_, index) => String(index + 1) === key)
  return found && lockOf(found) === lock ? found : null
}

/** Whether one more card finds a place: not where three are, nor where it is already. */
export function hasRoomFor({ cards }: CardHolder, card: KeptCard): boolean {
  const same = (one: KeptCard) => one.masked === card.masked && one.brand === card.brand
  return cards.length < mostSavedCards && !cards.some(same)
}

/** A payment moves its card to the first place. */
export function withNewest(holder: CardHolder, card: KeptCard & { id: string }, now: Date): CardHolder {
  const newest = { ...card, lastCreditAt: now.toISOString() }
  return { ...holder, cards: [newest, ...holder.cards.filter(({ id }) => id !== card.id)] }
}
