import { useTranslation } from '~/i18n/use-translation'
import { paymentStatuses } from '~/orders/statuses'
import { Card } from '~/ui/card'
import { PaymentPill } from '~/ui/status-pills'
import { Table } from '~/ui/table'
import { cancelIsPassedOn, possibleAt } from '../statuses/possible'

const rows = paymentStatuses.map((status) => ({
  status,
  refusal: possibleAt(status).find(({ operation }) => operation === 'cancel')?.refusal,
  passedOn: cancelIsPassedOn(status),
}))

/** Whether a cancellation is possible at each status, and whether Kuroneko is told. */
export function CancelTable() {
  const { t } = useTranslation(['help', 'operations'])
  const title = t('help:operations.cancel.reaches')
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
            cell: ({ status }) => <PaymentPill status={status} short />,
          },
          {
            key: 'reaches',
            header: title,
            cell: ({ refusal, passedOn }) =>
              refusal
                ? t(`operations:refusal.${refusal}`)
                : t(`help:operations.cancel.${passedOn ? 'there' : 'here'}`),
          },
        ]}
      />
    </Card>
  )
}
