import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openRequestsOf } from '~/corrections/of-order.server'
import { translator } from '~/i18n/translator.server'
import { findOrders } from '~/orders/find.server'
import { notFound, requireDesk } from '~/routes/session.server'
import { permits } from '~/staff/desk.server'
import { pageTitle } from '~/ui/title'
import { OneOrder } from './one-order'
import { ShopChoice } from './shop-choice'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export async function loader(args: LoaderFunctionArgs) {
  const desk = requireDesk(args)
  const shop = new URL(args.request.url).searchParams.get('shop') ?? undefined
  const orders = await findOrders(desk, args.params.number ?? '', shop)
  const [first, ...others] = orders
  if (!first) throw notFound()
  const title = translator(args.request)('orders:detail.title', { number: first.number })
  if (others.length > 0) return { title, choice: { orders } }
  const requests = await openRequestsOf(desk, first.id)
  const staff = permits(desk, 'desk.see')
  return { title, choice: null, order: first, requests, staff, mayFile: permits(desk, 'requests.file') }
}

export default function OrderDetail() {
  const data = useLoaderData<typeof loader>()
  return data.choice ? <ShopChoice orders={data.choice.orders} /> : <OneOrder {...data} />
}
