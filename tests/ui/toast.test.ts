import { createCookie } from '@remix-run/node'
import { describe, expect, it } from 'vitest'
import { redirectWithToast, takeToast } from '~/ui/toast.server'

function withCookies(headers: Headers): Request {
  const cookie = headers.getSetCookie().map((line) => line.split(';', 1)[0])
  return new Request('http://mitame.test/', { headers: { Cookie: cookie.join('; ') } })
}

describe('a toast', () => {
  it('arrives at the next page with its words and its link, and is taken away there', async () => {
    const link = { to: '/requests/MT-2026-000482', label: '見る' }
    const answer = await redirectWithToast('/desk', { message: '1件を反映しました。', link })
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, '/desk'])
    const { toast, clear } = await takeToast(withCookies(answer.headers))
    expect(toast).toMatchObject({ tone: 'good', message: '1件を反映しました。', link })
    expect(clear).toMatch(/^toast=.*Max-Age=0/)
  })

  it('leaves the other cookies of the answer alone', async () => {
    const headers = new Headers({ 'Set-Cookie': 'draft=1' })
    const answer = await redirectWithToast('/', { message: 'x' }, headers)
    expect(answer.headers.getSetCookie()).toEqual(['draft=1', expect.stringMatching(/^toast=/)])
  })

  it.each(['https://evil.test/', '//evil.test', '/\\evil.test', 'javascript:alert(1)'])(
    'that somebody else wrote to lead to %s is not shown',
    async (to) => {
      const forged = await createCookie('toast').serialize({
        id: 'x',
        tone: 'good',
        message: 'x',
        link: { to, label: 'x' },
      })
      const { toast, clear } = await takeToast(withCookies(new Headers({ 'Set-Cookie': forged })))
      expect(toast).toBeNull()
      expect(clear).not.toBeNull()
    },
  )

  it('is not there where none was set', async () => {
    expect(await takeToast(new Request('http://mitame.test/'))).toEqual({ toast: null, clear: null })
  })
})
