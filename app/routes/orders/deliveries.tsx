import { useTranslation } from 'react-i18next'
import type { FoundOrder } from '~/orders/find.server'
import { OrderNumber } from '~/ui/order-number'
import { ShippingPill } from '~/ui/status-pills'
import { Table } from '~/ui/table'

/** An order's deliveries, each with its status and slip. */
export function Deliveries({ of: deliveries }: { of: FoundOrder['deliveries'] }) {
  const { t } = useTranslation('orders')
  return (
    <Table
      caption={t('detail.deliveries')}
      rows={deliveries}
      rowKey={({ id }) => id}
      columns={[
        { key: 'nth', header: t('field.delivery'), cell: ({ index }) => t('detail.nth', { n: index + 1 }) },
        {
          key: 'status',
          header: t('field.shippingStatus'),
          cell: ({ status }) => <ShippingPill status={status} />,
        },
        {
          key: 'slip',
          header: t('field.slipNumber'),
          cell: ({ slipNumber }) =>
            slipNumber ? (
              <OrderNumber>{slipNumber}</OrderNumber>
            ) : (
              <span className="text-faint">{t('detail.noSlip')}</span>
            ),
        },
        { key: 'carrier', header: t('field.carrier'), cell: ({ carrier }) => carrier ?? '–' },
      ]}
    />
  )
}
