import { useTranslation } from '~/i18n/use-translation'
import type { CarrierSetting } from '~/orders/codes'
import { isAboutTyping } from '~/orders/operations/bulk/judge'
import type { Carrier } from '~/orders/operations/carriers'
import { StatusChange } from '~/ui/status-change'
import { ShippingPill } from '~/ui/status-pills'
import { Table } from '~/ui/table'
import type { FormRow } from './dry-run-form'
import { RowOrder, RowOutlook } from './row-parts'
import { rowNames } from './rows'
import { CarrierCell, SlipCell } from './ship-fields'

type Placed = FormRow & { at: number }

/** The dry run of 出荷・配送処理: one row for each delivery, with its slip number and carrier to be typed. */
export function ShipRows({
  rows,
  setting,
  type,
}: {
  rows: readonly FormRow[]
  setting: CarrierSetting
  type: (at: number, typed: { slip: string } | { carrier: Carrier }) => void
}) {
  const { t } = useTranslation(['bulk', 'orders'])
  return (
    <Table
      caption={t('dry.caption')}
      rows={rows.map((row, at): Placed => ({ ...row, at }))}
      rowKey={({ at }) => String(at)}
      columns={[
        {
          key: 'number',
          header: t('orders:field.number'),
          cell: ({ dry }) => (
            <>
              <input type="hidden" name={rowNames.number} value={dry.number} />
              <input type="hidden" name={rowNames.delivery} value={dry.delivery ?? ''} />
              <RowOrder number={dry.number} known={dry.order !== null} />
            </>
          ),
        },
        {
          key: 'shipping',
          header: t('orders:field.shippingStatus'),
          cell: (row) => <Shipping row={row} />,
        },
        {
          key: 'slip',
          header: t('orders:field.slipNumber'),
          cell: (row) => <SlipCell row={row} type={(slip) => type(row.at, { slip })} />,
        },
        {
          key: 'carrier',
          header: t('orders:field.carrier'),
          cell: (row) => (
            <CarrierCell row={row} setting={setting} type={(carrier) => type(row.at, { carrier })} />
          ),
        },
        {
          key: 'outlook',
          header: t('dry.outlook'),
          // What typing can mend is said at its field.
          cell: ({ refusal }) =>
            isAboutTyping(refusal) ? (
              <span className="text-sm font-semibold text-red">{t('dry.mend')}</span>
            ) : (
              <RowOutlook refusal={refusal} />
            ),
        },
      ]}
    />
  )
}

function Shipping({ row: { dry, refusal } }: { row: Placed }) {
  const { t } = useTranslation('orders')
  const { order, delivery } = dry
  const status = order && delivery !== null ? order.deliveries[delivery] : undefined
  if (!order || delivery === null || !status) return null
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1 max-md:justify-end">
      {order.deliveries.length > 1 && (
        <span className="text-xs text-muted">{t('detail.nth', { n: delivery + 1 })}</span>
      )}
      {refusal === null ? (
        <StatusChange before={<ShippingPill status={status} />} after={<ShippingPill status="shipped" />} />
      ) : (
        <ShippingPill status={status} />
      )}
    </span>
  )
}
