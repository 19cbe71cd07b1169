import { randomUUID } from 'node:crypto'
import type { AppLoadContext } from '@remix-run/node'
import type { Request, Response } from 'express'
import { sinksOf } from '~/audit/seal/copies.server'
import { keptCheckpoint } from '~/audit/seal/kept.server'
import { authenticKeys } from '~/audit/seal/keys.server'
import { formatVkey } from '~/audit/seal/note'
import { workChecks } from '~/jobs/audit-check.server'
import { closeBoss, jobsOf, openBoss } from '~/jobs/boss.server'
import { workReminders } from '~/jobs/capture-reminders.server'
import { sealAtTheEnd, workSeals } from '~/jobs/seal.server'
import { work } from '~/jobs/work.server'
import { createKuroneko } from '~/kuroneko/client.server'
import { systemClock } from '~/platform/clock'
import { type Config, kuronekoAddress } from '~/platform/config.server'
import { openDatabase } from '~/platform/database.server'
import { createLogger } from '~/platform/log.server'
import { createMailer } from '~/platform/mail.server'
import { createAuth } from '~/staff/auth.server'
import { readSession } from '~/staff/session.server'
import { Downloads } from './audit/export/downloads.server'

export type App = {
  getLoadContext(req: Request, res: Response): Promise<AppLoadContext>
  /** The keys that a proof may be checked by, the log's and its witnesses', as verifier keys. */
  publicKeys(): Promise<string[]>
  /** Cuts downloads short that would go on for long. */
  endDownloads(): Promise<void>
  close(): Promise<void>
}

/**
 * All that the routes work with, built once per process.
 * @param databases connection strings; the app itself only ever uses `app`
 */
export async function createApp(config: Config, databases: { app: string; owner: string }): Promise<App> {
  const db = openDatabase(databases.app)
  const log = createLogger(config.logLevel)
  const kuroneko = createKuroneko({ url: kuronekoAddress(config), clock: systemClock, log })
  const boss = await openBoss(databases.app, log)
  const jobs = jobsOf(boss)
  const stopping = new AbortController()
  const downloads = new Downloads()
  await work(boss, { db, clock: systemClock, kuroneko, jobs, stopping: stopping.signal })
  const mailer = createMailer(config.mail)
  const { origin } = config.audit
  const sinks = sinksOf(config.audit, mailer)
  const sealing = { db, clock: systemClock, secret: config.secret, origin, sinks, log }
  await workSeals(boss, sealing, stopping.signal)
  const baseURL =
    config.publicUrl ??
    `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${config.port}`
  const trust = async (now: Date) => ({
    ...{ secret: config.secret, now },
    kept: await keptCheckpoint(config.audit.checkpointFile),
  })
  const alarm = { mailer, to: config.audit.mailTo, url: baseURL }
  await workReminders(boss, { db, clock: systemClock, mailer, url: baseURL })
  await workChecks(boss, { db, clock: systemClock, jobs, trust, alarm }, stopping.signal)
  const auth = createAuth({
    db,
    secret: config.secret,
    baseURL,
    secureCookies: baseURL.startsWith('https:'),
  })
  return {
    async getLoadContext(req, res) {
      const { actor, cookies } = await readSession(
        auth,
        db,
        new Headers({ cookie: req.headers.cookie ?? '' }),
      )
      for (const cookie of cookies) res.append('Set-Cookie', cookie)
      return {
        desk: actor && { actor, db, clock: systemClock, via: 'web', kuroneko, jobs },
        db,
        auth,
        kuroneko,
        jobs,
        config,
        download: downloads.to(res),
        requestId: randomUUID(),
        nonce: res.locals.nonce,
        address: req.ip ?? '',
      }
    },
    async publicKeys() {
      const { keys } = await authenticKeys(db, config.secret)
      const witnesses = config.audit.witnesses.map(({ vkey }) => vkey)
      return [...keys.map(({ verifier }) => formatVkey(verifier)), ...witnesses]
    },
    endDownloads: () => downloads.end(),
    async close() {
      stopping.abort()
      await closeBoss(boss)
      await sealAtTheEnd(sealing)
      mailer?.close()
      await kuroneko.close()
      await db.$disconnect()
    },
  }
}
