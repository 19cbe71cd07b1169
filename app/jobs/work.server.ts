import type { PgBoss } from 'pg-boss'
import type { Asker } from '~/orders/evidence.server'
import type { Job, Jobs } from '~/staff/desk.server'
import { askKuronekoJob } from './ask-kuroneko.server'

/** What the jobs work with; they act for the desk itself, not for a person. */
export type WorkParts = Pick<Asker, 'db' | 'clock' | 'kuroneko'> & { jobs: Jobs }

type DataOf<Name extends Job['name']> = Extract<Job, { name: Name }>['data']

/** Begins to work the queues, until the boss is stopped. */
export async function work(boss: PgBoss, parts: WorkParts): Promise<void> {
  const asker: Asker = { ...parts, actor: null, via: 'job' }
  await boss.work<DataOf<'ask-kuroneko'>>('ask-kuroneko', { localConcurrency: 4 }, async ([job]) => {
    if (job) await askKuronekoJob(asker, job.data)
  })
}
