import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import type { FoundOrder } from '~/orders/find.server'
import { isLinked } from '~/orders/operations/allowed'
import { Consequences } from './consequences'
import type { PanelProps } from './panels'
import { PlainForm } from './plain-form'

/** キャンセル処理: whether Kuroneko is told, before anything happens. */
export function CancelPanel({ order, standing: { cancelReaches, version } }: PanelProps) {
  const { t } = useTranslation('operations')
  const { money } = useFormat()
  const several = order.deliveries.length > 1
  return (
    <PlainForm
      intent="cancel"
      version={version}
      tone="danger"
      confirm={t(cancelReaches ? 'cancel.confirmThere' : 'cancel.confirmHere')}
    >
      <p className="font-bold">{t(cancelReaches ? 'cancel.questionThere' : 'cancel.questionHere')}</p>
      <Consequences
        of={[
          cancelReaches
            ? { key: 'there', tone: 'reaches', words: t('cancel.reaches', { amount: money(order.amount) }) }
            : { key: 'here', tone: 'careful', words: t(whyHere(order)) },
          {
            key: 'all',
            tone: 'here',
            words: several ? t('cancel.all', { count: order.deliveries.length }) : t('cancel.shipping'),
          },
          { key: 'stock', tone: 'here', words: t('cancel.stock') },
        ]}
      />
    </PlainForm>
  )
}

function whyHere(order: FoundOrder) {
  if (!isLinked(order)) return 'cancel.hereNotLinked'
  return order.paymentStatus === 'incomplete' ? 'cancel.hereIncomplete' : 'cancel.here'
}
