import type { PgBoss } from 'pg-boss'
import { walk } from '~/corrections/drift-watch.server'
import type { Asker } from '~/orders/evidence.server'
import { runBulk } from '~/orders/operations/bulk/run.server'
import { expireAuthorizations } from '~/orders/operations/expire.server'
import type { Job, Jobs } from '~/staff/desk.server'
import { askKuronekoJob } from './ask-kuroneko.server'
import { auditNight, auditNightJob } from './audit-night.server'
import { captureLimits } from './capture-limits.server'
import { conductJob } from './conduct-operation.server'
import { nightly, watchEveryShop, watchNewShops } from './drift-watch.server'

/** What the jobs work with; they act for the desk itself, not for a person. */
export type WorkParts = Pick<Asker, 'db' | 'clock' | 'kuroneko'> & {
  jobs: Jobs
  /** Long jobs end at it, to go on elsewhere. */
  stopping: AbortSignal
}

type DataOf<Name extends Job['name']> = Extract<Job, { name: Name }>['data']

/** Begins to work the queues, until the boss is stopped. */
export async function work(boss: PgBoss, { stopping, jobs, ...parts }: WorkParts): Promise<void> {
  const asker: Asker = { ...parts, actor: null, via: 'job' }
  await boss.work<DataOf<'ask-kuroneko'>>('ask-kuroneko', { localConcurrency: 4 }, async ([job]) => {
    if (job) await askKuronekoJob(asker, job.data)
  })
  await boss.work<DataOf<'drift-watch'>>('drift-watch', { localConcurrency: 4 }, async ([job]) => {
    if (job) await walk(asker, job.data.watchId, { signal: AbortSignal.any([stopping, job.signal]) })
  })
  await boss.work<DataOf<'conduct-operation'>>(
    'conduct-operation',
    { localConcurrency: 2 },
    async ([job]) => {
      if (job) await conductJob(parts, job.data)
    },
  )
  await boss.work<DataOf<'bulk-run'>>('bulk-run', { localConcurrency: 2 }, async ([job]) => {
    if (job) await runBulk({ ...parts, jobs }, job.data.runId, AbortSignal.any([stopping, job.signal]))
  })
  await boss.work('drift-watches', () => watchEveryShop({ ...asker, jobs }))
  await boss.schedule('drift-watches', nightly.cron, null, { tz: nightly.tz, missed: 'once' })
  await boss.work('capture-limits', async () => void (await expireAuthorizations(asker)))
  await boss.schedule('capture-limits', captureLimits.cron, null, { tz: captureLimits.tz, missed: 'once' })
  await boss.work('audit-night', async ([job]) => {
    if (job) await auditNightJob(asker, AbortSignal.any([stopping, job.signal]))
  })
  await boss.schedule('audit-night', auditNight.cron, null, { tz: auditNight.tz, missed: 'once' })
  await watchNewShops({ ...asker, jobs })
}
