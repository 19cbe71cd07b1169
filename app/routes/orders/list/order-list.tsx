import type { OrderRow } from '~/orders/list.server'
import { OrderTable } from '../order-table'
import { ChoiceForm } from './choice-form'
import { useChosenOrders } from './chosen-orders'
import type { OrderColumn } from './columns'

type Props = {
  rows: OrderRow[]
  columns: readonly OrderColumn[]
  withShop: boolean
  /** The shop whose orders this person operates. */
  operates: string | null
}

/** The rows, for a merchant with boxes to choose several by. */
export function OrderList({ operates, ...table }: Props) {
  return operates ? <ChoosableList shop={operates} {...table} /> : <OrderTable {...table} chosen={null} />
}

function ChoosableList({ shop, ...table }: Omit<Props, 'operates'> & { shop: string }) {
  const chosen = useChosenOrders(shop)
  return (
    <ChoiceForm chosen={chosen} shown={table.rows.map(({ number }) => number)}>
      <OrderTable {...table} chosen={chosen} />
    </ChoiceForm>
  )
}
