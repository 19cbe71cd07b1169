import type { ShopEvidence } from '~/corrections/preview'
import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { type UnknownReason, unknownReasons } from '~/kuroneko/inquiry'
import { statusInfoLabel } from '~/kuroneko/status-info'
import { unknownWords } from '~/kuroneko/unknown-words'
import { Time } from '~/ui/time'

/** Asking again later brings nothing else. */
const lasting: ReadonlySet<UnknownReason> = new Set([
  'refused',
  'other_order',
  'other_method',
  'ambiguous',
  'too_long_number',
  'unfit_number',
])

/** What Kuroneko answered, in its own words, and when. Without a usable answer: that this holds nothing up. */
export function KuronekoSays({ evidence }: { evidence: ShopEvidence }) {
  const { t } = useTranslation('requests')
  return (
    <>
      <Answer evidence={evidence} />
      <p className="text-xs text-muted">
        {t(evidence.kind === 'screenshot' ? 'kuroneko.pictureAt' : 'kuroneko.askedAt')}{' '}
        <Time at={evidence.askedAt} />
      </p>
    </>
  )
}

function Answer({ evidence }: { evidence: ShopEvidence }) {
  const { t } = useTranslation('requests')
  const { money, language } = useFormat()
  const { outcome, statusInfo, amount } = evidence
  if (outcome === 'unknown') return <Unanswered reason={evidence.reason} />
  if (outcome === 'not_found' || statusInfo === null) return <p>{t('kuroneko.not_found')}</p>
  const status = t('kuroneko.status', { status: statusInfoLabel(statusInfo)[language], code: statusInfo })
  return <p>{amount === null ? status : t('kuroneko.withAmount', { status, amount: money(amount) })}</p>
}

/** @param reason one of `unknownReasons`, where it is known */
export function Unanswered({ reason }: { reason?: string | null }) {
  const { t } = useTranslation('requests')
  const { language } = useFormat()
  const known = unknownReasons.find((one) => one === reason)
  return (
    <>
      <p>{t(known && lasting.has(known) ? 'kuroneko.unusable' : 'kuroneko.unanswered')}</p>
      {known && <p className="text-xs text-muted">{unknownWords[known][language]}</p>}
    </>
  )
}
