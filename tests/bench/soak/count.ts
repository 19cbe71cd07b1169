import type { Log } from '../log'
import { type Acknowledged, type Book, keyOf } from './book'

/** Acts that a second press makes again, each time anew, for nothing tells the two presses apart. */
const repeatable = ['correction.claimed', 'audit.exported']

/** Throws where something acknowledged is missing from the log, or there more often than it was done. */
export async function countActs({ db }: Pick<Log, 'db'>, book: Book): Promise<number> {
  const there = new Map<string, number>()
  const note = (act: Acknowledged) => there.set(keyOf(act), (there.get(keyOf(act)) ?? 0) + 1)
  const rows = await db.$queryRaw<(Acknowledged & { number: string | null; actor: string | null })[]>`
    SELECT e.action, coalesce(r.reference, '') AS about, o.number, e.actor_id::text AS actor
    FROM order_event e
    LEFT JOIN correction_request r ON r.id = e.request_id
    LEFT JOIN "order" o ON o.id = e.order_id
    WHERE e.outcome = 'done' AND e.id >= uuid_floor(${book.startedAt})`
  for (const { action, about, number, actor } of rows) {
    if (action === 'order.received' || action === 'correction.filed') note({ action, about: number ?? '' })
    else if (action === 'audit.exported') note({ action, about: actor ?? '' })
    else note({ action, about })
  }
  const wrong: string[] = []
  const acknowledged = Map.groupBy(book.acknowledged, keyOf)
  for (const [key, begun] of book.begun) {
    const [told, found] = [acknowledged.get(key)?.length ?? 0, there.get(key) ?? 0]
    // What broke off may have been done, once for each press where nothing tells two of them apart.
    const most = repeatable.some((action) => key.startsWith(`${action} `)) ? begun + book.again : begun
    if (found < told || found > most)
      wrong.push(`${key}: ${begun} begun, ${told} acknowledged, ${found} there`)
  }
  for (const [key, found] of there) {
    const isOnce = /^(correction\.(filed|approved|rejected)|order\.(corrected|received)) ./.test(key)
    if (isOnce && found > 1) wrong.push(`${key}: ${found} times`)
  }
  if (wrong.length > 0)
    throw new Error(`the log does not tell what was done:\n${wrong.slice(0, 20).join('\n')}`)
  return book.acknowledged.length
}
