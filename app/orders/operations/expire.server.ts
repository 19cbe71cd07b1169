import type { Database } from '~/platform/database.server'
import { addDays, startOfTokyoDay, tokyoDay } from '~/platform/tokyo'
import type { By } from '~/staff/desk.server'
import { captureDays } from '../capture-period'
import { lockOrder, recordOnOrder, shownBy } from '../record.server'
import { isUnderWay } from './operate.server'

/** Orders looked at in one go. */
const batch = 200

/**
 * Turns every 仮売上 whose 58 days have run out into 仮売上期限切れ, once, with its event. An order whose operation
 * waits for Kuroneko is left for the next night.
 * @returns how many were turned
 */
export async function expireAuthorizations(by: By & { db: Database }): Promise<number> {
  const { db, clock } = by
  // Day 0 is the day of the order: the 58th day after it is the last.
  const before = startOfTokyoDay(addDays(tokyoDay(clock.now()), -captureDays))
  let expired = 0
  let after: string | undefined
  for (;;) {
    const due = await db.order.findMany({
      where: {
        paymentStatus: 'authorized',
        paymentMethod: 'kuroneko_card',
        orderedAt: { lt: before },
        ...(after && { id: { gt: after } }),
      },
      select: { id: true },
      orderBy: { id: 'asc' },
      take: batch,
    })
    for (const { id } of due) if (await expire(by, id, before)) expired += 1
    after = due.at(-1)?.id
    if (due.length < batch) return expired
  }
}

function expire({ db, clock, via }: By & { db: Database }, orderId: string, before: Date): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (order?.paymentStatus !== 'authorized' || order.orderedAt >= before) return false
    if (await isUnderWay(tx, orderId)) return false
    const shown = shownBy(order)
    const after = { ...shown, payment: 'authorization_expired' as const }
    const event = { action: 'order.expired', outcome: 'done', actor: null, requestId: null } as const
    await recordOnOrder(tx, order, [{ ...event, at: clock.now(), via, before: shown, after }], after)
    return true
  })
}
