import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { OrderNumber } from '~/ui/order-number'
import { PaymentPill } from '~/ui/status-pills'
import { Table } from '~/ui/table'
import { CaptureLeft } from '../capture-left'
import { ThereMark } from '../drift/there'
import type { FormRow } from './dry-run-form'
import { RowOrder, RowOutlook } from './row-parts'
import { rowNames } from './rows'

/** The dry run of 売上確定処理: one row for each order. */
export function CaptureRows({ rows }: { rows: readonly FormRow[] }) {
  const { t } = useTranslation(['bulk', 'orders'])
  const { money } = useFormat()
  return (
    <Table
      caption={t('dry.caption')}
      rows={rows}
      rowKey={({ dry }) => dry.number}
      columns={[
        {
          key: 'number',
          header: t('orders:field.number'),
          cell: ({ dry }) => (
            <>
              <input type="hidden" name={rowNames.number} value={dry.number} />
              <RowOrder number={dry.number} known={dry.order !== null} />
            </>
          ),
        },
        {
          key: 'payment',
          header: t('orders:field.paymentStatus'),
          cell: ({ dry: { number, order } }) =>
            order && (
              <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1 max-md:justify-end">
                <PaymentPill status={order.paymentStatus} />
                <span className="text-xs empty:hidden">
                  <CaptureLeft order={order} />
                </span>
                {order.drifts.map(({ evidence }) => (
                  <ThereMark key={number} order={order} evidence={evidence} />
                ))}
              </span>
            ),
        },
        {
          key: 'slips',
          header: t('orders:field.slipNumber'),
          cell: ({ dry: { slips } }) => (
            <span className="flex flex-wrap gap-x-2 max-md:justify-end">
              {slips.map((slip) => (
                <OrderNumber key={slip}>{slip}</OrderNumber>
              ))}
              {slips.length === 0 && <span className="text-faint">–</span>}
            </span>
          ),
        },
        {
          key: 'amount',
          header: t('orders:field.amount'),
          numeric: true,
          cell: ({ dry: { order } }) => order && money(order.amount),
        },
        {
          key: 'outlook',
          header: t('dry.outlook'),
          cell: ({ refusal, dry }) => (
            <RowOutlook refusal={refusal} differs={Boolean(dry.order?.drifts.length)} />
          ),
        },
      ]}
    />
  )
}
