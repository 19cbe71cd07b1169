import { useTranslation } from '~/i18n/use-translation'
import type { OperationRefusal } from '~/orders/operations/allowed'
import { normaliseSlip } from '~/orders/operations/slip-typed'
import { Card } from '~/ui/card'
import { Table } from '~/ui/table'
import { slipVerdicts, typedSlips } from '../ordinary-order'

const rows = typedSlips.map((typed) => {
  const { slipNumber } = normaliseSlip(typed)
  return { typed, slipNumber, ...slipVerdicts(slipNumber) }
})

/** What becomes of slip numbers as people type them. */
export function SlipTable() {
  const { t } = useTranslation(['help', 'operations'])
  const title = t('help:operations.slips.title')
  const verdict = (refusal: OperationRefusal | null) =>
    refusal ? t(`operations:refusal.${refusal}`) : t('help:operations.slips.fine')
  return (
    <Card title={title} flush>
      <p className="border-b border-line p-4">{t('help:operations.slips.lead')}</p>
      <Table
        caption={title}
        rows={rows}
        rowKey={({ typed }) => typed}
        columns={[
          {
            key: 'typed',
            header: t('help:operations.slips.typed'),
            cell: ({ typed }) => <span className="figures whitespace-pre-wrap">{typed}</span>,
          },
          {
            key: 'stored',
            header: t('help:operations.slips.stored'),
            cell: ({ slipNumber }) => <span className="figures">{slipNumber}</span>,
          },
          {
            key: 'yamato',
            header: t('help:operations.slips.yamato'),
            cell: ({ yamato }) => verdict(yamato),
          },
          { key: 'other', header: t('help:operations.slips.other'), cell: ({ other }) => verdict(other) },
        ]}
      />
    </Card>
  )
}
