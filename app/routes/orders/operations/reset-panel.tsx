import { useTranslation } from '~/i18n/use-translation'
import { Consequences } from './consequences'
import type { PanelProps } from './panels'
import { PlainForm } from './plain-form'

/** キャンセル → 未配送, once the payment method was changed. */
export function ResetPanel({ order, standing }: PanelProps) {
  const { t } = useTranslation('operations')
  const count = order.deliveries.filter(({ status }) => status === 'cancelled').length
  return (
    <PlainForm intent="reset_shipping" version={standing.version} confirm={t('reset.confirm')}>
      <p className="font-bold">{t('reset.question')}</p>
      <Consequences
        of={[
          { key: 'what', tone: 'here', words: t('reset.what', { count }) },
          { key: 'stock', tone: 'here', words: t('reset.stock') },
          { key: 'here', tone: 'here', words: t('reset.here') },
        ]}
      />
    </PlainForm>
  )
}
