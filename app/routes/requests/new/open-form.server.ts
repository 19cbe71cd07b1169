import { randomUUID } from 'node:crypto'
import type { LookedUp } from '~/corrections/forms'
import { maxRows } from '~/corrections/limits'
import { lookUp } from '~/corrections/lookup.server'
import type { Preview } from '~/corrections/preview'
import { preview } from '~/corrections/preview.server'
import { medianWaitingTime } from '~/corrections/waiting-time.server'
import { shopChoices } from '~/shops/list.server'
import type { Desk } from '~/staff/desk.server'
import { emptyRow, type FormRow, type FormValues, type Posted, withAsked } from './fields'

/** What the page needs around the form. The desk's own people choose the shop; a merchant's is given. */
export async function formSurroundings(desk: Desk) {
  const { id, role } = desk.actor
  const shops = role === 'merchant' ? [] : await shopChoices(desk)
  return { userId: id, shops, usual: await medianWaitingTime(desk.db) }
}

/** The form as it opens: empty, with what the address asks about, or with what was typed before the sign-in lapsed. */
export function openingValues(
  desk: Desk,
  asked: { rows: FormRow[]; shop: string | null },
  typed: Posted | null,
): FormValues {
  const fresh = { requests: withAsked([emptyRow], asked.rows), shop: asked.shop ?? '' }
  const { requests, shop } = typed ?? fresh
  return { requests, shop: desk.actor.shopId ?? shop, idempotencyKey: randomUUID() }
}

type Typed = Pick<FormValues, 'requests' | 'shop'>

/** What the orders behind the form's numbers show. */
export async function lookUpRows(desk: Desk, typed: Typed): Promise<Record<string, LookedUp | null>> {
  const numbers = numbersOf(typed)
  return numbers.length > 0 ? lookUp(desk, numbers, typed.shop) : {}
}

/** What the rules read of the orders behind the form's numbers; asks Kuroneko. */
export async function previewRows(desk: Desk, typed: Typed): Promise<Record<string, Preview | null>> {
  const numbers = numbersOf(typed)
  return numbers.length > 0 ? preview(desk, { numbers, shop: typed.shop }) : {}
}

function numbersOf({ requests }: Typed): string[] {
  const numbers = requests.map(({ orderNumber }) => orderNumber.trim()).filter(Boolean)
  return numbers.slice(0, maxRows)
}
