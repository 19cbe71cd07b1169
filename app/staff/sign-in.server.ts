import { z } from 'zod'
import type { Clock } from '~/platform/clock'
import type { Database } from '~/platform/database.server'
import { countAttempt, forgetAttempts } from './attempts.server'
import { type Caller, callAuth } from './call.server'

export type SignIn =
  | { ok: true; needsCode: boolean; cookies: string[] }
  | { ok: false; refusal: 'wrong' }
  /** Too many attempts from the address or for the account; `retryAfter` is in seconds. */
  | { ok: false; refusal: 'limited'; retryAfter: number }

const twoFactorAsked = z.object({ twoFactorRedirect: z.literal(true) })

/** Signs in by password. An unknown address and a wrong password are answered alike, after the same work. */
export async function signIn(
  caller: Caller & { db: Database; clock: Clock },
  credentials: { email: string; password: string },
): Promise<SignIn> {
  const wait = await countAttempt(caller.db, credentials.email, caller.clock.now())
  if (wait) return { ok: false, refusal: 'limited', retryAfter: wait }
  const answer = await callAuth(caller, '/sign-in/email', credentials)
  if (answer.retryAfter !== null) return { ok: false, refusal: 'limited', retryAfter: answer.retryAfter }
  if (!answer.ok) return { ok: false, refusal: 'wrong' }
  await forgetAttempts(caller.db, credentials.email)
  return { ok: true, needsCode: twoFactorAsked.safeParse(answer.body).success, cookies: answer.cookies }
}

/** Ends the session; returns the Set-Cookie lines that say so. */
export async function signOut(caller: Caller): Promise<string[]> {
  return (await callAuth(caller, '/sign-out')).cookies
}
