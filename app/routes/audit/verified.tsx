import { useTranslation } from 'react-i18next'
import { faultWords } from '~/audit/fault-words'
import type { Fault } from '~/audit/faults'
import { useLanguage } from '~/i18n/use-format'
import { shownWords } from '~/orders/shown-words'
import { VerdictBox } from '~/ui/verdict-box'

/** How many faults are named one by one. */
const named = 10

/** Whether this order's records are whole, checked when the page was asked for. */
export function Verified({ events, faults }: { events: number; faults: Fault[] }) {
  const { t } = useTranslation(['audit', 'common'])
  const language = useLanguage()
  if (faults.length === 0) {
    return (
      <VerdictBox tone="go" title={t('audit:verify.good')}>
        {t('audit:verify.goodDetail', { count: events })}
      </VerdictBox>
    )
  }
  return (
    <VerdictBox tone="no" title={t('audit:verify.bad')}>
      <p>{t('audit:verify.badDetail', { count: faults.length })}</p>
      <ul className="mt-1 list-disc pl-5">
        {faults.slice(0, named).map((fault) => (
          <li key={`${fault.kind} ${fault.seq}`}>
            {faultWords(t, fault, (shown) => shownWords(language, shown))}
          </li>
        ))}
      </ul>
      {faults.length > named && <p>{t('audit:verify.more', { count: faults.length - named })}</p>}
    </VerdictBox>
  )
}
