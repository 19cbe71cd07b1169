import type { Clock } from '~/platform/clock'
import type { Database } from '~/platform/database.server'
import { addDays, startOfTokyoDay, tokyoDay } from '~/platform/tokyo'
import { captureDays } from '../capture-period'

/** Days before the last one to capture at which a shop is reminded. */
export const remindAt = [7, 3, 1] as const

export type Reminder = { shopId: string; daysLeft: number; orders: { id: string; number: string }[] }

const most = 1000

/** What each shop is still to be reminded of today: orders still 仮売上 with 7, 3 or 1 days left. */
export async function dueReminders({ db, clock }: { db: Database; clock: Clock }): Promise<Reminder[]> {
  const now = clock.now()
  const reminders: Reminder[] = []
  for (const daysLeft of remindAt) {
    const day = addDays(tokyoDay(now), daysLeft - captureDays)
    const due = await db.order.findMany({
      where: {
        paymentStatus: 'authorized',
        paymentMethod: 'kuroneko_card',
        orderedAt: { gte: startOfTokyoDay(day), lt: startOfTokyoDay(addDays(day, 1)) },
        reminders: { none: { daysLeft } },
      },
      select: { id: true, number: true, shopId: true },
      orderBy: [{ shopId: 'asc' }, { number: 'asc' }],
      take: most,
    })
    for (const { shopId, id, number } of due) {
      const open = reminders.find((one) => one.shopId === shopId && one.daysLeft === daysLeft)
      if (open) open.orders.push({ id, number })
      else reminders.push({ shopId, daysLeft, orders: [{ id, number }] })
    }
  }
  return reminders
}

/** Writes down that a shop was told, so that it is not told again. */
export async function markReminded(
  { db, clock }: { db: Database; clock: Clock },
  { daysLeft, orders }: Reminder,
): Promise<void> {
  const at = clock.now()
  await db.captureReminder.createMany({
    data: orders.map(({ id }) => ({ orderId: id, daysLeft, at })),
    skipDuplicates: true,
  })
}
