import { createCookie } from '@remix-run/node'
import { type OrderColumn, readColumns } from './columns'

const aYear = 365 * 24 * 60 * 60

/** In a cookie, so that the server's own page shows them. */
const cookie = createCookie('order-columns', {
  path: '/',
  httpOnly: true,
  sameSite: 'lax',
  maxAge: aYear,
})

export async function chosenColumns(request: Request): Promise<readonly OrderColumn[]> {
  return readColumns(await cookie.parse(request.headers.get('Cookie')))
}

/** The headers that keep what the form says: its boxes, or with `usual` the columns that everybody begins with. */
export async function keepColumns(form: FormData): Promise<Headers> {
  const kept = cookie.serialize(readColumns(form.getAll('column')))
  const line = form.get('intent') === 'usual' ? cookie.serialize('', { maxAge: 0 }) : kept
  return new Headers({ 'Set-Cookie': await line })
}
