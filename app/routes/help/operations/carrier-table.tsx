import { useLanguage } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { carrierSettings } from '~/orders/codes'
import { captureRefusedBy } from '~/orders/operations/allowed'
import { carrierLabels, carriersFor } from '~/orders/operations/carriers'
import { Card } from '~/ui/card'
import { Table } from '~/ui/table'

const rows = carrierSettings.map((setting) => ({
  setting,
  carriers: carriersFor(setting),
  needsSlip: captureRefusedBy({ slipNumber: null, carrier: carrierLabels.yamato.ja }, setting) !== null,
}))

/** What the shop's 配送業者の設定 means for shipping and capturing. */
export function CarrierTable() {
  const { t } = useTranslation(['help', 'orders'])
  const language = useLanguage()
  const title = t('help:operations.carriers.title')
  return (
    <Card title={title} flush>
      <Table
        caption={title}
        rows={rows}
        rowKey={({ setting }) => setting}
        columns={[
          {
            key: 'setting',
            header: t('help:operations.carriers.setting'),
            cell: ({ setting }) => t(`orders:carrierSetting.${setting}`),
          },
          {
            key: 'carriers',
            header: t('help:operations.carriers.carriers'),
            cell: ({ carriers }) => carriers.map((carrier) => carrierLabels[carrier][language]).join(' / '),
          },
          {
            key: 'slip',
            header: t('help:operations.carriers.slip'),
            cell: ({ needsSlip }) => t(needsSlip ? 'help:statuses.yes' : 'help:statuses.no'),
          },
        ]}
      />
      <p className="border-t border-line px-4 py-2.5 text-sm text-muted">
        {t('help:operations.carriers.option')}
      </p>
    </Card>
  )
}
