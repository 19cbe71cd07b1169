import { PgBoss } from 'pg-boss'
import { inTurn } from '~/platform/boot.server'
import { type QueueName, queues } from './queues'

export const JOBS_SCHEMA = 'pgboss'

/** Jobs are no records: the app may take them, settle them and clear them away. */
const letAppWork = `
  GRANT USAGE ON SCHEMA ${JOBS_SCHEMA} TO mitame_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${JOBS_SCHEMA} TO mitame_app;
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${JOBS_SCHEMA} TO mitame_app;
`

/** Brings the queue's own tables up to date and makes every queue, as the database's owner. May be repeated. */
export async function prepareJobs(ownerUrl: string): Promise<void> {
  await inTurn(ownerUrl, async (client) => {
    await prepareQueues(ownerUrl)
    await client.query(letAppWork)
  })
}

async function prepareQueues(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: JOBS_SCHEMA,
    max: 2,
    supervise: false,
    schedule: false,
  })
  boss.on('error', () => {})
  await boss.start()
  try {
    const there = new Set((await boss.getQueues()).map(({ name }) => name))
    for (const name of Object.keys(queues) as QueueName[]) {
      const { policy, ...promise } = queues[name]
      // A queue's policy cannot be changed once it is there.
      await (there.has(name) ? boss.updateQueue(name, promise) : boss.createQueue(name, queues[name]))
    }
  } finally {
    await boss.stop({ graceful: false })
  }
}
