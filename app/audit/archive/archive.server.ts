import { basename, join } from 'node:path'
import type { Clock } from '~/platform/clock'
import type { Database, Transaction } from '~/platform/database.server'
import { recordOnChain } from '../record.server'
import { parseCheckpoint } from '../seal/checkpoint'
import { latestCheckpoint } from '../seal/checkpoints.server'
import { parseNote } from '../seal/note'
import { checkFile } from './check-file.server'
import { endOf, fileNameOf, type Month } from './month'
import {
  attach,
  createTable,
  dropPartition,
  gatherStrays,
  hasPartition,
  isLockTimeout,
  limitWaiting,
  strayEvents,
} from './partition.server'
import { ArchiveBroken, sha256OfFile } from './read.server'
import { EventFaulty, writeArchive } from './write.server'

/** A month is archived once it has been over for so many months. */
export const leastMonthsOld = 12

export type ArchiveRefusal =
  /** The month is not over, or not for long enough. */
  | 'too_young'
  | 'already_archived'
  | 'empty'
  /** Some of its events have no place in the tree yet. */
  | 'unsealed'
  /** An event is not as it was recorded, or the file that was written cannot be read back. */
  | 'faulty'
  /** Events were added meanwhile. */
  | 'changed'
  /** Somebody reads or writes the log; later it will go. */
  | 'busy'
export type ArchiveRefused = { ok: false; refusal: ArchiveRefusal; detail?: string }
export type Archived = { ok: true; events: number; file: string; sha256: string }

/** `db` is the owner's. */
export type Archiving = { db: Database; clock: Clock; month: Month; folder: string; evenYounger?: boolean }

/** Milliseconds; locks are waited for a few seconds at most. */
const limits = { maxWait: 30_000, timeout: 10 * 60 * 1000 }

/**
 * Moves a month of the log into a file: writes it, reads it back and compares it, then drops the partition. Places, tree
 * and what people wrote stay in the database. May be broken off at any time: the month is in the database until its last
 * step is done.
 */
export async function archiveMonth(archiving: Archiving): Promise<Archived | ArchiveRefused> {
  try {
    return await archive(archiving)
  } catch (error) {
    if (isLockTimeout(error)) return { ok: false, refusal: 'busy' }
    if (error instanceof EventFaulty || error instanceof ArchiveBroken) {
      return { ok: false, refusal: 'faulty', detail: error.message }
    }
    throw error
  }
}

async function archive(archiving: Archiving): Promise<Archived | ArchiveRefused> {
  const { db, clock, month, folder, evenYounger = false } = archiving
  if (endOf(month, evenYounger ? 0 : leastMonthsOld) > clock.now()) return refuse('too_young')
  const gathered = await db.$transaction((tx) => gather(tx, month), limits)
  if (!gathered.ok) return gathered
  const checkpoint = await latestCheckpoint(db)
  const head = checkpoint && parseCheckpoint(parseNote(checkpoint.note)?.text ?? '')
  if (!head) return refuse('unsealed')
  const { events } = gathered
  const file = join(folder, fileNameOf(month))
  const header = { format: 'mitame-audit-archive/1', month, origin: head.origin, events } as const
  await writeArchive(db, file, { ...header, checkpoint: checkpoint.note }, head.size)
  await checkFile(db, file)
  const sha256 = await sha256OfFile(file)
  return db.$transaction(async (tx) => {
    await limitWaiting(tx)
    await tx.$executeRaw`LOCK TABLE order_event IN ACCESS EXCLUSIVE MODE`
    if ((await eventsIn(tx, month)) !== events || (await strayEvents(tx, month)) > 0) return refuse('changed')
    await dropPartition(tx, month)
    await record(tx, clock, { month, events, file: basename(file), sha256 })
    return { ok: true, events, file, sha256 }
  }, limits)
}

function refuse(refusal: ArchiveRefusal): ArchiveRefused {
  return { ok: false, refusal }
}

/** Brings all of a month's events into a partition of its own, if they can be archived. */
async function gather(tx: Transaction, month: Month): Promise<{ ok: true; events: number } | ArchiveRefused> {
  await limitWaiting(tx)
  if ((await tx.archivedMonth.count({ where: { month, restoredAt: null } })) > 0)
    return refuse('already_archived')
  if ((await places(tx, month, true)) > 0) return refuse('unsealed')
  if ((await strayEvents(tx, month)) > 0) {
    if (await hasPartition(tx, month)) await gatherStrays(tx, month)
    else {
      await createTable(tx, month)
      await gatherStrays(tx, month)
      await attach(tx, month)
    }
  }
  const events = (await hasPartition(tx, month)) ? await eventsIn(tx, month) : 0
  if ((await places(tx, month)) !== events) return { ...refuse('faulty'), detail: 'events are missing' }
  return events > 0 ? { ok: true, events } : refuse('empty')
}

async function eventsIn(tx: Transaction, month: Month): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM order_event WHERE id >= month_floor(${month}) AND id < month_ceiling(${month})`
  return row?.count ?? 0
}

/** How many events the month has places for; those only that the tree has not taken yet, if so asked. */
async function places(tx: Transaction, month: Month, unsealed = false): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM event_leaf
    WHERE event_id >= month_floor(${month}) AND event_id < month_ceiling(${month})
      AND (NOT ${unsealed} OR leaf_index IS NULL)`
  return row?.count ?? 0
}

type Done = { month: Month; events: number; file: string; sha256: string }

async function record(tx: Transaction, clock: Clock, { month, events, file, sha256 }: Done): Promise<void> {
  const at = clock.now()
  await tx.archivedMonth.create({ data: { month, events, fileName: file, sha256, archivedAt: at } })
  await recordOnChain(tx, { kind: 'desk' }, [
    {
      ...{ action: 'audit.month_archived', outcome: 'done', at, actor: null, via: 'cli', requestId: null },
      details: { month, events, file, sha256 },
    },
  ])
}
