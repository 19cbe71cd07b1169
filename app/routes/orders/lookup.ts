import type { LoaderFunctionArgs } from '@remix-run/node'
import { maxRows } from '~/corrections/limits'
import { lookUp } from '~/corrections/lookup.server'
import { requireDesk } from '~/routes/session.server'

/** Looks up order numbers while they are being typed: `?number=…&number=…`, and `&shop=` for the desk's own people. */
export async function loader(args: LoaderFunctionArgs) {
  const desk = requireDesk(args)
  const { searchParams } = new URL(args.request.url)
  const numbers = [...new Set(searchParams.getAll('number'))].slice(0, maxRows)
  const found = await lookUp(desk, numbers, searchParams.get('shop') ?? undefined)
  return Response.json(found, { headers: { 'Cache-Control': 'no-store' } })
}
