import { Form } from '@remix-run/react'
import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { type ImportReport, importOutcomes } from '~/orders/import/report'
import { SubmitButton } from '~/ui/button'
import { Card } from '~/ui/card'
import { VerdictBox } from '~/ui/verdict-box'
import { type Choice, choicePairs } from './choice'

/** How many orders of each kind there are, and the button that imports them. */
export function Outcome({
  filename,
  report,
  choice,
}: {
  filename: string
  report: ImportReport
  choice: Choice
}) {
  const { t } = useTranslation('orders')
  const { number } = useFormat()
  const { counts, rows, encoding, stopped } = report
  const count = counts.new + counts.changed
  return (
    <Card title={t('import.reading', { filename })}>
      <div className="grid gap-4">
        <p className="text-sm text-muted">
          {t('import.readingMeta', { rows, encoding: encoding === 'cp932' ? 'Shift_JIS (CP932)' : 'UTF-8' })}
        </p>
        <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          {importOutcomes.map((outcome) => (
            <div key={outcome} className="rounded-6 bg-ground px-3 py-2">
              <dt className="text-sm text-muted">{t(`import.outcome.${outcome}`)}</dt>
              <dd className="figures text-lg font-bold">{number(counts[outcome])}</dd>
            </div>
          ))}
        </dl>
        {stopped && (
          <VerdictBox
            small
            tone="look"
            title={t(`import.stopped.${stopped.reason}`, { line: stopped.line })}
          />
        )}
        <Form method="post" className="flex flex-wrap items-center gap-x-4 gap-y-2">
          {choicePairs({ ...choice, mapping: report.mapping }).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <SubmitButton intent="import" disabled={count === 0}>
            {count === 0 ? t('import.confirmNothing') : t('import.confirm', { count })}
          </SubmitButton>
          <p className="text-sm text-muted">
            {counts.refused > 0
              ? t('import.confirmNote', { count: counts.refused })
              : t('import.confirmFine')}
          </p>
        </Form>
      </div>
    </Card>
  )
}
