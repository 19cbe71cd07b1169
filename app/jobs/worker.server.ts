import { sinksOf } from '~/audit/seal/copies.server'
import { keptCheckpoint } from '~/audit/seal/kept.server'
import { systemClock } from '~/platform/clock'
import { createMailer } from '~/platform/mail.server'
import { workChecks } from './audit-check.server'
import { closeBoss } from './boss.server'
import { workReminders } from './capture-reminders.server'
import type { Parts } from './parts.server'
import { sealAtTheEnd, workSeals } from './seal.server'
import { work } from './work.server'

/**
 * Works every queue, beside any number of other processes that do. Returns how to end: no job is begun any more, those
 * under way get a moment, and what was recorded is sealed.
 */
export async function startWorker(parts: Parts): Promise<() => Promise<void>> {
  const { config, url, db, log, kuroneko, boss, jobs } = parts
  const clock = systemClock
  const stopping = new AbortController()
  const mailer = createMailer(config.mail)
  const { origin } = config.audit
  const sealing = { db, clock, secret: config.secret, origin, sinks: sinksOf(config.audit, mailer), log }
  const trust = async (now: Date) => ({
    ...{ secret: config.secret, now },
    kept: await keptCheckpoint(config.audit.checkpointFile),
  })
  await work(boss, { db, clock, kuroneko, jobs, stopping: stopping.signal })
  await workSeals(boss, sealing, stopping.signal)
  await workReminders(boss, { db, clock, mailer, url })
  const alarm = { mailer, to: config.audit.mailTo, url }
  await workChecks(boss, { db, clock, jobs, trust, alarm }, stopping.signal)
  return async () => {
    stopping.abort()
    await closeBoss(boss)
    await sealAtTheEnd(sealing)
    mailer?.close()
  }
}
