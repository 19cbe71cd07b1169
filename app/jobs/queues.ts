import type { Queue } from 'pg-boss'
import type { Job } from '~/staff/desk.server'

/** Every queue of the desk: its jobs' own, and the ones that only the clock fills. */
export type QueueName =
  | Job['name']
  | 'capture-limits'
  | 'capture-reminders'
  | 'drift-watches'
  | 'audit-night'
  | 'audit-checks'
  | 'seal'
  | 'checkpoint-copies'

const minute = 60
const hour = 60 * minute

/** What each queue promises; times are seconds. */
export const queues: Record<QueueName, Omit<Queue, 'name'>> = {
  // Again after 1, 2, 4 … minutes, then every two hours: for about a day. One waits per order at a time.
  'ask-kuroneko': {
    policy: 'short',
    notify: true,
    retryLimit: 18,
    retryDelay: minute,
    retryBackoff: true,
    retryDelayMax: 2 * hour,
    expireInSeconds: 5 * minute,
  },
  // One per shop, waiting or walking. A walk that lost its process is taken up again where it was.
  'drift-watch': {
    policy: 'exclusive',
    notify: true,
    retryLimit: 18,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: hour,
    expireInSeconds: 12 * hour,
    heartbeatSeconds: 20,
  },
  // Taken up once nobody waits for the answer any more, then again until Kuroneko says what became of it.
  'conduct-operation': {
    policy: 'short',
    notify: true,
    retryLimit: 100,
    retryDelay: 30,
    retryBackoff: true,
    retryDelayMax: hour,
    expireInSeconds: 5 * minute,
  },
  // A run that lost its process is taken up again where it was.
  'bulk-run': {
    policy: 'exclusive',
    notify: true,
    retryLimit: 18,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: hour,
    expireInSeconds: 2 * hour,
    heartbeatSeconds: 20,
  },
  // A walk of a long log takes its time; one that lost its process begins anew.
  'audit-check': {
    policy: 'exclusive',
    notify: true,
    retryLimit: 3,
    retryDelay: minute,
    expireInSeconds: 12 * hour,
    heartbeatSeconds: 60,
  },
  'audit-checks': { policy: 'exclusive', retryLimit: 3, retryDelay: minute },
  'capture-reminders': { policy: 'exclusive', retryLimit: 6, retryDelay: 10 * minute, expireInSeconds: hour },
  'capture-limits': { policy: 'exclusive', retryLimit: 3, retryDelay: minute, expireInSeconds: hour },
  'drift-watches': { policy: 'exclusive', retryLimit: 3, retryDelay: minute },
  // Each minute brings the next one, so none is tried again. What is done is forgotten soon: it would be a long list.
  seal: { policy: 'exclusive', retryLimit: 0, heartbeatSeconds: 20, deleteAfterSeconds: hour },
  'checkpoint-copies': { policy: 'exclusive', retryLimit: 0, heartbeatSeconds: 20, deleteAfterSeconds: hour },
  'audit-night': { policy: 'exclusive', retryLimit: 3, retryDelay: minute, expireInSeconds: 2 * hour },
}

/** Seconds before a job is taken up, where it has time. */
export const waits: Partial<Record<QueueName, number>> = { 'conduct-operation': 65 }

/** Of two jobs with the same key in a queue, the second is not taken. */
export function keyOf(job: Job): string {
  switch (job.name) {
    case 'ask-kuroneko':
      return job.data.orderId
    case 'drift-watch':
      return job.data.shopId
    case 'conduct-operation':
      return job.data.operationId
    case 'bulk-run':
      return job.data.runId
    case 'audit-check':
      return job.data.checkId
  }
}
