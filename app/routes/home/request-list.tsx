import type { ReactNode } from 'react'
import type { StartRequest } from '~/corrections/start.server'
import { unchanged } from '~/corrections/wishes'
import { LinkList, type LinkListItem } from '~/ui/link-list'
import { OrderNumber } from '~/ui/order-number'
import { StatusChange } from '~/ui/status-change'
import { PaymentPill, ShippingPill, StatePill } from '~/ui/status-pills'
import { Time } from '~/ui/time'

/** Requests of a start page; `detail` says what a row adds to its reference. */
export function RequestList<Row extends StartRequest>({
  label,
  rows,
  base,
  detail,
}: {
  label: string
  rows: readonly Row[]
  /** Where requests are shown to this reader. */
  base: '/desk' | '/requests'
  detail: (row: Row) => ReactNode
}) {
  return <LinkList label={label} items={rows.map((row) => itemOf(row, base, detail(row)))} />
}

function itemOf(row: StartRequest, base: string, detail: ReactNode): LinkListItem {
  return {
    to: `${base}/${row.reference}`,
    title: <OrderNumber>{row.number}</OrderNumber>,
    end: <When row={row} base={base} />,
    status: (
      <>
        <Wish row={row} />
        <span className="ml-auto">
          <StatePill state={row.state} />
        </span>
      </>
    ),
    detail: (
      <span className="flex flex-wrap gap-x-3">
        <span className="figures">{row.reference}</span>
        {detail}
      </span>
    ),
  }
}

/** When it was decided; while it is open, how long the desk has left, or for a shop how long ago it filed. */
function When({ row: { decidedAt, dueAt, filedAt }, base }: { row: StartRequest; base: string }) {
  if (decidedAt) return <Time at={decidedAt} show="ago" />
  return base === '/desk' ? <Time at={dueAt} show="due" /> : <Time at={filedAt} show="ago" />
}

/** The payment status that was asked for, else the deliveries'; with what stands there now while it is undecided. */
function Wish({ row: { order, paymentWish, shippingWish, decidedAt } }: { row: StartRequest }) {
  const now = decidedAt ? null : order
  if (paymentWish !== unchanged) {
    const wish = <PaymentPill status={paymentWish} />
    if (!now || now.paymentStatus === paymentWish) return wish
    return <StatusChange before={<PaymentPill status={now.paymentStatus} />} after={wish} />
  }
  const wish = <ShippingPill status={shippingWish} />
  const delivery = now?.deliveries[0]
  if (!delivery || delivery.status === shippingWish) return wish
  return <StatusChange before={<ShippingPill status={delivery.status} />} after={wish} />
}
