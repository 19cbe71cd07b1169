import { Link, useSearchParams } from '@remix-run/react'
import type { QueueRow } from '~/corrections/queue.server'
import type { QueueView } from '~/corrections/views'
import { unchanged } from '~/corrections/wishes'
import { useTranslation } from '~/i18n/use-translation'
import { EmptyState } from '~/ui/empty-state'
import { OrderNumber } from '~/ui/order-number'
import { Pager } from '~/ui/pager'
import { Pill } from '~/ui/pill'
import { StatusChange } from '~/ui/status-change'
import { PaymentPill, ShippingPill, StatePill } from '~/ui/status-pills'
import { Time } from '~/ui/time'
import { VisuallyHidden } from '~/ui/visually-hidden'

type Props = { rows: QueueRow[]; next: string | null; view: QueueView; current: string | undefined }

export function QueueList({ rows, next, view, current }: Props) {
  const { t } = useTranslation('desk')
  const address = useDeskAddress()
  if (rows.length === 0) return <EmptyState title={t(`empty.${view}`)}>{t('empty.hint')}</EmptyState>
  return (
    <>
      <ol>
        {rows.map((row) => (
          <li key={row.reference} className="border-b border-line">
            <QueueItem
              row={row}
              view={view}
              to={address(row.reference)}
              current={row.reference === current}
            />
          </li>
        ))}
      </ol>
      <div className="p-3">
        <Pager previous={null} next={next && address(undefined, { after: next })} />
      </div>
    </>
  )
}

const edges = {
  go: 'border-l-green-mark',
  look: 'border-l-amber-mark',
  no: 'border-l-red-mark',
} as const

type ItemProps = { row: QueueRow; view: QueueView; to: string; current: boolean }

function QueueItem({ row, view, to, current }: ItemProps) {
  const { t } = useTranslation(['desk', 'common'])
  const closed = view === 'closed'
  return (
    <Link
      to={to}
      prefetch="intent"
      aria-current={current ? 'true' : undefined}
      className={`grid gap-0.5 border-l-4 py-2.5 pr-3.5 pl-3 -outline-offset-2 hover:bg-ground aria-[current]:bg-primary-soft ${row.verdict ? edges[row.verdict] : 'border-l-transparent'}`}
    >
      <span className="flex items-baseline gap-2">
        <OrderNumber strong>{row.number}</OrderNumber>
        {row.verdict && <VisuallyHidden>{t(`common:verdicts.${row.verdict}`)}</VisuallyHidden>}
        <span className="ml-auto text-xs whitespace-nowrap text-muted">
          {closed ? (
            <Time at={row.decidedAt ?? row.filedAt} show="ago" />
          ) : (
            <Time at={row.dueAt} show="due" />
          )}
        </span>
      </span>
      <span className="flex flex-wrap items-center gap-1.5">
        <RowChange row={row} />
        {row.secondPerson && !closed && <Pill hollow>{t('row.second')}</Pill>}
      </span>
      <span className="flex flex-wrap items-center gap-x-2 text-xs text-muted">
        <span>{row.reference}</span>
        <span>{row.shop.name}</span>
        <span className="ml-auto flex items-center gap-1.5">
          {row.assignee?.name}
          <StatePill state={row.state} />
        </span>
      </span>
    </Link>
  )
}

/** What the request changes: the payment status, or the deliveries' where that stays. */
function RowChange({ row }: { row: QueueRow }) {
  const { order, paymentWish, shippingWish, state } = row
  if (paymentWish === unchanged) {
    const now = order?.deliveries[0]?.status
    const after = <ShippingPill status={shippingWish} short />
    return now && state !== 'applied' ? (
      <StatusChange before={<ShippingPill status={now} short />} after={after} />
    ) : (
      after
    )
  }
  const after = <PaymentPill status={paymentWish} short />
  if (!order || state === 'applied') return after
  return <StatusChange before={<PaymentPill status={order.paymentStatus} short />} after={after} />
}

/** Addresses of the desk that keep the queue's filter. */
export function useDeskAddress() {
  const [params] = useSearchParams()
  return (reference?: string, extra: Record<string, string> = {}) => {
    const kept = new URLSearchParams()
    for (const name of ['view', 'shop', 'verdict', 'after']) {
      const value = params.get(name)
      if (value) kept.set(name, value)
    }
    for (const [name, value] of Object.entries(extra)) kept.set(name, value)
    const query = kept.size > 0 ? `?${kept}` : ''
    return reference ? `/desk/${reference}${query}` : `/desk${query}`
  }
}
