import { useTranslation } from 'react-i18next'
import { useFormat } from '~/i18n/use-format'
import type { OrderRow } from '~/orders/list.server'
import { OrderNumber } from '~/ui/order-number'
import { PaymentPill, ShippingPill } from '~/ui/status-pills'
import { type Column, Table } from '~/ui/table'
import { Time } from '~/ui/time'
import { CaptureLeft } from './capture-left'
import { ThereMark } from './drift/there'

/** The list of orders: a table, cards on a phone. */
export function OrderTable({ rows, withShop }: { rows: OrderRow[]; withShop: boolean }) {
  const { t } = useTranslation('orders')
  const { money } = useFormat()
  const columns: Column<OrderRow>[] = [
    {
      key: 'number',
      header: t('field.number'),
      cell: ({ number }) => (
        <span className="whitespace-nowrap">
          <OrderNumber>{number}</OrderNumber>
        </span>
      ),
    },
    ...(withShop ? [{ key: 'shop', header: t('field.shop'), cell: shopName }] : []),
    { key: 'ordered', header: t('field.orderedAt'), cell: ({ orderedAt }) => <Time at={orderedAt} /> },
    {
      key: 'payment',
      header: t('field.paymentStatus'),
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1 max-md:justify-end">
          <PaymentPill status={row.paymentStatus} />
          <span className="text-xs empty:hidden">
            <CaptureLeft order={row} />
          </span>
          {row.drifts.map(({ evidence }) => (
            <ThereMark key={row.id} order={row} evidence={evidence} />
          ))}
        </span>
      ),
    },
    {
      key: 'shipping',
      header: t('field.shippingStatus'),
      cell: ({ deliveries }) => <Shipping of={deliveries} />,
    },
    { key: 'amount', header: t('field.amount'), numeric: true, cell: ({ amount }) => money(amount) },
  ]
  return (
    <Table
      caption={t('list.caption')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      to={({ number, shop }) => orderPath(number, withShop ? shop.code : null)}
    />
  )
}

const shopName = ({ shop }: OrderRow) => <span className="whitespace-nowrap">{shop.name}</span>

/** An order's page; the shop is named where several could be meant. */
export function orderPath(number: string, shopCode: string | null): string {
  return `/orders/${encodeURIComponent(number)}${shopCode ? `?shop=${encodeURIComponent(shopCode)}` : ''}`
}

/** Each status once, and how many deliveries there are where there are several. */
function Shipping({ of: deliveries }: { of: OrderRow['deliveries'] }) {
  const { t } = useTranslation('orders')
  const statuses = [...new Set(deliveries.map(({ status }) => status))]
  return (
    <span className="flex flex-wrap items-center gap-1.5 max-md:justify-end">
      {statuses.map((status) => (
        <ShippingPill key={status} status={status} />
      ))}
      {deliveries.length > 1 && (
        <span className="text-xs text-muted">{t('list.deliveries', { count: deliveries.length })}</span>
      )}
    </span>
  )
}
