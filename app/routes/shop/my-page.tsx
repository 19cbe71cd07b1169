import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { translator } from '~/i18n/translator.server'
import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { ordersOf } from '~/orders/buying/bought.server'
import { SubmitButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { EmptyState } from '~/ui/empty-state'
import { OrderNumber } from '~/ui/order-number'
import { Page } from '~/ui/page'
import { PaymentPill } from '~/ui/status-pills'
import { type Column, Table } from '~/ui/table'
import { Time } from '~/ui/time'
import { pageTitle } from '~/ui/title'
import { visitShop } from './front.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export async function loader(args: LoaderFunctionArgs) {
  const { front, home, goTo } = await visitShop(args)
  if (!front.member) throw await goTo('/sign-in')
  const title = translator(args.request)('storefront:myPage.title')
  return { title, home, name: front.member.name, orders: await ordersOf(front) }
}

type Order = Awaited<ReturnType<typeof ordersOf>>[number]

/** マイページ: a member's orders. There is nothing about cards here; those are managed in the checkout. */
export default function MyPage() {
  const { t } = useTranslation('storefront')
  const { money } = useFormat()
  const { title, home, name, orders } = useLoaderData<typeof loader>()
  const columns: Column<Order>[] = [
    { key: 'number', header: t('myPage.number'), cell: (order) => <OrderNumber>{order.number}</OrderNumber> },
    { key: 'at', header: t('myPage.at'), cell: ({ orderedAt }) => <Time at={orderedAt} /> },
    { key: 'amount', header: t('myPage.amount'), numeric: true, cell: ({ amount }) => money(amount) },
    {
      key: 'status',
      header: t('myPage.status'),
      cell: ({ paymentStatus }) => <PaymentPill status={paymentStatus} />,
    },
  ]
  return (
    <Page
      title={title}
      lead={t('myPage.lead', { name })}
      end={
        <Form method="post" action={`${home}/sign-in`} reloadDocument>
          <SubmitButton name="member" value="" tone="default" size="sm">
            {t('nav.signOut')}
          </SubmitButton>
        </Form>
      }
    >
      <Card flush>
        {orders.length === 0 ? (
          <EmptyState title={t('myPage.none')} />
        ) : (
          <Table
            caption={title}
            columns={columns}
            rows={orders}
            rowKey={({ number }) => number}
            to={({ number }) => `${home}/orders/${number}`}
          />
        )}
      </Card>
    </Page>
  )
}
