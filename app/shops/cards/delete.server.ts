import type { Storefront } from '../storefront.server'
import { cardMemberOf } from './access-key.server'
import { cardId, cardsNow } from './list.server'

export type CardDeleted =
  | { ok: true }
  /**
   * `gone`: it was not there any more. `in_use`: a reservation hangs on it. `unclear`: Kuroneko did not answer, and
   * whether it was deleted shows when the list is there again.
   */
  | { ok: false; refusal: 'not_found' | 'gone' | 'in_use' | 'refused' | 'unclear' }

/**
 * Deletes one saved card (A05), with its place and lock asked for right before (A03). What gave no answer is settled by
 * asking for the list again, never by a second deletion.
 */
export async function deleteCard(front: Storefront, id: string): Promise<CardDeleted> {
  const member = await cardMemberOf(front)
  if (!member) return { ok: false, refusal: 'not_found' }
  const cards = await cardsNow(front, member)
  if (!cards) return { ok: false, refusal: 'unclear' }
  const card = cards.find((one) => cardId(one) === id)
  if (!card) return { ok: false, refusal: 'gone' }
  if (card.hasReservation || card.hasRecurring) return { ok: false, refusal: 'in_use' }
  const { cardKey, lastCreditDate } = card
  const { traderCode } = front.shop
  const { outcome } = await front.kuroneko.operate({
    operation: 'delete_card',
    traderCode,
    ...member,
    cardKey,
    lastCreditDate,
  })
  if (outcome.kind === 'done') return { ok: true }
  if (outcome.kind === 'unknown' && outcome.notSent) return { ok: false, refusal: 'unclear' }
  const after = await cardsNow(front, member)
  if (!after) return { ok: false, refusal: 'unclear' }
  if (!after.some((one) => cardId(one) === id)) return { ok: true }
  const inUse = outcome.kind === 'refused' && outcome.errorCode === 'A054000001'
  return { ok: false, refusal: inUse ? 'in_use' : outcome.kind === 'refused' ? 'refused' : 'unclear' }
}
