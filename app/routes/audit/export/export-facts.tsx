import { exportFormats } from '~/audit/export/formats'
import type { Told } from '~/audit/history-event'
import { readFilter } from '~/audit/search/filter'
import { useTranslation } from '~/i18n/use-translation'
import { FilterWords } from './filter-words'

/** What was exported, how, and how many records it came to. */
export function ExportFacts({ told: { action, details, words, erased } }: { told: Told }) {
  const { t } = useTranslation('audit-export')
  if (action !== 'audit.exported' && action !== 'audit.export_ended') return null
  const format = exportFormats.find((each) => each === details.format)
  const { filter, rows, unfit } = details
  // The words that were looked for are told as words are.
  const isByWordsAlone = filter === '' && (words !== null || erased)
  return (
    <>
      {format && <span>{t(`formats.${format}.name`)}</span>}
      {typeof filter === 'string' && !isByWordsAlone && (
        <FilterWords filter={readFilter(new URLSearchParams(filter)).filter} shops={[]} people={[]} />
      )}
      {typeof rows === 'number' && <span>{t('count.exact', { count: rows })}</span>}
      {typeof unfit === 'number' && <span>{t('unfit.title', { count: unfit })}</span>}
    </>
  )
}
