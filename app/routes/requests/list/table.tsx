import { useTranslation } from '~/i18n/use-translation'
import { OrderNumber } from '~/ui/order-number'
import { StatePill } from '~/ui/status-pills'
import { type Column, Table } from '~/ui/table'
import { Time } from '~/ui/time'
import { VisuallyHidden } from '~/ui/visually-hidden'
import type { Verdict } from '~/verdicts/assess'
import { Change } from '../change'
import type { ListRow } from './rows.server'

/** The requests, newest first; on a phone one card each. */
export function RequestTable({ rows, shops }: { rows: readonly ListRow[]; shops: boolean }) {
  const { t } = useTranslation('requests')
  const shop: Column<ListRow> = { key: 'shop', header: t('list.columns.shop'), cell: (row) => row.shop }
  const columns: Column<ListRow>[] = [
    {
      key: 'reference',
      header: t('list.columns.reference'),
      cell: ({ reference }) => <span className="whitespace-nowrap">{reference}</span>,
    },
    { key: 'order', header: t('list.columns.order'), cell: (row) => <Order row={row} /> },
    ...(shops ? [shop] : []),
    {
      key: 'change',
      header: t('list.columns.change'),
      cell: ({ before, wish }) => <Change before={before} wish={wish} />,
    },
    { key: 'state', header: t('list.columns.state'), cell: (row) => <State row={row} /> },
    {
      key: 'filed',
      header: t('list.columns.filed'),
      cell: ({ filedAt }) => <Time at={filedAt} show="ago" />,
    },
  ]
  return (
    <Table
      caption={t('list.caption')}
      columns={columns}
      rows={rows}
      rowKey={({ reference }) => reference}
      to={({ reference }) => `/requests/${reference}`}
    />
  )
}

const edges: Record<Verdict, string> = { go: 'bg-green-mark', look: 'bg-amber-mark', no: 'bg-red-mark' }

function Order({ row: { number, matched, onBehalf, verdict } }: { row: ListRow }) {
  const { t } = useTranslation('requests')
  return (
    <>
      {verdict && (
        <>
          <span aria-hidden className={`absolute inset-y-0 left-0 w-1 ${edges[verdict]}`} />
          <VisuallyHidden>{t(`outlook.${verdict}`)}</VisuallyHidden>
        </>
      )}
      <OrderNumber>{number}</OrderNumber>
      {!matched && <p className="text-xs font-semibold text-amber">{t('list.unmatched')}</p>}
      {onBehalf && <p className="text-xs text-muted">{t('list.onBehalf')}</p>}
    </>
  )
}

/** The state, and what happens next in words. */
function State({ row: { state } }: { row: ListRow }) {
  const { t } = useTranslation('requests')
  return (
    <>
      <StatePill state={state} />
      <p className={`mt-0.5 text-xs ${state === 'needs_info' ? 'font-semibold text-amber' : 'text-muted'}`}>
        {t(`next.${state}`)}
      </p>
    </>
  )
}
