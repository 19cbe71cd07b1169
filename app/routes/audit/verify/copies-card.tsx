import type { SerializeFrom } from '@remix-run/node'
import type { CheckView } from '~/audit/check/view.server'
import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { Card } from '~/ui/card'
import { Table } from '~/ui/table'
import { Time } from '~/ui/time'

/** Where checkpoints went outside the database, and what failed last. */
export function CopiesCard({ copies }: { copies: SerializeFrom<CheckView['copies']> }) {
  const { t } = useTranslation('audit')
  const { number } = useFormat()
  if (copies.length === 0) {
    return (
      <Card title={t('check.copies')}>
        <p>{t('check.copiesNone')}</p>
      </Card>
    )
  }
  return (
    <Card title={t('check.copies')} flush>
      <Table
        caption={t('check.copies')}
        rows={copies}
        rowKey={({ sink }) => sink}
        columns={[
          {
            key: 'sink',
            header: t('check.copySink'),
            cell: ({ sink }) => <span className="break-all">{sink}</span>,
          },
          { key: 'size', header: t('check.copySize'), numeric: true, cell: ({ size }) => number(size) },
          { key: 'at', header: t('check.copyAt'), cell: ({ at }) => (at ? <Time at={at} /> : '–') },
          {
            key: 'error',
            header: t('check.copyError'),
            cell: ({ error, errorAt }) =>
              error ? (
                <span className="text-sm text-red">
                  {errorAt && <Time at={errorAt} />} {error}
                </span>
              ) : (
                '–'
              ),
          },
        ]}
      />
    </Card>
  )
}
