import { Form } from '@remix-run/react'
import type { QuickCandidate } from '~/corrections/quick-lane.server'
import { useTranslation } from '~/i18n/use-translation'
import { SubmitButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { Table } from '~/ui/table'
import { Time } from '~/ui/time'
import { QuickChange } from './quick-change'
import { ChoiceBar, ChoiceCell, useChosen } from './quick-choice'

/** What is ready, due first, all of it ticked. */
export function QuickCandidates({ rows, total }: { rows: QuickCandidate[]; total: number }) {
  const { t } = useTranslation('desk')
  const chosen = useChosen(rows.map(({ reference }) => reference))
  const more = total > rows.length && t('quick.more', { total, count: rows.length })
  return (
    <Form method="post" className="min-w-0">
      <Card title={t('quick.ready', { count: rows.length })} end={more} flush>
        <div className="overflow-x-auto">
          <Table
            caption={t('quick.title')}
            rows={rows}
            rowKey={({ reference }) => reference}
            columns={[
              {
                key: 'number',
                header: t('quick.columns.number'),
                cell: (row) => <ChoiceCell row={row} chosen={chosen} />,
              },
              {
                key: 'change',
                header: t('quick.columns.change'),
                cell: (row) => row.order && <QuickChange before={shown(row.order)} row={row} />,
              },
              {
                key: 'due',
                header: t('quick.columns.due'),
                cell: (row) => <Time at={row.dueAt} show="due" />,
                numeric: true,
              },
            ]}
          />
        </div>
        <ChoiceBar chosen={chosen} note={t('quick.checkNote')}>
          <SubmitButton intent="check" disabled={chosen.count === 0}>
            {t('quick.check', { count: chosen.count })}
          </SubmitButton>
        </ChoiceBar>
      </Card>
    </Form>
  )
}

function shown({ paymentStatus, deliveries }: NonNullable<QuickCandidate['order']>) {
  return { payment: paymentStatus, deliveries: deliveries.map(({ status }) => status) }
}
