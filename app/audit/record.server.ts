import type { Transaction } from '~/platform/database.server'
import { appendEvents, type Head } from './append.server'
import type { NewEvent } from './events'

/** Whose chain an event stands on. */
export type ChainOwner = { kind: 'order' | 'request' | 'shop'; id: string } | { kind: 'desk' }

/** The chain of what concerns the desk as a whole: a version 8 UUID, which no row can be given. */
export const deskChain = '00000000-0000-8000-8000-00006d697461'

/** An event but for whom it is about, which its chain says. */
export type EventOnChain = Omit<NewEvent, 'shopId' | 'orderId'>

/**
 * Appends events that change nothing of what their owner shows, under the lock of the row that carries the chain's head.
 * What changes an order or a request goes through `recordOnOrder` and its like instead. Throws where there is no such
 * row.
 */
export async function recordOnChain(
  tx: Transaction,
  owner: ChainOwner,
  events: EventOnChain[],
): Promise<void> {
  const { id, head, shopId, about } = await lockHead(tx, owner)
  const orderId = owner.kind === 'order' ? id : null
  const placed = events.map((event) => ({ ...event, shopId, orderId }))
  await storeHead(tx, owner, await appendEvents(tx, { id, about, head, events: placed }))
}

type Locked = Head & { shopId: string | null; number: string | null; amount: number | null }

async function lockHead(tx: Transaction, owner: ChainOwner) {
  const id = owner.kind === 'desk' ? deskChain : owner.id
  const [row] = await lockRow(tx, owner)
  if (!row) throw new Error(`${owner.kind} ${id} does not exist`)
  const { shopId, number, amount, ...head } = row
  const about = number === null || amount === null ? null : { number, amount }
  return { id, head, shopId, about }
}

function lockRow(tx: Transaction, owner: ChainOwner): Promise<Locked[]> {
  switch (owner.kind) {
    case 'order':
      return tx.$queryRaw`
        SELECT shop_id AS "shopId", number, amount, event_seq AS "eventSeq", event_hash AS "eventHash"
        FROM "order" WHERE id = ${owner.id}::uuid FOR UPDATE`
    case 'request':
      return tx.$queryRaw`
        SELECT shop_id AS "shopId", NULL AS number, NULL AS amount, event_seq AS "eventSeq", event_hash AS "eventHash"
        FROM correction_request WHERE id = ${owner.id}::uuid FOR UPDATE`
    case 'shop':
      return tx.$queryRaw`
        SELECT id AS "shopId", NULL AS number, NULL AS amount, event_seq AS "eventSeq", event_hash AS "eventHash"
        FROM shop WHERE id = ${owner.id}::uuid FOR UPDATE`
    case 'desk':
      return tx.$queryRaw`
        SELECT NULL AS "shopId", NULL AS number, NULL AS amount, event_seq AS "eventSeq", event_hash AS "eventHash"
        FROM desk_settings WHERE id = 1 FOR UPDATE`
  }
}

async function storeHead(tx: Transaction, owner: ChainOwner, head: Head): Promise<void> {
  switch (owner.kind) {
    case 'order':
      await tx.order.update({ where: { id: owner.id }, data: head })
      break
    case 'request':
      await tx.correctionRequest.update({ where: { id: owner.id }, data: head })
      break
    case 'shop':
      await tx.shop.update({ where: { id: owner.id }, data: head })
      break
    case 'desk':
      await tx.deskSettings.update({ where: { id: 1 }, data: head })
  }
}
