import { useLanguage } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { shippingStatuses } from '~/orders/statuses'
import { shippingWishLabels } from '~/orders/wishes'
import { Card } from '~/ui/card'
import { ShippingPill } from '~/ui/status-pills'
import { Table } from '~/ui/table'
import { Mark } from '../mark'
import { deliveryAt } from './possible'

const rows = shippingStatuses.map((status) => ({ status, ...deliveryAt(status) }))

/** Each shipping status: what it means, and what can be done with such a delivery. */
export function ShippingStatuses() {
  const { t } = useTranslation(['help', 'orders'])
  const language = useLanguage()
  const title = t('help:statuses.shipping')
  const possible = (yes: boolean) => (
    <Mark yes={yes} word={t(yes ? 'help:statuses.possible' : 'help:statuses.impossible')} />
  )
  return (
    <Card title={title} flush>
      <Table
        caption={title}
        rows={rows}
        rowKey={({ status }) => status}
        columns={[
          {
            key: 'status',
            header: t('help:statuses.status'),
            cell: ({ status }) => <ShippingPill status={status} />,
          },
          {
            key: 'meaning',
            header: t('help:statuses.meaning'),
            cell: ({ status }) => t(`help:statuses.shippingMeaning.${status}`),
          },
          {
            key: 'wish',
            header: t('help:statuses.wish'),
            cell: ({ status }) => shippingWishLabels[status][language],
          },
          { key: 'ships', header: t('help:statuses.ships'), cell: ({ ships }) => possible(ships === null) },
          {
            key: 'slip',
            header: t('help:statuses.slip'),
            cell: ({ needsSlip }) => t(needsSlip ? 'help:statuses.yes' : 'help:statuses.no'),
          },
          {
            key: 'resets',
            header: t('help:statuses.resets'),
            cell: ({ resets }) => possible(resets === null),
          },
        ]}
      />
      <p className="border-t border-line px-4 py-2.5 text-sm text-muted">
        {t('help:statuses.slipHint', { setting: t('orders:carrierSetting.yamato_only') })}
      </p>
    </Card>
  )
}
