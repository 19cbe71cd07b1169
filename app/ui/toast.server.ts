import { randomUUID } from 'node:crypto'
import { createCookie, redirect } from '@remix-run/node'
import { type Toast, toastSchema } from './toast'

/** Lives for one page. It holds nothing secret, and what is not a toast is ignored. */
const cookie = createCookie('toast', { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 60 })

export type ToastWords = Omit<Toast, 'id' | 'tone'> & { tone?: Toast['tone'] }

/** Where to go after an action, with what to say there. `headers` may carry more cookies. */
export async function redirectWithToast(
  to: string,
  words: ToastWords,
  headers = new Headers(),
): Promise<Response> {
  const toast: Toast = { tone: 'good', ...words, id: randomUUID() }
  headers.append('Set-Cookie', await cookie.serialize(toast))
  return redirect(to, { headers })
}

/** The toast that waits for this page, and the header that takes it away. */
export async function takeToast(request: Request): Promise<{ toast: Toast | null; clear: string | null }> {
  const value: unknown = await cookie.parse(request.headers.get('Cookie'))
  if (value === null) return { toast: null, clear: null }
  const parsed = toastSchema.safeParse(value)
  return { toast: parsed.success ? parsed.data : null, clear: await cookie.serialize('', { maxAge: 0 }) }
}
