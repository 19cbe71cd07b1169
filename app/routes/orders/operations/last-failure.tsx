import { formatMinute } from '~/i18n/format'
import { useLanguage } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { type Explained, explainRefusal, explainUnknown } from '~/kuroneko/explain'
import { isUnknownReason } from '~/kuroneko/inquiry'
import type { OperationUnknownReason } from '~/kuroneko/operation'
import type { LastFailure } from '~/orders/operations/standing.server'
import { VerdictBox } from '~/ui/verdict-box'

/** What did not come about last, why in a person's words, and what to do next. */
export function LastFailureBox({ failure }: { failure: LastFailure }) {
  const { t } = useTranslation('operations')
  const { kind, state, at, errorCode } = failure
  const why = useExplained(failure)
  return (
    <VerdictBox
      tone={state === 'failed' ? 'no' : 'look'}
      title={t(`failure.${state}`, { operation: t(`name.${kind}`) })}
    >
      {why && (
        <>
          <p className="font-semibold">{why.meaning}</p>
          {why.todo && <p>{why.todo}</p>}
        </>
      )}
      <p>{t(state === 'failed' ? 'failure.leftFailed' : 'failure.leftAsWas')}</p>
      <p className="flex flex-wrap gap-x-3 text-xs text-muted">
        <span>{t('failure.at', { time: formatMinute(at) })}</span>
        {errorCode && <span className="figures">{t('failure.code', { code: errorCode })}</span>}
      </p>
    </VerdictBox>
  )
}

function useExplained({ errorCode, creditErrorCode, fault }: LastFailure): Explained | null {
  const { t } = useTranslation('operations')
  const language = useLanguage()
  if (errorCode) return explainRefusal({ errorCode, creditErrorCode }, language)
  if (fault === 'not_carried_out' || fault === 'unclear') return { meaning: t(`failure.${fault}`), todo: '' }
  return fault && isReason(fault) ? explainUnknown({ reason: fault, notSent: true }, language) : null
}

/** What only inquiries come to is no operation's. */
const ofInquiries = ['refused', 'other_order', 'other_method', 'ambiguous']

function isReason(fault: string): fault is OperationUnknownReason {
  return fault === 'unfit_request' || (isUnknownReason(fault) && !ofInquiries.includes(fault))
}
