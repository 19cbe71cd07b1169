import { randomUUID } from 'node:crypto'
import type { AppLoadContext } from '@remix-run/node'
import type { Request, Response } from 'express'
import { authenticKeys } from '~/audit/seal/keys.server'
import { formatVkey } from '~/audit/seal/note'
import type { Parts } from '~/jobs/parts.server'
import { systemClock } from '~/platform/clock'
import { createAuth } from '~/staff/auth.server'
import { readSession } from '~/staff/session.server'
import { Downloads } from './audit/export/downloads.server'

export type App = {
  getLoadContext(req: Request, res: Response): Promise<AppLoadContext>
  /** The keys that a proof may be checked by, the log's and its witnesses', as verifier keys. */
  publicKeys(): Promise<string[]>
  /** Cuts downloads short that would go on for long. */
  endDownloads(): Promise<void>
}

/** All that the routes work with, built once per process. */
export function createApp({ config, url, db, kuroneko, jobs }: Parts): App {
  const downloads = new Downloads()
  const auth = createAuth({
    db,
    secret: config.secret,
    baseURL: url,
    secureCookies: url.startsWith('https:'),
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
  }
}
