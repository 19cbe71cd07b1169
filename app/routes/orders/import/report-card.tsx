import { useSearchParams } from '@remix-run/react'
import { useTranslation } from '~/i18n/use-translation'
import type { ImportLine, ImportReport } from '~/orders/import/report'
import { Card } from '~/ui/card'
import { EmptyState } from '~/ui/empty-state'
import { OrderNumber } from '~/ui/order-number'
import { Pill, type Tone } from '~/ui/pill'
import { Table } from '~/ui/table'
import { Tabs } from '~/ui/tabs'
import { LineDetails } from './line-details'

const tones: Record<ImportLine['outcome'], Tone> = {
  new: 'sky',
  changed: 'amber',
  unchanged: 'grey',
  refused: 'red',
}

const isProblem = (line: ImportLine) => line.problems.length > 0 || line.overCorrection

/** What becomes of each order of the file. */
export function ReportCard({ report }: { report: ImportReport }) {
  const { t } = useTranslation('orders')
  const [params] = useSearchParams()
  const onlyProblems = params.get('show') === 'problems'
  const lines = onlyProblems ? report.lines.filter(isProblem) : report.lines
  const view = (show: string | null) => {
    const next = new URLSearchParams(params)
    if (show) next.set('show', show)
    else next.delete('show')
    return `?${next}`
  }
  const problems = report.lines.filter(isProblem).length
  return (
    <Card flush>
      <div className="px-4 pt-2">
        <Tabs
          label={t('import.show')}
          tabs={[
            {
              to: view(null),
              label: t('import.showAll'),
              count: report.lines.length,
              current: !onlyProblems,
            },
            { to: view('problems'), label: t('import.showProblems'), count: problems, current: onlyProblems },
          ]}
        />
      </div>
      {lines.length > 0 && <Lines lines={lines} report={report} />}
      {lines.length === 0 && <EmptyState title={t(onlyProblems ? 'import.noProblems' : 'import.nothing')} />}
      {report.leftOff > 0 && (
        <p className="border-t border-line px-4 py-3 text-sm text-muted">
          {t('import.leftOff', { count: report.leftOff })}
        </p>
      )}
    </Card>
  )
}

function Lines({ lines, report }: { lines: ImportLine[]; report: ImportReport }) {
  const { t } = useTranslation('orders')
  return (
    <Table
      caption={t('import.caption')}
      rows={lines}
      rowKey={({ row }) => String(row)}
      columns={[
        {
          key: 'row',
          header: t('import.row'),
          cell: ({ row, rows }) => (
            <span className="figures whitespace-nowrap">
              {rows === 1 ? row : t('import.rows', { from: row, to: row + rows - 1 })}
            </span>
          ),
        },
        {
          key: 'number',
          header: t('import.number'),
          cell: ({ number }) => <OrderNumber>{number || '–'}</OrderNumber>,
        },
        {
          key: 'result',
          header: t('import.result'),
          cell: ({ outcome }) => <Pill tone={tones[outcome]}>{t(`import.outcome.${outcome}`)}</Pill>,
        },
        {
          key: 'what',
          header: t('import.what'),
          cell: (line) => <LineDetails line={line} mapping={report.mapping} />,
        },
      ]}
    />
  )
}
