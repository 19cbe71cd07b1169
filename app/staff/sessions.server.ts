import { browserOf } from './browser'
import { type Caller, callAuth } from './call.server'

export type SessionRow = {
  id: string
  /** Whether this is the session that asks. */
  own: boolean
  /** The browser in words, null where it does not say. */
  browser: string | null
  address: string | null
  since: string
  until: string
}

/** One's open sessions, newest first. Their tokens stay here. */
export async function listSessions({
  auth,
  request,
}: Pick<Caller, 'auth' | 'request'>): Promise<SessionRow[]> {
  const headers = new Headers({ cookie: request.headers.get('cookie') ?? '' })
  const [current, sessions] = await Promise.all([
    auth.api.getSession({ headers, query: { disableRefresh: true } }),
    auth.api.listSessions({ headers }),
  ])
  return sessions
    .map((session) => ({
      id: session.id,
      own: session.token === current?.session.token,
      browser: browserOf(session.userAgent ?? ''),
      address: session.ipAddress || null,
      since: session.createdAt.toISOString(),
      until: session.expiresAt.toISOString(),
    }))
    .sort((a, b) => b.since.localeCompare(a.since))
}

/** Ends every session of one's own but the one that asks. */
export async function endOtherSessions(caller: Caller): Promise<void> {
  await callAuth(caller, '/revoke-other-sessions')
}
