import type { Database, Transaction } from '~/platform/database.server'
import type { Shown } from './events'
import { readRecorded } from './recorded'

/** What an order showed at a moment, by the last of its events until then that says so. */
export async function shownAt(db: Database | Transaction, orderId: string, at: Date): Promise<Shown | null> {
  const event = await db.orderEvent.findFirst({
    where: { chainId: orderId, at: { lte: at }, paymentAfter: { not: null } },
    orderBy: { seq: 'desc' },
    select: { text: true },
  })
  return event && (readRecorded(event.text)?.after ?? null)
}
