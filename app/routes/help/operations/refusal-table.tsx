import { useTranslation } from '~/i18n/use-translation'
import { minutesBeforeCancelling, type OperationRefusal } from '~/orders/operations/allowed'
import { Table } from '~/ui/table'

/** Why something is refused, in the words of the order's own page, and what to do about it. */
export function RefusalTable({
  caption,
  refusals,
}: {
  caption: string
  refusals: readonly OperationRefusal[]
}) {
  const { t } = useTranslation(['help', 'operations'])
  return (
    <Table
      caption={caption}
      rows={refusals}
      rowKey={(refusal) => refusal}
      columns={[
        {
          key: 'reason',
          header: t('help:operations.reason'),
          cell: (refusal) => t(`operations:refusal.${refusal}`),
        },
        {
          key: 'way',
          header: t('help:operations.way'),
          cell: (refusal) => t(`help:way.${refusal}`, { minutes: minutesBeforeCancelling }),
        },
      ]}
    />
  )
}
