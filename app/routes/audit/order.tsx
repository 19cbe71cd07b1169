import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ScrollText } from 'lucide-react'
import { Trans, useTranslation } from 'react-i18next'
import { z } from 'zod'
import { orderHistory } from '~/audit/history.server'
import { verifyOrder } from '~/audit/verify.server'
import { translator } from '~/i18n/translator.server'
import { useFormat } from '~/i18n/use-format'
import { normaliseOrderNumber } from '~/orders/number'
import { permits } from '~/staff/desk.server'
import { LinkButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { EmptyState } from '~/ui/empty-state'
import { OrderNumber } from '~/ui/order-number'
import { Page } from '~/ui/page'
import { Pager } from '~/ui/pager'
import { pageTitle } from '~/ui/title'
import { notFound, requireDesk } from '../session.server'
import { ChooseShop } from './choose-shop'
import { History } from './history'
import { Verified } from './verified'

const querySchema = z.object({
  shop: z.string().max(64).optional().catch(undefined),
  before: z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined),
})

export async function loader(args: LoaderFunctionArgs) {
  const desk = requireDesk(args)
  const query = querySchema.parse(Object.fromEntries(new URL(args.request.url).searchParams))
  const number = normaliseOrderNumber(args.params.number ?? '')
  const history = await orderHistory(desk, number, query)
  if (!history) throw notFound()
  const title = translator(args.request)('audit:order.plainTitle', { number })
  if (history.kind === 'choice') return { ...history, title, number }
  const verified = await verifyOrder(desk.db, history.order.id)
  const requests = permits(desk, 'desk.see') ? ('/desk' as const) : ('/requests' as const)
  return { ...history, verified, requests, first: query.before === undefined, title }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function AuditOrder() {
  const loaded = useLoaderData<typeof loader>()
  if (loaded.kind === 'choice') return <ChooseShop number={loaded.number} orders={loaded.orders} />
  return <OrderHistory {...loaded} />
}

type Loaded = Extract<Awaited<ReturnType<typeof loader>>, { kind: 'history' }>

function OrderHistory({ order, events, older, verified, requests, first }: Loaded) {
  const { t } = useTranslation('audit')
  const { money } = useFormat()
  const here = `/audit/orders/${encodeURIComponent(order.number)}?shop=${encodeURIComponent(order.shop.code)}`
  const orderPage = here.replace('/audit', '')
  return (
    <Page
      title={
        <Trans
          t={t}
          i18nKey="order.title"
          values={{ number: order.number }}
          components={{ number: <OrderNumber>{order.number}</OrderNumber> }}
        />
      }
      meta={
        <>
          <span>{order.shop.name}</span>
          <span>{money(order.amount)}</span>
          <span>{t('order.events', { count: order.eventSeq })}</span>
        </>
      }
      end={<LinkButton to={orderPage}>{t('order.order')}</LinkButton>}
    >
      <Verified {...verified} />
      <Card flush>
        <h2 className="sr-only">{t('order.timeline')}</h2>
        {events.length === 0 ? (
          <EmptyState title={t('order.empty')} icon={ScrollText}>
            {t('order.emptyHint')}
          </EmptyState>
        ) : (
          <History events={events} requests={requests} />
        )}
      </Card>
      <Pager previous={first ? null : here} next={older === null ? null : `${here}&before=${older}`} />
    </Page>
  )
}
