import type { Told } from '~/audit/history-event'
import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { explainRefusal } from '~/kuroneko/explain'
import { paymentMethods } from '~/orders/codes'

/** What an ordinary operation moved, whether Kuroneko was told, and what it answered where it refused. */
export function OperationFacts({ told: { details, outcome } }: { told: Told }) {
  const { t } = useTranslation(['operations', 'orders'])
  const { language, money } = useFormat()
  const { amount_before: before, amount_after: after, passed_on: passedOn, delivery } = details
  const { error_code: code, credit_error_code: credit, fee_before: feeBefore, fee_after: feeAfter } = details
  const [from, to] = [details.from, details.to].map((name) => paymentMethods.find((one) => one === name))
  return (
    <>
      {typeof delivery === 'number' && <span>{t('orders:detail.nth', { n: delivery })}</span>}
      {from && to && (
        <span>{t('history.method', { from: t(`orders:method.${from}`), to: t(`orders:method.${to}`) })}</span>
      )}
      {typeof feeBefore === 'number' && typeof feeAfter === 'number' && (
        <span>{t('history.fee', { before: money(feeBefore), after: money(feeAfter) })}</span>
      )}
      {typeof before === 'number' && typeof after === 'number' && (
        <span>{t('history.amount', { before: money(before), after: money(after) })}</span>
      )}
      {passedOn === true && <span>{t('history.passedOn')}</span>}
      {passedOn === false && <span className="text-amber">{t('history.notPassedOn')}</span>}
      {details.stock_returned === true && <span>{t('history.stock')}</span>}
      {details.changed_meanwhile === true && <span className="text-amber">{t('history.meanwhile')}</span>}
      {typeof code === 'string' && <span className="figures">{t('failure.code', { code })}</span>}
      {typeof code === 'string' && outcome === 'done' && (
        <span>
          {
            explainRefusal(
              { errorCode: code, creditErrorCode: typeof credit === 'string' ? credit : null },
              language,
            ).meaning
          }
        </span>
      )}
    </>
  )
}
