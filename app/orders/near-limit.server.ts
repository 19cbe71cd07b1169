import { addDays, startOfTokyoDay } from '~/platform/tokyo'
import { type Desk, shopScope } from '~/staff/desk.server'
import { orderedWithDaysLeft } from './capture-period'

/** From how many days before the last one a shop is reminded. */
const remindDays = 7

/** Orders that are still only authorised while the last day to capture them is near; `from` and `to` are Tokyo days of ordering. */
export async function nearCaptureLimit(desk: Desk): Promise<{ count: number; from: string; to: string }> {
  const { from, to } = orderedWithDaysLeft(remindDays, desk.clock.now())
  const count = await desk.db.order.count({
    where: {
      ...shopScope(desk.actor),
      paymentStatus: 'authorized',
      paymentMethod: 'kuroneko_card',
      orderedAt: { gte: startOfTokyoDay(from), lt: startOfTokyoDay(addDays(to, 1)) },
    },
  })
  return { count, from, to }
}
