import { z } from 'zod'
import { type Auth, addressHeader, authPath } from './auth.server'

/** On whose behalf better-auth is asked: the browser's request, and its address as the web server saw it. */
export type Caller = { auth: Auth; request: Request; address: string }

export type Answer = {
  ok: boolean
  /** better-auth's own name of what went wrong. */
  code: string | null
  body: unknown
  /** Set-Cookie lines to hand on to the browser. */
  cookies: string[]
  /** Seconds until the next attempt may be made, when there were too many. */
  retryAfter: number | null
}

const problem = z.object({ code: z.string() })

/**
 * Posts to better-auth inside the process. Going through its handler keeps its rate limits, which `auth.api` passes by.
 * The request is built anew, so that no header of the client's is believed but its cookie.
 */
export async function callAuth(
  { auth, request, address }: Caller,
  path: string,
  body: object = {},
): Promise<Answer> {
  const { origin } = new URL(String(auth.options.baseURL))
  const response = await auth.handler(
    new Request(`${origin}${authPath}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin,
        cookie: request.headers.get('cookie') ?? '',
        'user-agent': request.headers.get('user-agent') ?? '',
        [addressHeader]: address,
      },
      body: JSON.stringify(body),
    }),
  )
  if (response.status >= 500) throw new Error(`better-auth answered ${response.status} to ${path}`)
  const answer: unknown = await response.json().catch(() => null)
  return {
    ok: response.ok,
    code: problem.safeParse(answer).data?.code ?? null,
    body: answer,
    cookies: response.headers.getSetCookie(),
    retryAfter: response.status === 429 ? Number(response.headers.get('x-retry-after') ?? 900) : null,
  }
}
