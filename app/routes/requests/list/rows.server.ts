import type { z } from 'zod'
import { openStates } from '~/corrections/life'
import { type listFilterSchema, requestList } from '~/corrections/list.server'
import { shownBy } from '~/orders/record.server'
import type { Desk } from '~/staff/desk.server'

/** A page of requests with what the list shows, and nothing of the desk's own. */
export async function listRows(desk: Desk, filter: z.infer<typeof listFilterSchema>) {
  const page = await requestList(desk, filter)
  if (!page) return null
  const rows = page.rows.map((request) => {
    const { reference, number, state, filedAt, onBehalf, paymentWish, shippingWish, order, shop } = request
    // Once applied, what the order shows is no longer what it was changed from.
    const before = order && state !== 'applied' ? shownBy(order) : null
    return {
      reference,
      number,
      state,
      filedAt,
      onBehalf,
      verdict: openStates.includes(state) ? request.verdict : null,
      matched: order !== null,
      before,
      wish: { paymentWish, shippingWish },
      shop: shop.name,
    }
  })
  return { rows, next: page.next }
}
export type ListRow = NonNullable<Awaited<ReturnType<typeof listRows>>>['rows'][number]
