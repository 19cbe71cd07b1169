import { faultWords } from '~/audit/fault-words'
import type { FaultInChain } from '~/audit/faults'
import type { Seal } from '~/audit/sealed-by.server'
import { formatMinute } from '~/i18n/format'
import { useLanguage } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { shownWords } from '~/orders/shown-words'
import { LinkButton } from '~/ui/button'
import { VerdictBox } from '~/ui/verdict-box'

/** How many faults are named one by one. */
const named = 10

type Checked = { events: number; faults: FaultInChain[] }

/**
 * Whether this order's records are whole, checked when the page was asked for, and sealed.
 * @param verified null where the chain is so long that it is checked when somebody asks for it
 */
export function Verified({
  verified,
  seal,
  events,
  check,
}: {
  verified: Checked | null
  seal: Seal | null
  events: number
  /** The address that checks a long chain. */
  check: string
}) {
  const { t } = useTranslation('history')
  if (verified) return <Outcome {...verified} seal={seal} />
  const end = (
    <LinkButton to={check} size="sm" reloadDocument>
      {t('verify.check')}
    </LinkButton>
  )
  return (
    <VerdictBox tone="info" title={t('verify.later', { count: events })} end={end}>
      {t('verify.laterDetail')}
    </VerdictBox>
  )
}

function Outcome({ events, faults, seal }: Checked & { seal: Seal | null }) {
  const { t } = useTranslation(['audit', 'common', 'history'])
  const language = useLanguage()
  if (faults.length === 0) {
    return (
      <VerdictBox tone="go" title={t('audit:verify.good')}>
        {t('audit:verify.goodDetail', { count: events })}{' '}
        {seal && t('history:verify.sealed', { at: formatMinute(seal.at), size: seal.size })}
      </VerdictBox>
    )
  }
  return (
    <VerdictBox tone="no" title={t('audit:verify.bad')}>
      <p>{t('audit:verify.badDetail', { count: faults.length })}</p>
      <ul className="mt-1 list-disc pl-5">
        {faults.slice(0, named).map((fault) => (
          <li key={JSON.stringify(fault)}>{faultWords(t, fault, (shown) => shownWords(language, shown))}</li>
        ))}
      </ul>
      {faults.length > named && <p>{t('audit:verify.more', { count: faults.length - named })}</p>}
    </VerdictBox>
  )
}
