import { askKuroneko } from '~/orders/evidence.server'
import { matchNumbers } from '~/orders/match.server'
import { isFresh, type StandingEvidence, standingEvidence } from '~/orders/standing-evidence.server'
import type { Desk } from '~/staff/desk.server'

/** How long a person waits for Kuroneko before filing goes on without it (ms), and how many orders are asked about at once. */
const patience = 4_000
const atOnce = 8

/** What a person has just been told is not asked for again, an answer that could not be had included (ms). */
const justNow = 10_000

/**
 * Asks Kuroneko about the orders behind the numbers, unless it answered lately. Those that time does not suffice for
 * are left to the background.
 */
export async function gatherEvidence(
  desk: Desk,
  { shopId, rows }: { shopId: string; rows: { orderNumber: string }[] },
): Promise<void> {
  const matches = await matchNumbers(
    desk.db,
    shopId,
    rows.map((row) => row.orderNumber),
  )
  const orderIds = [...matches.values()].map(({ orderId }) => orderId)
  await askAboutOrders(desk, orderIds, { patience })
}

/**
 * Asks Kuroneko about orders, several at once, unless it answered lately.
 * @param how.patience how long to wait in all, milliseconds; orders that it does not suffice for are not asked about
 * @param how.anew orders to ask about although the last answer is young: something was done at Kuroneko since
 */
export async function askAboutOrders(
  desk: Desk,
  orderIds: Iterable<string>,
  { patience, anew }: { patience: number; anew?: ReadonlySet<string> },
): Promise<void> {
  const waiting = [...new Set(orderIds)]
  const deadline = performance.now() + patience
  const worker = async () => {
    for (let orderId = waiting.shift(); orderId; orderId = waiting.shift()) {
      const left = deadline - performance.now()
      if (left < 300) return
      const evidence = await standingEvidence(desk.db, orderId)
      const now = desk.clock.now()
      const suffices = isFromJustNow(evidence, now) || (!anew?.has(orderId) && isUsable(evidence, now))
      if (!suffices) await askKuroneko(desk, orderId, { total: left })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

function isUsable(evidence: StandingEvidence | null, now: Date): boolean {
  return evidence !== null && evidence.outcome !== 'unknown' && isFresh(evidence, now)
}

function isFromJustNow(evidence: StandingEvidence | null, now: Date): boolean {
  if (evidence?.kind !== 'inquiry') return false
  return Math.abs(now.getTime() - evidence.askedAt.getTime()) < justNow
}
