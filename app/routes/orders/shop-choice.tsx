import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import type { FoundOrder } from '~/orders/find.server'
import { Card } from '~/ui/card'
import { Page } from '~/ui/page'
import { PaymentPill } from '~/ui/status-pills'
import { Table } from '~/ui/table'
import { Time } from '~/ui/time'
import { orderPath } from './order-table'

/** One number in several shops: which order is meant? */
export function ShopChoice({ orders }: { orders: FoundOrder[] }) {
  const { t } = useTranslation('orders')
  const { money } = useFormat()
  return (
    <Page title={t('detail.choose')} lead={t('detail.chooseWhat', { number: orders[0]?.number ?? '' })}>
      <Card flush>
        <Table
          caption={t('detail.choose')}
          rows={orders}
          rowKey={({ id }) => id}
          to={({ number, shop }) => orderPath(number, shop.code)}
          columns={[
            { key: 'shop', header: t('field.shop'), cell: ({ shop }) => shop.name },
            {
              key: 'ordered',
              header: t('field.orderedAt'),
              cell: ({ orderedAt }) => <Time at={orderedAt} />,
            },
            {
              key: 'payment',
              header: t('field.paymentStatus'),
              cell: ({ paymentStatus }) => <PaymentPill status={paymentStatus} />,
            },
            { key: 'amount', header: t('field.amount'), numeric: true, cell: ({ amount }) => money(amount) },
          ]}
        />
      </Card>
    </Page>
  )
}
