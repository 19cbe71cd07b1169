import type { SerializeFrom } from '@remix-run/node'
import { FileDown } from 'lucide-react'
import { useTranslation } from '~/i18n/use-translation'
import { Card } from '~/ui/card'
import { EmptyState } from '~/ui/empty-state'
import { Pill } from '~/ui/pill'
import { Table } from '~/ui/table'
import { Time } from '~/ui/time'
import { EraseLink } from '../erase-link'
import { FilterWords } from './filter-words'
import type { ExportPage } from './load.server'
import { UnfitList } from './unfit-list'

type Page = SerializeFrom<ExportPage>
type Row = Page['rows'][number]

/** The exports so far, newest first. */
export function ExportList({
  rows,
  shops,
  people,
  everybodys,
  erasing,
}: Pick<Page, 'rows' | 'shops' | 'people' | 'everybodys' | 'erasing'>) {
  const { t } = useTranslation('audit-export')
  return (
    <Card title={t('list')} flush>
      {rows.length === 0 ? (
        <EmptyState title={t('empty')} icon={FileDown}>
          {t('emptyHint')}
        </EmptyState>
      ) : (
        <Table
          caption={t('list')}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { key: 'when', header: t('when'), cell: ({ startedAt }) => <Time at={startedAt} /> },
            ...(everybodys
              ? [
                  {
                    key: 'by',
                    header: t('by'),
                    cell: ({ by }: Row) => <span className="whitespace-nowrap">{by ?? t('command')}</span>,
                  },
                ]
              : []),
            {
              key: 'filter',
              header: t('filter'),
              cell: ({ id, filter, erased }) => (
                <div className="flex flex-wrap items-center gap-2">
                  <FilterWords filter={filter} erased={erased} shops={shops} people={people} />
                  {erasing && filter.words && <EraseLink to={`/audit/exports/${id}/erase`} small />}
                </div>
              ),
            },
            {
              key: 'format',
              header: t('format'),
              cell: ({ format }) =>
                format && <span className="md:whitespace-nowrap">{t(`formats.${format}.name`)}</span>,
            },
            {
              key: 'rows',
              header: t('rows'),
              numeric: true,
              cell: ({ rows: count }) => t('rowsOf', { count }),
            },
            { key: 'result', header: t('result'), cell: (row) => <Result row={row} /> },
          ]}
        />
      )}
    </Card>
  )
}

function Result({ row: { finishedAt, lost, cutShort, unfit } }: { row: Row }) {
  const { t } = useTranslation('audit-export')
  if (finishedAt === null) {
    return lost ? <Pill tone="amber">{t('lost')}</Pill> : <Pill tone="sky">{t('running')}</Pill>
  }
  return (
    <div className="grid gap-1">
      <span>{cutShort ? <Pill tone="red">{t('cut')}</Pill> : <Pill tone="green">{t('done')}</Pill>}</span>
      {unfit && <UnfitList unfit={unfit} />}
    </div>
  )
}
