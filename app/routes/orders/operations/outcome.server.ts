import { formatMoney } from '~/i18n/format'
import type { Language } from '~/i18n/languages'
import type { Translator } from '~/i18n/translator.server'
import type { FoundOrder } from '~/orders/find.server'
import type { OperationRefusal } from '~/orders/operations/allowed'
import type { ToastWords } from '~/ui/toast.server'
import type { DoneAct } from './act.server'

/** What a page says after an act: done, refused by Kuroneko, or not known yet. */
export function outcomeToast(
  { operation, state, told }: DoneAct,
  after: FoundOrder,
  t: Translator,
  language: Language,
): ToastWords {
  const named = { operation: t(`operations:name.${operation}`) }
  if (state === 'under_way') return { tone: 'info', message: t('operations:underWay.toast') }
  if (state === 'failed') return { tone: 'bad', message: t('operations:failure.toastFailed', named) }
  if (state === 'not_done') return { tone: 'bad', message: t('operations:failure.toastNotDone', named) }
  switch (operation) {
    case 'ship':
      return { message: t('operations:ship.done') }
    case 'capture':
      return { message: t('operations:capture.done') }
    case 'cancel':
      return told
        ? { message: t('operations:cancel.done') }
        : { tone: 'info', message: t('operations:cancel.doneHere') }
    case 'modify':
      return told
        ? { message: t('operations:modify.doneThere', { amount: formatMoney(language, after.amount) }) }
        : { message: t('operations:modify.done') }
    case 'change_method':
      return { message: t('operations:method.done', { method: t(`orders:method.${after.paymentMethod}`) }) }
    case 'change_fee':
      return {
        message: t('operations:fee.done', {
          fee: formatMoney(language, after.fee),
          amount: formatMoney(language, after.amount),
        }),
      }
    case 'reset_shipping':
      return { message: t('operations:reset.done') }
  }
}

/** The HTTP status of a refused act. */
export function statusOfRefusal(refusal: OperationRefusal): number {
  if (refusal === 'not_found') return 404
  return refusal === 'invalid' || refusal.startsWith('slip_') ? 422 : 409
}
