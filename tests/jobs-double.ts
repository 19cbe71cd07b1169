import type { Job, Jobs } from '~/staff/desk.server'

/** Remembers what was sent, where a test is not about the queue itself. A transaction that fails takes nothing back. */
export function someJobs(): Jobs & { sent: Job[] } {
  const sent: Job[] = []
  return {
    sent,
    async send(_tx, job) {
      sent.push(job)
    },
  }
}
