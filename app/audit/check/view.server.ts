import { type Desk, permits } from '~/staff/desk.server'
import { latestCheckpoint } from '../seal/checkpoints.server'
import { lastWholeCheck, latestChecks, lostAfter } from './check.server'

/** Places that copies went to, on a page. */
const mostSinks = 50

/** What the verification's page shows. Null for whoever may not verify. */
export async function checkView(desk: Desk) {
  if (!permits(desk, 'audit.verify')) return null
  const staff = desk.actor.role !== 'merchant'
  const [checks, whole, checkpoint, copies] = await Promise.all([
    latestChecks(desk),
    staff ? null : lastWholeCheck(desk.db),
    latestCheckpoint(desk.db),
    staff ? desk.db.checkpointCopy.findMany({ orderBy: { sink: 'asc' }, take: mostSinks }) : [],
  ])
  const now = desk.clock.now().getTime()
  const rows = checks.map(({ startedBy, ...check }) => ({
    ...check,
    by: startedBy?.name ?? null,
    /** Its process is gone, and nobody took it up again. */
    lost: check.finishedAt === null && now - check.startedAt.getTime() > lostAfter,
  }))
  const running = rows.find(({ finishedAt, lost }) => finishedAt === null && !lost) ?? null
  const last = rows.find(({ finishedAt }) => finishedAt !== null) ?? null
  const seal = checkpoint && { size: checkpoint.size, note: checkpoint.note, at: checkpoint.at }
  return { staff, rows, running, last, whole, seal, copies }
}
export type CheckView = NonNullable<Awaited<ReturnType<typeof checkView>>>
export type CheckRow = CheckView['rows'][number]
