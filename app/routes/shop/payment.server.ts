import { type Chosen, readChosen } from '~/orders/buying/checkout'
import { type ListedCards, listCards } from '~/shops/cards/list.server'
import type { Storefront } from '~/shops/storefront.server'

/** What a payment form offers. `cards` is null where none can be saved: to guests, and where the shop does not. */
export type PaymentOffer = { cards: ListedCards | null }

export async function paymentOffer(front: Storefront): Promise<PaymentOffer> {
  return { cards: await listCards(front) }
}

/** What was chosen in a payment form; null where nothing was, or nothing that is offered. */
export function chosenIn(form: FormData, { member, shop }: Storefront): Chosen | null {
  const maySave = member !== null && shop.savesCards
  const chosen = readChosen(String(form.get('pay') ?? ''), maySave && form.get('save') === 'on')
  const isSaved = chosen?.method === 'kuroneko_card' && chosen.card.card !== 'new'
  return isSaved && !maySave ? null : chosen
}
