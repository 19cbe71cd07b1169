import { useTranslation } from '~/i18n/use-translation'
import { VerdictBox } from '~/ui/verdict-box'
import type { Checked } from './check.server'
import type { Choice } from './choice'
import { ColumnsCard } from './columns-card'
import { Outcome } from './outcome'
import { ReportCard } from './report-card'

/** What the dry run of a file says: what importing it would do, how its columns were read, order by order. */
export function CheckedFile({ checked: { filename, result }, choice }: { checked: Checked; choice: Choice }) {
  if (result.ok) {
    return (
      <>
        <Outcome filename={filename} report={result} choice={choice} />
        <ColumnsCard headings={result.headings} mapping={result.mapping} choice={choice} />
        <ReportCard report={result} />
      </>
    )
  }
  return (
    <>
      <Refusal filename={filename} result={result} />
      {'headings' in result && (
        <ColumnsCard headings={result.headings} mapping={result.mapping} choice={choice} open />
      )}
    </>
  )
}

type Refused = Exclude<Checked['result'], { ok: true }>

function Refusal({ filename, result }: { filename: string; result: Refused }) {
  const { t } = useTranslation('orders')
  const values = {
    line: result.refusal === 'not_csv' ? result.line : 0,
    columns: columnsOf(result, (field) => t(`import.field.${field}`)).join('、'),
  }
  return (
    <VerdictBox tone="no" title={t(`import.refusal.${result.refusal}`, values)}>
      {filename}
    </VerdictBox>
  )
}

type MissingField = Extract<Refused, { refusal: 'missing_columns' }>['fields'][number]

function columnsOf(result: Refused, label: (field: MissingField) => string): string[] {
  if (result.refusal === 'missing_columns') return result.fields.map(label)
  return result.refusal === 'ambiguous_columns' ? result.ambiguous : []
}
