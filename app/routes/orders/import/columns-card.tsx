import { Form } from '@remix-run/react'
import { ChevronDown } from 'lucide-react'
import { useTranslation } from '~/i18n/use-translation'
import { encodings, importFields, type Mapping, requiredFields, sameHeading } from '~/orders/import/fields'
import { SubmitButton } from '~/ui/button'
import { Icon } from '~/ui/icon'
import { Select } from '~/ui/select'
import { type Choice, choicePairs, mappingName } from './choice'

/** Which column is read as what. A GET form: the file is checked again under an address of its own. */
export function ColumnsCard({
  headings,
  mapping,
  choice,
  open = false,
}: {
  headings: string[]
  mapping: Mapping
  choice: Choice
  open?: boolean
}) {
  const { t } = useTranslation('orders')
  const kept = choicePairs({ ...choice, mapping: undefined, encoding: undefined })
  const options = [...new Set(headings)]
    .filter(Boolean)
    .map((heading) => ({ value: heading, label: heading }))
  const chosen = (wanted: string | undefined) =>
    wanted === undefined ? '' : (headings.find((heading) => sameHeading(heading, wanted)) ?? '')
  return (
    <details open={open} className="group rounded-8 border border-line bg-surface">
      <summary className="flex cursor-pointer list-none items-center justify-between px-4 py-3 font-bold">
        {t('import.columns')}
        <span className="text-muted group-open:rotate-180">
          <Icon of={ChevronDown} />
        </span>
      </summary>
      <Form key={JSON.stringify(mapping)} className="grid gap-4 border-t border-line p-4">
        <p className="text-sm text-muted">{t('import.columnsHint')}</p>
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
          {importFields.map((field) => (
            <Select
              key={field}
              label={t(`import.field.${field}`)}
              name={mappingName(field)}
              required={requiredFields.some((needed) => needed === field)}
              defaultValue={chosen(mapping[field])}
              placeholder={t('import.notRead')}
              options={options}
            />
          ))}
          <Select
            label={t('import.encoding')}
            name="encoding"
            defaultValue={choice.encoding ?? ''}
            placeholder={t('import.encodingAuto')}
            options={encodings.map((value) => ({
              value,
              label: value === 'cp932' ? 'Shift_JIS (CP932)' : 'UTF-8',
            }))}
          />
        </div>
        <div>
          <SubmitButton tone="default">{t('import.recheck')}</SubmitButton>
        </div>
      </Form>
    </details>
  )
}
