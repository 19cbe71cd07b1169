import { patientLimits } from '~/kuroneko/client.server'
import { kuronekoNumberOf } from '~/kuroneko/number'
import { type Asker, askForNews } from '~/orders/evidence.server'
import type { OrderWithDeliveries } from '~/orders/record.server'
import { isFresh, type StandingEvidence, standingEvidence } from '~/orders/standing-evidence.server'
import type { Transaction } from '~/platform/database.server'
import type { Desk } from '~/staff/desk.server'
import { assessOpenRequests } from './ask-kuroneko.server'
import { openStates } from './life'

/**
 * Leaves a question to the background, in the transaction of what needs its answer, where Kuroneko has not answered
 * about the order. A number that does not fit the protocol is never asked about, however long one waits.
 */
export async function askLater(
  tx: Transaction,
  { jobs }: Pick<Desk, 'jobs'>,
  order: OrderWithDeliveries,
  evidence: StandingEvidence | null,
): Promise<void> {
  if (evidence && evidence.outcome !== 'unknown') return
  if (!kuronekoNumberOf(order).ok) return
  await jobs.send(tx, { name: 'ask-kuroneko', data: { orderId: order.id } })
}

/**
 * The question that was left to the background, with all the patience there is; the order's open requests are put
 * before the rules again. Asks nothing where nobody waits for the answer any more.
 * @returns false where it has to be asked once more
 */
export async function askWhatWasLeft(asker: Asker, orderId: string): Promise<boolean> {
  const { db, clock } = asker
  const waiting = await db.correctionRequest.count({ where: { orderId, state: { in: openStates } } })
  if (waiting === 0) return true
  const standing = await standingEvidence(db, orderId)
  if (standing && standing.outcome !== 'unknown' && isFresh(standing, clock.now())) return true
  const news = await askForNews(asker, orderId, patientLimits)
  if (!news) return true
  if (news.isNew) await db.$transaction((tx) => assessOpenRequests(tx, orderId, clock.now()))
  return news.answered
}
