import type { AuditFilter } from '~/audit/search/filter'
import { eachMatchingIds, searchEvents } from '~/audit/search/search.server'
import { addNote } from '~/corrections/note.server'
import type { Desk } from '~/staff/desk.server'
import { approved, filed } from '../errands'
import { anOrder, aRow, aWorld } from '../world'

/** Two shops' small histories: one correction applied, one asked for with other words, notes between colleagues. */
export async function aSearchedWorld() {
  const world = await aWorld()
  const { db, shop, otherShop, merchant, otherMerchant, agent, lead } = world
  await anOrder(db, shop, 'P2511001', { amount: 180_000 })
  await anOrder(db, shop, 'P2511002', {
    paymentStatus: 'authorized',
    deliveries: [
      { status: 'unshipped', slipNumber: null, carrier: null },
      { status: 'shipped', slipNumber: null, carrier: null },
    ],
  })
  await anOrder(db, otherShop, 'P2511001', { amount: 500 })
  const applied = await filed(merchant, shop, aRow('P2511001', { reason: 'ｷｬﾝｾﾙ済みです ＡＢＣ' }))
  await addNote(agent, applied, '要注意の店舗')
  await approved(agent, applied)
  await approved(lead, applied, 'approve_second')
  const other = await filed(otherMerchant, otherShop, aRow('P2511001', { reason: 'キャンセル 100%_済み' }))
  await addNote(agent, other, '要注意の店舗')
  return { ...world, applied, other }
}

export type SearchedWorld = Awaited<ReturnType<typeof aSearchedWorld>>

/** What a search finds, oldest first, as `shop number action`. */
export async function found(desk: Desk, filter: AuditFilter): Promise<string[]> {
  const page = await searchEvents(desk, filter, { size: 200 })
  if (!page.ended) throw new Error('took too long')
  return page.entries
    .map(({ event, shop, order }) => `${shop?.code} ${order} ${event.told?.action} ${event.told?.outcome}`)
    .reverse()
}

/** The same by batches, as an export reads it. */
export async function streamed(desk: Desk, filter: AuditFilter, batchSize: number): Promise<string[]> {
  const ids: string[] = []
  for await (const batch of eachMatchingIds(desk, filter, { batchSize })) ids.push(...batch)
  return ids
}
