import type { PgBoss } from 'pg-boss'
import { startCheck } from '~/audit/check/check.server'
import { type Checking, runCheck } from '~/audit/check/run.server'
import { type Alarm, alarm } from '~/notifications/audit-alarm.server'
import type { Jobs } from '~/staff/desk.server'

/** Each night at three, Tokyo. */
const nightly = { cron: '0 3 * * *', tz: 'Asia/Tokyo' }

export type CheckParts = Checking & { jobs: Jobs; alarm: Omit<Alarm, 'db'> }

/** Verifies the log at night and when somebody asks for it, and sounds the alarm where it is not in order. */
export async function workChecks(boss: PgBoss, parts: CheckParts, stopping: AbortSignal): Promise<void> {
  await boss.work<{ checkId: string }>('audit-check', async ([job]) => {
    if (!job) return
    const ended = await runCheck(parts, job.data.checkId, AbortSignal.any([stopping, job.signal]))
    // A shop sees its own result on its page; the desk is told of the whole.
    if (ended && ended.shopId === null) await alarm({ ...parts.alarm, db: parts.db }, ended)
  })
  await boss.work('audit-checks', () =>
    parts.db.$transaction((tx) =>
      startCheck(tx, parts.jobs, { shopId: null, startedById: null, startedAt: parts.clock.now() }),
    ),
  )
  await boss.schedule('audit-checks', nightly.cron, null, { tz: nightly.tz, missed: 'once' })
}
