import { Link } from '@remix-run/react'
import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import type { OrderRow } from '~/orders/list.server'
import { OrderNumber } from '~/ui/order-number'
import { PaymentPill, ShippingPill } from '~/ui/status-pills'
import type { Column } from '~/ui/table'
import { Time } from '~/ui/time'
import { CaptureLeft } from '../capture-left'
import { ThereMark } from '../drift/there'
import type { OrderColumn } from './columns'

/** The columns that were chosen, as the table takes them; the shop only where there are several. */
export function useOrderCells(chosen: readonly OrderColumn[], withShop: boolean): Column<OrderRow>[] {
  const { t } = useTranslation('orders')
  const { money } = useFormat()
  const cells: Record<OrderColumn, Omit<Column<OrderRow>, 'key' | 'header'>> = {
    shop: { cell: ({ shop }) => <span className="whitespace-nowrap">{shop.name}</span> },
    ordered: { cell: ({ orderedAt }) => <Time at={orderedAt} /> },
    payment: { cell: (row) => <Payment of={row} withLeft={!chosen.includes('left')} /> },
    left: { cell: (row) => <CaptureLeft order={row} until /> },
    shipping: { cell: ({ deliveries }) => <Shipping of={deliveries} /> },
    slip: { cell: ({ deliveries }) => <Slips of={deliveries} /> },
    amount: { numeric: true, cell: ({ amount }) => money(amount) },
    method: { cell: ({ paymentMethod }) => t(`method.${paymentMethod}`) },
    kuroneko: { cell: ({ kuronekoOrderNumber }) => <Figures of={kuronekoOrderNumber} /> },
    request: { cell: (row) => <Requests of={row} staff={withShop} /> },
  }
  return chosen
    .filter((column) => withShop || column !== 'shop')
    .map((column) => ({ key: column, header: t(`columns.${column}`), ...cells[column] }))
}

function Payment({ of: row, withLeft }: { of: OrderRow; withLeft: boolean }) {
  return (
    <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1 max-md:justify-end">
      <PaymentPill status={row.paymentStatus} />
      {withLeft && (
        <span className="text-xs empty:hidden">
          <CaptureLeft order={row} />
        </span>
      )}
      {row.drifts.map(({ evidence }) => (
        <ThereMark key={row.id} order={row} evidence={evidence} />
      ))}
    </span>
  )
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

function Slips({ of: deliveries }: { of: OrderRow['deliveries'] }) {
  const slips = [...new Set(deliveries.flatMap(({ slipNumber }) => slipNumber ?? []))]
  return (
    <span className="flex flex-wrap gap-x-2 max-md:justify-end">
      {slips.length > 0 ? slips.map((slip) => <Figures key={slip} of={slip} />) : <Figures of={null} />}
    </span>
  )
}

function Figures({ of: value }: { of: string | null }) {
  return value === null ? <span className="text-faint">–</span> : <OrderNumber>{value}</OrderNumber>
}

/** Leads to the request itself, above the link that covers the row. */
function Requests({ of: { requests }, staff }: { of: OrderRow; staff: boolean }) {
  return (
    <span className="flex flex-wrap gap-x-2 max-md:justify-end">
      {requests.map(({ reference }) => (
        <Link
          key={reference}
          to={`${staff ? '/desk' : '/requests'}/${reference}`}
          className="relative z-10 whitespace-nowrap text-primary hover:underline"
        >
          <OrderNumber>{reference}</OrderNumber>
        </Link>
      ))}
    </span>
  )
}
