import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translator } from '~/i18n/translator.server'
import { normaliseOrderNumber } from '~/orders/number'
import { pageTitle } from '~/ui/title'
import { notFound, requireDesk } from '../session.server'
import { ChooseShop } from './choose-shop'
import { OrderPage } from './order-page'
import { orderView } from './order-view.server'
import { PrintedHistory } from './printed-history'

export async function loader(args: LoaderFunctionArgs) {
  const desk = requireDesk(args)
  const number = normaliseOrderNumber(args.params.number ?? '')
  const view = await orderView(desk, number, args.request.url)
  if (!view) throw notFound()
  return { ...view, number, title: translator(args.request)('audit:order.plainTitle', { number }) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

/** An order's history: now, as of a moment, or to be printed. */
export default function AuditOrder() {
  const loaded = useLoaderData<typeof loader>()
  if (loaded.kind === 'choice') return <ChooseShop number={loaded.number} orders={loaded.orders} />
  if (loaded.print) return <PrintedHistory loaded={loaded} printed={loaded.print} />
  return <OrderPage loaded={loaded} />
}
