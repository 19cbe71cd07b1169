import { type ActionFunctionArgs, createCookie, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import type { Caller } from '~/staff/call.server'
import { type Desk, permits } from '~/staff/desk.server'
import {
  type DraftForm,
  draftLimits,
  keepDraft as storeDraft,
  takeDraft as unstoreDraft,
} from '~/staff/draft.server'
import type { Permission } from '~/staff/permissions'

type Args = LoaderFunctionArgs | ActionFunctionArgs

/** The desk of whoever is signed in; anybody else is sent to sign in and comes back to the same address. */
export function requireDesk({ context, request }: Args): Desk {
  if (!context.desk) throw redirect(signInPath(request))
  return context.desk
}

/** What an address answers that does not exist, and likewise one that the caller may not see. */
export function notFound(): Response {
  return new Response(null, { status: 404, statusText: 'Not Found' })
}

/** Throws `notFound` unless the desk's actor has the permission. */
export function permitOr404(desk: Desk, permission: Permission): void {
  if (!permits(desk, permission)) throw notFound()
}

/** For the verbs that ask better-auth on the browser's behalf. */
export function callerOf({ context, request }: Args): Caller {
  return { auth: context.auth, request, address: context.address }
}

/** The headers that hand Set-Cookie lines on to the browser. */
export function settingCookies(cookies: string[]): Headers {
  const headers = new Headers()
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return headers
}

/**
 * For a form that was posted after its session had lapsed: keeps what was typed and answers with the way to sign in,
 * which leads back to the form. What is larger than `draftLimits.bytes` is not kept.
 */
export async function keepDraft(
  args: ActionFunctionArgs,
  form: DraftForm,
  typed: FormData,
): Promise<Response> {
  const id = await storeDraft(args.context.db, form, typed, new Date())
  const cookies = id ? [await draftCookie(args).serialize(id)] : []
  return redirect(signInPath(args.request), { headers: settingCookies(cookies) })
}

/**
 * What `keepDraft` kept for this browser, once. A page fetched ahead of a click may never be shown and takes nothing.
 * `headers` must go out with the answer: they clear the cookie.
 */
export async function takeDraft(
  args: Args,
  form: DraftForm,
): Promise<{ typed: FormData; headers: Headers } | null> {
  if (args.request.headers.get('Sec-Purpose')?.startsWith('prefetch')) return null
  const id: unknown = await draftCookie(args).parse(args.request.headers.get('Cookie'))
  if (typeof id !== 'string') return null
  const typed = await unstoreDraft(args.context.db, form, id, new Date())
  return typed && { typed, headers: settingCookies([await forgetDraft(args)]) }
}

/** Whether something waits for this browser to sign in. */
export async function hasDraft(args: Args): Promise<boolean> {
  return Boolean(await draftCookie(args).parse(args.request.headers.get('Cookie')))
}

/** The Set-Cookie line that parts the browser from its draft. */
export function forgetDraft(args: Args): Promise<string> {
  return draftCookie(args).serialize('', { maxAge: 0 })
}

function draftCookie({ context }: Args) {
  return createCookie('draft', {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    maxAge: draftLimits.hours * 3600,
    secure: context.config.publicUrl?.startsWith('https:') ?? false,
  })
}

/** Remix's own parameters (`index`, `_routes`) name the part of a page and mean nothing to a person who comes back. */
function signInPath(request: Request): string {
  const { pathname, searchParams } = new URL(request.url)
  searchParams.delete('index')
  searchParams.delete('_routes')
  const query = searchParams.size > 0 ? `?${searchParams}` : ''
  return `/sign-in?next=${encodeURIComponent(pathname + query)}`
}
