import { randomUUID } from 'node:crypto'
import { lookUp } from '~/corrections/lookup.server'
import { medianWaitingTime } from '~/corrections/waiting-time.server'
import { shopChoices } from '~/shops/list.server'
import type { Desk } from '~/staff/desk.server'
import { emptyRow, type FormValues, type Posted } from './fields'

/** What the page needs around the form. The desk's own people choose the shop; a merchant's is given. */
export async function formSurroundings(desk: Desk) {
  const { id, role } = desk.actor
  const shops = role === 'merchant' ? [] : await shopChoices(desk)
  return { userId: id, shops, usual: await medianWaitingTime(desk.db) }
}

/** The form as it opens: empty, with one number filled in, or with what was typed before the sign-in lapsed. */
export function openingValues(desk: Desk, order: string | null, typed: Posted | null): FormValues {
  const fresh = { requests: [{ ...emptyRow, orderNumber: order ?? '' }], shop: '' }
  const { requests, shop } = typed ?? fresh
  return { requests, shop: desk.actor.shopId ?? shop, idempotencyKey: randomUUID() }
}

/** What the orders behind the form's numbers show; nothing while no shop is chosen. */
export function lookUpRows(desk: Desk, { requests, shop }: Pick<FormValues, 'requests' | 'shop'>) {
  const numbers = requests.map(({ orderNumber }) => orderNumber).filter((number) => number.trim() !== '')
  const shopId = desk.actor.shopId ?? shop
  return isUuid(shopId) && numbers.length > 0 ? lookUp(desk, shopId, numbers.slice(0, 100)) : {}
}

export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(text)
}
