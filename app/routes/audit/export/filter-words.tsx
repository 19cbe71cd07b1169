import { useTranslation } from 'react-i18next'
import { type Shown, useConditions } from '../search/conditions'

/** What a filter asks for, as plain words. */
export function FilterWords(shown: Shown) {
  const { t } = useTranslation('audit-export')
  const conditions = useConditions(shown)
  if (conditions.length === 0) return t('all')
  return (
    <ul className="flex flex-wrap gap-1.5">
      {conditions.map(({ fields, label }) => (
        <li key={fields[0]} className="rounded-full bg-grey-soft px-2.5 py-0.5 text-xs text-ink">
          {label}
        </li>
      ))}
    </ul>
  )
}
