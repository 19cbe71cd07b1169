import { useTranslation } from '~/i18n/use-translation'
import { paymentStatuses } from '~/orders/statuses'
import { Card } from '~/ui/card'
import { PaymentPill } from '~/ui/status-pills'
import { Table } from '~/ui/table'
import { Mark } from '../mark'
import { paymentOperations, possibleAt } from './possible'

const rows = paymentStatuses.map((status) => ({ status, possible: possibleAt(status) }))

/** Payment statuses against operations, at a glance. */
export function PaymentMatrix() {
  const { t } = useTranslation(['help', 'operations'])
  const title = t('help:statuses.matrix')
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
          ...paymentOperations.map((operation) => ({
            key: operation,
            header: t(`operations:name.${operation}`),
            cell: ({ possible }: (typeof rows)[number]) => {
              const yes = possible.some((one) => one.operation === operation && one.refusal === null)
              return <Mark yes={yes} word={t(yes ? 'help:statuses.possible' : 'help:statuses.impossible')} />
            },
          })),
        ]}
      />
      <p className="border-t border-line px-4 py-2.5 text-sm text-muted">{t('help:statuses.matrixHint')}</p>
    </Card>
  )
}
