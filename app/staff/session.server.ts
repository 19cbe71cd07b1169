import { APIError } from 'better-auth/api'
import type { Database } from '~/platform/database.server'
import type { Auth } from './auth.server'
import type { Actor } from './desk.server'
import { roles } from './permissions'

export type SessionRead = {
  /** Null while nobody is signed in. */
  actor: Actor | null
  /** Set-Cookie lines for the browser, when the session was prolonged or found to be over. */
  cookies: string[]
}

/**
 * Who a request's cookie speaks for. Two queries for the desk's own people (session, user), a third for a merchant (the
 * membership, read each time so that leaving a shop takes effect at once), none without a cookie. A merchant of several
 * shops acts for the one joined first.
 */
export async function readSession(auth: Auth, db: Database, headers: Headers): Promise<SessionRead> {
  const { response, headers: answer } = await auth.api
    .getSession({ headers, returnHeaders: true })
    .catch(endedMeanwhile)
  const cookies = answer.getSetCookie()
  const role = roles.find((name) => name === response?.user.role)
  if (!response || !role) return { actor: null, cookies }
  const { id, name, email } = response.user
  const shopId = role === 'merchant' ? await shopOf(db, id) : null
  return { actor: { id, name, email, role, shopId }, cookies }
}

/** A session that ends between its reading and its prolonging is as good as none. */
function endedMeanwhile(error: unknown) {
  if (error instanceof APIError && error.statusCode === 401) return { response: null, headers: new Headers() }
  throw error
}

async function shopOf(db: Database, userId: string): Promise<string | null> {
  const membership = await db.member.findFirst({
    where: { userId },
    orderBy: { createdAt: 'asc' },
    select: { organizationId: true },
  })
  return membership?.organizationId ?? null
}
