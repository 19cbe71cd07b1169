import type { SerializeFrom } from '@remix-run/node'
import type { CheckRow } from '~/audit/check/view.server'
import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { Card } from '~/ui/card'
import { Pill } from '~/ui/pill'
import { Table } from '~/ui/table'
import { Time } from '~/ui/time'

type Row = SerializeFrom<CheckRow>

/** The last verifications. */
export function CheckList({ rows }: { rows: Row[] }) {
  const { t } = useTranslation('audit')
  const { number } = useFormat()
  if (rows.length === 0) return null
  return (
    <Card title={t('check.list')} flush>
      <Table
        caption={t('check.list')}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: 'when', header: t('check.when'), cell: ({ startedAt }) => <Time at={startedAt} /> },
          { key: 'by', header: t('check.by'), cell: ({ by }) => by ?? t('check.nightly') },
          { key: 'result', header: t('check.result'), cell: (row) => <Result row={row} /> },
          { key: 'events', header: t('check.events'), numeric: true, cell: ({ events }) => number(events) },
          { key: 'took', header: t('check.took'), numeric: true, cell: (row) => <Took row={row} /> },
        ]}
      />
    </Card>
  )
}

function Result({ row: { finishedAt, lost, error, faultCount } }: { row: Row }) {
  const { t } = useTranslation('audit')
  if (finishedAt === null) {
    return lost ? <Pill tone="amber">{t('check.lost')}</Pill> : <Pill tone="sky">{t('check.running')}</Pill>
  }
  if (error !== null) return <Pill tone="red">{t('check.error')}</Pill>
  if (faultCount > 0) return <Pill tone="red">{t('check.bad', { count: faultCount })}</Pill>
  return <Pill tone="green">{t('check.good')}</Pill>
}

function Took({ row: { startedAt, finishedAt } }: { row: Row }) {
  const { t } = useTranslation('audit')
  if (finishedAt === null) return '–'
  const seconds = Math.max(
    1,
    Math.round((new Date(finishedAt).getTime() - new Date(startedAt).getTime()) / 1000),
  )
  return t('check.seconds', { seconds })
}
