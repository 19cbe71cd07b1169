import { useLanguage } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { type Explained, explainRefusal, explainUnknown } from '~/kuroneko/explain'
import { isUnknownReason } from '~/kuroneko/inquiry'
import type { OperationUnknownReason } from '~/kuroneko/operation'
import { type OperationRefusal, operationRefusals } from '~/orders/operations/allowed'
import type { BulkResult } from '~/orders/operations/bulk/view.server'

/** What only inquiries come to is no operation's. */
const ofInquiries = ['refused', 'other_order', 'other_method', 'ambiguous']

/** Why a row was not carried out, in a person's words; null where there is nothing to say. */
export function useReason({ state, reason }: Pick<BulkResult, 'state' | 'reason'>): Explained | null {
  const { t } = useTranslation(['bulk', 'operations'])
  const language = useLanguage()
  if (state === 'under_way') return { meaning: t('run.underWayWhat'), todo: '' }
  if (reason === null) return null
  if (isRefusal(reason)) return { meaning: t(`operations:refusal.${reason}`), todo: '' }
  if (reason === 'not_carried_out' || reason === 'unclear') {
    return { meaning: t(`operations:failure.${reason}`), todo: '' }
  }
  if (isFault(reason)) return explainUnknown({ reason, notSent: true }, language)
  const why = explainRefusal({ errorCode: reason }, language)
  return { ...why, meaning: `${why.meaning} (${reason})` }
}

function isRefusal(reason: string): reason is OperationRefusal {
  return operationRefusals.some((refusal) => refusal === reason)
}

function isFault(reason: string): reason is OperationUnknownReason {
  return reason === 'unfit_request' || (isUnknownReason(reason) && !ofInquiries.includes(reason))
}
