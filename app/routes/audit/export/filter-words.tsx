import { useTranslation } from '~/i18n/use-translation'
import { type Shown, useConditions } from '../search/conditions'

const chip = 'rounded-full bg-grey-soft px-2.5 py-0.5 text-xs'

/** What a filter asks for, as plain words. `erased`: it also asked for words, which are gone. */
export function FilterWords({ erased = false, ...shown }: Shown & { erased?: boolean }) {
  const { t } = useTranslation('audit-export')
  const conditions = useConditions(shown)
  if (conditions.length === 0 && !erased) return t('all')
  return (
    <ul className="flex flex-wrap gap-1.5">
      {erased && <li className={`${chip} text-muted italic`}>{t('erased')}</li>}
      {conditions.map(({ fields, label }) => (
        <li key={fields[0]} className={`${chip} text-ink`}>
          {label}
        </li>
      ))}
    </ul>
  )
}
