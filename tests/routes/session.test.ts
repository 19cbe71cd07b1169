import type { ActionFunctionArgs, AppLoadContext } from '@remix-run/node'
import { afterAll, describe, expect, it } from 'vitest'
import { systemClock } from '~/platform/clock'
import { loadConfig } from '~/platform/config.server'
import { hasDraft, keepDraft, notFound, permitOr404, requireDesk, takeDraft } from '~/routes/session.server'
import type { Desk } from '~/staff/desk.server'
import type { Role } from '~/staff/permissions'
import { someJobs } from '../jobs-double'
import { aKuroneko } from '../kuroneko-double'
import { authOn } from '../staff/browser-session'
import { openTestDatabase } from '../staff/database'
import { noDownload } from './no-download'

const { db, close } = await openTestDatabase()
afterAll(close)

const secret = 'a secret of at least 32 characters'

async function argsFor(
  path: string,
  {
    desk = null,
    cookie = '',
    url = 'http://127.0.0.1:3000',
  }: Partial<{ desk: Desk | null; cookie: string; url: string }> = {},
) {
  const config = await loadConfig({ MITAME_SECRET: secret, MITAME_URL: url })
  const context: AppLoadContext = {
    desk,
    db,
    auth: authOn(db),
    kuroneko: aKuroneko(),
    jobs: someJobs(),
    download: noDownload,
    config,
    nonce: '',
    requestId: '',
    address: '',
  }
  const request = new Request(`${url}${path}`, { headers: { cookie } })
  return { request, context, params: {} } satisfies ActionFunctionArgs
}

function deskOf(role: Role): Desk {
  return {
    actor: { id: '', name: '', email: '', role, shopId: null },
    db,
    clock: systemClock,
    via: 'web',
    kuroneko: aKuroneko(),
    jobs: someJobs(),
  }
}

function thrownBy(act: () => unknown): Response {
  try {
    act()
  } catch (thrown) {
    if (thrown instanceof Response) return thrown
  }
  throw new Error('no response was thrown')
}

describe('a page for signed-in people', () => {
  it.each([
    ['/requests/new', '/requests/new'],
    ['/orders?status=captured&q=%E5%8F%96%E6%B6%88', '/orders?status=captured&q=%E5%8F%96%E6%B6%88'],
    ['/?index', '/'],
    ['/desk?filter=mine&_routes=routes%2Fdesk', '/desk?filter=mine'],
  ])('%s sends others to sign in, and back', async (path, back) => {
    const args = await argsFor(path)
    const answer = thrownBy(() => requireDesk(args))
    expect(answer.status).toBe(302)
    const to = new URL(answer.headers.get('Location') ?? '', 'http://127.0.0.1')
    expect([to.pathname, to.searchParams.get('next')]).toEqual(['/sign-in', back])
  })

  it('answers what one may not see as what is not there', () => {
    const answer = thrownBy(() => permitOr404(deskOf('merchant'), 'desk.see'))
    expect([answer.status, answer.statusText, [...answer.headers]]).toEqual([
      notFound().status,
      notFound().statusText,
      [...notFound().headers],
    ])
    expect(() => permitOr404(deskOf('agent'), 'desk.see')).not.toThrow()
  })
})

describe('a form posted after its session lapsed', () => {
  const typed = new FormData()
  typed.append('reason', '経緯をここまで書いた')

  it('comes back once after signing in', async () => {
    const answer = await keepDraft(await argsFor('/requests/new'), 'request-new', typed)
    expect(answer.headers.get('Location')).toBe('/sign-in?next=%2Frequests%2Fnew')
    const [line = ''] = answer.headers.getSetCookie()
    expect(line).toMatch(/^draft=[^;]+; Max-Age=86400; Path=\/; HttpOnly; SameSite=Lax$/)
    const [cookie = ''] = line.split(';')
    const back = await argsFor('/requests/new', { cookie, desk: deskOf('merchant') })
    expect(await hasDraft(back)).toBe(true)
    expect(await takeDraft(back, 'order:P26071512345')).toBeNull()
    const taken = await takeDraft(back, 'request-new')
    expect(taken?.typed.get('reason')).toBe('経緯をここまで書いた')
    expect(taken?.headers.get('Set-Cookie')).toMatch(/^draft=; Max-Age=0/)
    expect(await takeDraft(back, 'request-new')).toBeNull()
  })

  it('keeps its cookie to https where people come by it', async () => {
    const answer = await keepDraft(
      await argsFor('/requests/new', { url: 'https://mitame.test' }),
      'request-new',
      typed,
    )
    expect(answer.headers.get('Set-Cookie')).toContain('; Secure')
  })

  it('is not to be had without the cookie, or with an invented one', async () => {
    await keepDraft(await argsFor('/requests/new'), 'request-new', typed)
    for (const cookie of ['', 'draft=x', 'draft=', `draft=${btoa(JSON.stringify({ id: 1 }))}`]) {
      expect(await takeDraft(await argsFor('/requests/new', { cookie }), 'request-new')).toBeNull()
    }
  })
})
