import type { Clock } from '~/platform/clock'
import type { Database, Transaction } from '~/platform/database.server'
import { Prisma } from '~/platform/prisma/client'
import { columns } from '../append.server'
import { recordOnChain } from '../record.server'
import { checkFile } from './check-file.server'
import { type Month, partitionOf } from './month'
import {
  attach,
  createTable,
  gatherStrays,
  isLockTimeout,
  limitWaiting,
  strayEvents,
} from './partition.server'
import { ArchiveBroken, type ArchivedEvent, sha256OfFile } from './read.server'

export type RestoreRefusal =
  /** No archived month has this file, or the file was altered. */
  'unknown_file' | 'broken_file' | 'busy'
export type RestoreRefused = { ok: false; refusal: RestoreRefusal; detail?: string }
export type Restored = { ok: true; month: Month; events: number }

/** `db` is the owner's. */
export type Restoring = { db: Database; clock: Clock; file: string }

/** Milliseconds: a large month takes its minutes. */
const limits = { maxWait: 30_000, timeout: 60 * 60 * 1000 }

/**
 * Reads an archived month back into the log. The file has to be the very one that was written, and each of its events the
 * one that the database has kept the place of.
 */
export async function restoreMonth(restoring: Restoring): Promise<Restored | RestoreRefused> {
  const { db, clock, file } = restoring
  const sha256 = await sha256OfFile(file)
  const archived = await db.archivedMonth.findFirst({ where: { sha256, restoredAt: null } })
  if (!archived) return { ok: false, refusal: 'unknown_file' }
  const { month, events } = archived
  try {
    await db.$transaction(async (tx) => {
      await createTable(tx, month)
      const read = await checkFile(db, file, (page) => insert(tx, month, page))
      if (read !== events) throw new ArchiveBroken(read + 1, `${read} events, not ${events}`)
      await limitWaiting(tx)
      if ((await strayEvents(tx, month)) > 0) await gatherStrays(tx, month)
      await attach(tx, month)
      const at = clock.now()
      await tx.archivedMonth.updateMany({ where: { sha256, restoredAt: null }, data: { restoredAt: at } })
      await recordOnChain(tx, { kind: 'desk' }, [
        {
          ...{
            action: 'audit.month_restored',
            outcome: 'done',
            at,
            actor: null,
            via: 'cli',
            requestId: null,
          },
          details: { month, events, sha256 },
        },
      ])
    }, limits)
  } catch (error) {
    if (isLockTimeout(error)) return { ok: false, refusal: 'busy' }
    if (error instanceof ArchiveBroken) return { ok: false, refusal: 'broken_file', detail: error.message }
    throw error
  }
  return { ok: true, month, events }
}

/** Into the month's table before it is part of the log: the events have their places, and get no second ones. */
async function insert(tx: Transaction, month: Month, page: ArchivedEvent[]): Promise<void> {
  const rows = JSON.stringify(page.map(rowOf))
  await tx.$executeRaw`
    INSERT INTO ${Prisma.raw(partitionOf(month))}
    SELECT * FROM jsonb_populate_recordset(null::order_event, ${rows}::jsonb)`
}

/** The row that was archived: its columns repeat what the text says. Format 1 had not all of them. */
function rowOf({ recorded, hash, text }: ArchivedEvent) {
  const { id, chain, seq, prev, number, amount } = recorded
  const about = number === null || amount === null ? null : { number, amount }
  const { refusal, reference, before, after, digest, details, words, ...event } = recorded
  const repeated = columns(
    {
      ...event,
      ...(before && { before }),
      ...(after && { after }),
      ...(details && { details }),
      at: new Date(recorded.at),
      shopId: recorded.shop,
      orderId: recorded.order,
      requestId: recorded.request,
    },
    about,
  )
  const later = recorded.v > 1
  return {
    ...{ id, chain_id: chain, seq, prev_hash: prev, hash, text },
    ...{ shop_id: repeated.shopId, order_id: repeated.orderId, request_id: repeated.requestId },
    ...{ action: repeated.action, outcome: repeated.outcome },
    ...{ actor_id: repeated.actorId, actor_role: repeated.actorRole, amount: repeated.amount },
    ...{ payment_before: repeated.paymentBefore, payment_after: repeated.paymentAfter },
    shipping_before: later ? repeated.shippingBefore : [],
    shipping_after: later ? repeated.shippingAfter : [],
    evidence_outcome: later ? repeated.evidenceOutcome : null,
    at: repeated.at,
  }
}
