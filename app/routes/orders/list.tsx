import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FileUp, GitCompareArrows, Layers, Package } from 'lucide-react'
import { countDrifts } from '~/corrections/drifts.server'
import { openStates } from '~/corrections/life'
import { translator } from '~/i18n/translator.server'
import { useTranslation } from '~/i18n/use-translation'
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
import { ColumnMenu } from './list/column-menu'
import { chosenColumns, keepColumns } from './list/columns-cookie.server'
import { OrderList } from './list/order-list'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export async function loader(args: LoaderFunctionArgs) {
  const desk = requireDesk(args)
  const { searchParams } = new URL(args.request.url)
  const { after, ...filter } = orderFilterSchema.parse(Object.fromEntries(searchParams))
  const page = await listOrders(desk, { after, ...filter }, openStates)
  if (!page) throw notFound()
  searchParams.delete('after')
  const link = (cursor: string | null) =>
    `/orders?${new URLSearchParams([...searchParams, ...(cursor ? [['after', cursor]] : [])])}`
  return {
    title: translator(args.request)('orders:title'),
    ...page,
    filter,
    filtered: Object.values(filter).some((value) => value !== '' && value !== undefined),
    newest: after ? link(null) : null,
    next: page.next && link(page.next),
    shops: await shopChoices(desk),
    drifts: await countDrifts(desk),
    columns: await chosenColumns(args.request),
    mayImport: permits(desk, 'orders.import'),
    /** Whose orders may be chosen. */
    operates: permits(desk, 'orders.operate') ? desk.actor.shopId : null,
  }
}

/** Keeps the columns that were chosen. */
export async function action(args: ActionFunctionArgs) {
  requireDesk(args)
  const headers = await keepColumns(await args.request.formData())
  return redirect(`/orders${new URL(args.request.url).search}`, { headers })
}

export default function Orders() {
  const { t } = useTranslation('orders')
  const { title, rows, filter, filtered, newest, next, shops, drifts, columns, mayImport, operates } =
    useLoaderData<typeof loader>()
  const toImport = mayImport && (
    <LinkButton to="/orders/import" icon={<Icon of={FileUp} />}>
      {t('list.import')}
    </LinkButton>
  )
  return (
    <Page
      title={title}
      help="/help/statuses"
      end={
        <>
          {newest && <LinkButton to={newest}>{t('list.newest')}</LinkButton>}
          <LinkButton to="/orders/drift" icon={<Icon of={GitCompareArrows} />}>
            {t('drift.link', { count: drifts })}
          </LinkButton>
          {operates && (
            <LinkButton to="/orders/bulk" icon={<Icon of={Layers} />}>
              {t('choice.csv')}
            </LinkButton>
          )}
          {toImport}
        </>
      }
    >
      <FilterForm filter={filter} shops={shops} />
      <div className="-mb-2 flex justify-end">
        <ColumnMenu chosen={columns} withShop={shops.length > 0} />
      </div>
      <Card flush>
        {rows.length > 0 && (
          <OrderList rows={rows} columns={columns} withShop={shops.length > 0} operates={operates} />
        )}
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
