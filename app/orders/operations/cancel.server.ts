import { z } from 'zod'
import type { Desk } from '~/staff/desk.server'
import { cancelReachesKuroneko } from './allowed'
import { begin } from './begin.server'
import { recordCancelled } from './finish.server'
import { operateOn, refused } from './operate.server'

/** キャンセル処理 is for a whole order; `delivery` is what somebody tried to cancel of it, from 0. */
export const cancellationSchema = z.object({
  delivery: z.coerce.number().int().min(0).max(98).optional(),
  version: z.coerce.number().int().positive().optional(),
})
export type Cancellation = z.output<typeof cancellationSchema>

/** Cancelled here only; Kuroneko was not told, and its admin has to be looked at. */
export type CancelledHere = { ok: true; here: true }

/**
 * Cancels an order. A 仮売上 is passed on: the intent is written and `conduct` carries it out. Everything else that can
 * be cancelled at all is cancelled here only.
 */
export function beginCancel(desk: Desk, orderId: string, { delivery, version }: Cancellation = {}) {
  return operateOn(
    desk,
    orderId,
    'cancel',
    async (operating) => {
      const { standing, tx, order, event } = operating
      if (delivery !== undefined && order.deliveries.length > 1) return refused('one_of_several', delivery)
      if (cancelReachesKuroneko(standing))
        return begin(operating, 'cancel', [{ function: 'A06', fields: {} }])
      await recordCancelled(tx, order, event({ passed_on: false }))
      return { ok: true, here: true } satisfies CancelledHere
    },
    version,
  )
}
