import type { LoaderFunctionArgs } from '@remix-run/node'
import { finishThreeD } from '~/orders/buying/three-d.server'
import { notFound } from '../session.server'
import { visitShop } from './front.server'

/** Where the buyer comes back from the issuer's page, by GET. What was brought is sealed by Kuroneko and counts once. */
export async function loader(args: LoaderFunctionArgs) {
  const { front, goTo } = await visitShop(args)
  const returned = Object.fromEntries(new URL(args.request.url).searchParams)
  const { operation = '' } = args.params
  if (!/^[0-9a-f-]{36}$/.test(operation)) throw notFound()
  const { orderNumber } = await finishThreeD(front, operation, returned)
  if (!orderNumber) throw notFound()
  return goTo(`/orders/${orderNumber}`)
}
