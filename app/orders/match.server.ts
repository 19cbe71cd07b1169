import type { Database, Transaction } from '~/platform/database.server'
import { normaliseOrderNumber, withoutRepaymentSuffix } from './number'

export type OrderMatch = { orderId: string; number: string; match: 'exact' | 'normalised' | 'without_suffix' }

/**
 * Finds one shop's orders by numbers as people typed them: as typed, else normalised, else without a repayment's
 * suffix (`domain.md`, "Order numbers"). One query for all. What is not found is not in the map.
 */
export async function matchNumbers(
  db: Database | Transaction,
  shopId: string,
  typed: string[],
): Promise<Map<string, OrderMatch>> {
  const wanted = typed.map((text) => ({ text, candidates: candidates(text) }))
  const numbers = [...new Set(wanted.flatMap(({ candidates }) => candidates.map(([number]) => number)))]
  const orders = await db.order.findMany({
    where: { shopId, number: { in: numbers } },
    select: { id: true, number: true },
  })
  const byNumber = new Map(orders.map((order) => [order.number, order.id]))
  const found = new Map<string, OrderMatch>()
  for (const { text, candidates } of wanted) {
    const hit = candidates.find(([number]) => byNumber.has(number))
    const orderId = hit && byNumber.get(hit[0])
    if (hit && orderId) found.set(text, { orderId, number: hit[0], match: hit[1] })
  }
  return found
}

function candidates(text: string): [string, OrderMatch['match']][] {
  const normalised = normaliseOrderNumber(text)
  const list: [string, OrderMatch['match']][] = [[normalised, normalised === text ? 'exact' : 'normalised']]
  const bare = withoutRepaymentSuffix(normalised)
  if (bare) list.push([bare, 'without_suffix'])
  return list
}
