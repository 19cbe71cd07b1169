import type { LoaderFunctionArgs } from '@remix-run/node'
import { lookUp } from '~/corrections/lookup.server'
import { notFound, requireDesk } from '../session.server'
import { isUuid } from './new/open-form.server'

export async function loader(args: LoaderFunctionArgs) {
  const desk = requireDesk(args)
  const { searchParams } = new URL(args.request.url)
  const shop = searchParams.get('shop') ?? ''
  if (!isUuid(shop)) throw notFound()
  return Response.json(await lookUp(desk, shop, searchParams.getAll('number').slice(0, 100)))
}
