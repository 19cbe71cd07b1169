import { Link } from '@remix-run/react'
import { useTranslation } from '~/i18n/use-translation'
import type { OrderRow } from '~/orders/list.server'
import { OrderNumber } from '~/ui/order-number'
import { type Column, Table } from '~/ui/table'
import type { ChosenOrders } from './list/chosen-orders'
import type { OrderColumn } from './list/columns'
import { useOrderCells } from './list/order-cells'

/** The list of orders: a table, cards on a phone. */
export function OrderTable({
  rows,
  columns,
  withShop,
  chosen,
}: {
  rows: OrderRow[]
  columns: readonly OrderColumn[]
  withShop: boolean
  /** Null where one cannot choose any. */
  chosen: ChosenOrders | null
}) {
  const { t } = useTranslation('orders')
  const cells = useOrderCells(columns, withShop)
  const number: Column<OrderRow> = {
    key: 'number',
    header: t('field.number'),
    cell: (row) => (
      <span className="flex items-center gap-2.5 whitespace-nowrap">
        {chosen && <ChoiceBox number={row.number} chosen={chosen} />}
        <Link
          to={orderPath(row.number, withShop ? row.shop.code : null)}
          prefetch="intent"
          className="font-bold after:absolute after:inset-0 hover:underline"
        >
          <OrderNumber>{row.number}</OrderNumber>
        </Link>
      </span>
    ),
  }
  return (
    <Table caption={t('list.caption')} columns={[number, ...cells]} rows={rows} rowKey={({ id }) => id} />
  )
}

/** Above the link that covers its row. */
function ChoiceBox({ number, chosen }: { number: string; chosen: ChosenOrders }) {
  const { t } = useTranslation('orders')
  return (
    <input
      type="checkbox"
      name="order"
      value={number}
      aria-label={t('choice.one', { number })}
      checked={chosen.has(number)}
      disabled={chosen.full && !chosen.has(number)}
      onChange={({ currentTarget }) => chosen.take([number], currentTarget.checked)}
      className="relative z-10 size-4 flex-none accent-primary pointer-coarse:size-6"
    />
  )
}

/** An order's page; the shop is named where several could be meant. */
export function orderPath(number: string, shopCode: string | null): string {
  return `/orders/${encodeURIComponent(number)}${shopCode ? `?shop=${encodeURIComponent(shopCode)}` : ''}`
}
