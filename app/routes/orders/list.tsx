import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FileUp, GitCompareArrows, Package } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { countDrifts } from '~/corrections/drifts.server'
import { translator } from '~/i18n/translator.server'
import { listOrders, orderFilterSchema } from '~/orders/list.server'
import { notFound, requireDesk } from '~/routes/session.server'
import { shopChoices } from '~/shops/list.server'
import { permits } from '~/staff/desk.server'
import { LinkButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { EmptyState } from '~/ui/empty-state'
import { Icon } from '~/ui/icon'
import { Page } from '~/ui/page'
import { Pager } from '~/ui/pager'
import { pageTitle } from '~/ui/title'
import { FilterForm } from './filter-form'
import { OrderTable } from './order-table'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export async function loader(args: LoaderFunctionArgs) {
  const desk = requireDesk(args)
  const { searchParams } = new URL(args.request.url)
  const { after, ...filter } = orderFilterSchema.parse(Object.fromEntries(searchParams))
  const page = await listOrders(desk, { after, ...filter })
  if (!page) throw notFound()
  searchParams.delete('after')
  const link = (cursor: string | null) =>
    `/orders?${new URLSearchParams([...searchParams, ...(cursor ? [['after', cursor]] : [])])}`
  return {
    title: translator(args.request)('orders:title'),
    ...page,
    filter,
    filtered: Object.values(filter).some(Boolean),
    newest: after ? link(null) : null,
    next: page.next && link(page.next),
    shops: await shopChoices(desk),
    drifts: await countDrifts(desk),
    mayImport: permits(desk, 'orders.import'),
  }
}

export default function Orders() {
  const { t } = useTranslation('orders')
  const { title, rows, filter, filtered, newest, next, shops, drifts, mayImport } =
    useLoaderData<typeof loader>()
  const toImport = mayImport && (
    <LinkButton to="/orders/import" icon={<Icon of={FileUp} />}>
      {t('list.import')}
    </LinkButton>
  )
  return (
    <Page
      title={title}
      end={
        <>
          {newest && <LinkButton to={newest}>{t('list.newest')}</LinkButton>}
          <LinkButton to="/orders/drift" icon={<Icon of={GitCompareArrows} />}>
            {t('drift.link', { count: drifts })}
          </LinkButton>
          {toImport}
        </>
      }
    >
      <FilterForm filter={filter} shops={shops} />
      <Card flush>
        {rows.length > 0 && <OrderTable rows={rows} withShop={shops.length > 0} />}
        {rows.length === 0 && (
          <EmptyState
            icon={Package}
            title={t(filtered ? 'list.none' : 'list.empty')}
            action={!filtered && toImport}
          >
            {t(filtered ? 'list.noneWhat' : 'list.emptyWhat')}
          </EmptyState>
        )}
      </Card>
      <Pager previous={null} next={next} />
    </Page>
  )
}
