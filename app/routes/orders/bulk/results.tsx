import { useFormat, useLanguage } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import type { BulkKind } from '~/orders/operations/bulk/items.server'
import type { BulkResult } from '~/orders/operations/bulk/view.server'
import { carrierLabels, carriers } from '~/orders/operations/carriers'
import { OrderNumber } from '~/ui/order-number'
import { Pill, type Tone } from '~/ui/pill'
import { type Column, Table } from '~/ui/table'
import { useReason } from './reason'
import { RowOrder } from './row-parts'

const tones: Record<BulkResult['state'], Tone> = {
  waiting: 'grey',
  done: 'green',
  refused: 'red',
  failed: 'red',
  not_done: 'orange',
  under_way: 'amber',
}

/** What became of each row. */
export function Results({ kind, items }: { kind: BulkKind; items: BulkResult[] }) {
  const { t } = useTranslation(['bulk', 'orders'])
  const { money } = useFormat()
  const what: Column<BulkResult> =
    kind === 'ship'
      ? { key: 'slip', header: t('orders:field.slipNumber'), cell: (item) => <Shipment item={item} /> }
      : {
          key: 'amount',
          header: t('orders:field.amount'),
          numeric: true,
          cell: ({ order }) => money(order.amount),
        }
  return (
    <Table
      caption={t('run.caption')}
      rows={items}
      rowKey={({ index }) => String(index)}
      columns={[
        {
          key: 'number',
          header: t('orders:field.number'),
          cell: ({ order }) => <RowOrder number={order.number} known />,
        },
        what,
        {
          key: 'state',
          header: t('run.result'),
          cell: ({ state }) => (
            <Pill tone={tones[state]} hollow={state === 'waiting'}>
              {t(`state.${state}`)}
            </Pill>
          ),
        },
        { key: 'reason', header: t('run.reason'), cell: (item) => <Reason item={item} /> },
      ]}
    />
  )
}

function Shipment({ item: { delivery, slipNumber, carrier, order } }: { item: BulkResult }) {
  const { t } = useTranslation('orders')
  const language = useLanguage()
  const known = carriers.find((one) => one === carrier)
  return (
    <span className="flex flex-wrap items-baseline gap-x-2 max-md:justify-end">
      {order._count.deliveries > 1 && delivery !== null && (
        <span className="text-xs text-muted">{t('detail.nth', { n: delivery + 1 })}</span>
      )}
      {slipNumber ? <OrderNumber>{slipNumber}</OrderNumber> : <span className="text-faint">–</span>}
      {known && <span className="text-sm text-muted">{carrierLabels[known][language]}</span>}
    </span>
  )
}

function Reason({ item }: { item: BulkResult }) {
  const why = useReason(item)
  return why === null ? null : (
    <span className="text-sm">
      {why.meaning} <span className="text-muted">{why.todo}</span>
    </span>
  )
}
