import type { Prisma } from '~/platform/prisma/client'
import { addDays, startOfTokyoDay, tokyoDay } from '~/platform/tokyo'

/** Neither 精算確定 nor 取消 is Kuroneko's last word for a while; after so many days nobody looks any more. */
const watchedDays = 120

/** A shop's orders that the drift watch asks about: Kuroneko's, and open here or recent. */
export function watchedOrders(shopId: string, now: Date): Prisma.OrderWhereInput {
  return {
    shopId,
    paymentMethod: 'kuroneko_card',
    origin: 'platform',
    OR: [
      { paymentStatus: { in: ['authorized', 'failed', 'incomplete'] } },
      { orderedAt: { gte: startOfTokyoDay(addDays(tokyoDay(now), -watchedDays)) } },
    ],
  }
}
