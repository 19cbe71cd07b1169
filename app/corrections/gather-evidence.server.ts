import { askKuroneko, isFresh, standingEvidence } from '~/orders/evidence.server'
import { matchNumbers } from '~/orders/match.server'
import type { Desk } from '~/staff/desk.server'

/** How long a person waits for Kuroneko before filing goes on without it (ms), and how many orders are asked about at once. */
const patience = 4_000
const atOnce = 8

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
  const waiting = [...new Set([...matches.values()].map(({ orderId }) => orderId))]
  const deadline = performance.now() + patience
  const worker = async () => {
    for (let orderId = waiting.shift(); orderId; orderId = waiting.shift()) {
      const left = deadline - performance.now()
      if (left < 300) return
      await askUnlessFresh(desk, orderId, left)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

async function askUnlessFresh(desk: Desk, orderId: string, left: number): Promise<void> {
  const evidence = await standingEvidence(desk.db, orderId)
  if (evidence && evidence.outcome !== 'unknown' && isFresh(evidence, desk.clock.now())) return
  await askKuroneko(desk, orderId, { total: left })
}
