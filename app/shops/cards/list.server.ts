import type { CardMember } from '~/kuroneko/check-sum.server'
import type { SavedCard } from '~/kuroneko/operation'
import type { Storefront } from '../storefront.server'
import { cardMemberOf } from './access-key.server'

/** A saved card as its owner sees it. */
export type ShownCard = {
  /** What is the same about it whenever the list is asked for: its masked number and brand, not its place. */
  id: string
  maskedNumber: string
  /** `MM/YY` */
  expiry: string
  /** A reservation or a recurring payment hangs on it: it stays. */
  inUse: boolean
}

export type ListedCards = { ok: true; cards: ShownCard[] } | { ok: false }

/** The member's saved cards as Kuroneko lists them now (A03); nothing of them is kept. Null where none can be saved. */
export async function listCards(front: Storefront): Promise<ListedCards | null> {
  const member = await cardMemberOf(front)
  if (!member) return null
  const cards = await cardsNow(front, member)
  return cards ? { ok: true, cards: cards.map(shown) } : { ok: false }
}

/** The cards with their places and locks of this moment; null where Kuroneko does not say. */
export async function cardsNow(
  { kuroneko, shop }: Pick<Storefront, 'kuroneko' | 'shop'>,
  member: CardMember,
): Promise<SavedCard[] | null> {
  const asked = { operation: 'list_cards', traderCode: shop.traderCode, ...member } as const
  const { outcome } = await kuroneko.operate(asked, { total: 10_000 })
  return outcome.kind === 'done' ? outcome.answer.cards : null
}

/** A card keeps its masked number and brand while its place moves with every payment and deletion. */
export function cardId({
  maskedNumber,
  cardCodeApi,
}: Pick<SavedCard, 'maskedNumber' | 'cardCodeApi'>): string {
  return `${maskedNumber.slice(-4)}-${cardCodeApi}`
}

function shown(card: SavedCard): ShownCard {
  const { maskedNumber, expiry, hasReservation, hasRecurring } = card
  return {
    id: cardId(card),
    maskedNumber,
    expiry: `${expiry.slice(0, 2)}/${expiry.slice(2)}`,
    inUse: hasReservation || hasRecurring,
  }
}
