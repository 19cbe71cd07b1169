import { fromPrisma, PgBoss } from 'pg-boss'
import type { Logger } from '~/platform/log.server'
import type { Jobs } from '~/staff/desk.server'
import { keyOf, waits } from './queues'
import { JOBS_SCHEMA } from './schema.server'

/**
 * The process's one hold on the queue, for sending and for working. It works as `mitame_app`, on tables that
 * `prepareJobs` made.
 * @param works false where this process only sends: it neither watches over the others' jobs nor keeps their schedules
 */
export async function openBoss(
  appUrl: string,
  log: Pick<Logger, 'warn' | 'error'>,
  works = true,
): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: appUrl,
    schema: JOBS_SCHEMA,
    application_name: 'mitame jobs',
    max: 4,
    migrate: false,
    // Only the owner may rebuild an index.
    reindex: false,
    useListenNotify: works,
    supervise: works,
    schedule: works,
    // How soon a job is missed whose process was killed.
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
  })
  boss.on('error', ({ message }) => log.error({ message }, 'jobs'))
  boss.on('warning', ({ message }) => log.warn({ message }, 'jobs'))
  await boss.start()
  return boss
}

/** How long a job under way may take to end, in milliseconds; the queue gives it to the next process otherwise. */
const patience = 3_000

export async function closeBoss(boss: PgBoss): Promise<void> {
  await boss.stop({ timeout: patience })
  // Its connections may still be parting when the database stops as well.
  boss.removeAllListeners('error').on('error', () => {})
}

/** What verbs send their jobs by. */
export function jobsOf(boss: PgBoss): Jobs {
  return {
    async send(tx, job) {
      const startAfter = waits[job.name] ?? 0
      await boss.send(job.name, job.data, { db: fromPrisma(tx), singletonKey: keyOf(job), startAfter })
    },
  }
}
