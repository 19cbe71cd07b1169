import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { CaptureLeft } from '../capture-left'
import { Consequences } from './consequences'
import type { PanelProps } from './panels'
import { PlainForm } from './plain-form'

/** 売上確定: what is sent, and that there is no way back from here. */
export function CapturePanel({ order, standing }: PanelProps) {
  const { t } = useTranslation('operations')
  const { money } = useFormat()
  const { slips, version } = standing
  const leaving = order.deliveries.filter(({ status }) => status !== 'cancelled' && status !== 'returned')
  const slipWords = slips.length > 0 ? t('capture.slips', { slips: slips.join(', ') }) : t('capture.noSlips')
  return (
    <PlainForm intent="capture" version={version} confirm={t('capture.confirm')}>
      <p className="font-bold">{t('capture.question')}</p>
      <Consequences
        of={[
          { key: 'reaches', tone: 'reaches', words: t('capture.reaches', { amount: money(order.amount) }) },
          { key: 'slips', tone: 'reaches', words: slipWords },
          { key: 'shipping', tone: 'here', words: t('capture.shipping') },
          leaving.some(({ status }) => status !== 'shipped') && {
            key: 'unshipped',
            tone: 'careful',
            words: t('capture.unshipped'),
          },
          { key: 'final', tone: 'careful', words: t('capture.final') },
        ]}
      />
      <p className="flex flex-wrap gap-x-3 text-sm">
        <span className="text-muted">{t('card.left')}</span>
        <CaptureLeft order={order} until />
      </p>
    </PlainForm>
  )
}
