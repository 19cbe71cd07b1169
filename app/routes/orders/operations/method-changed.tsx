import { useTranslation } from 'react-i18next'
import { useFormat } from '~/i18n/use-format'
import type { FoundOrder } from '~/orders/find.server'
import { LinkButton } from '~/ui/button'
import { VerdictBox } from '~/ui/verdict-box'
import { usePanelAddress } from './panels'

/** After 決済方法変更: that the fee became 0 and is to be checked, and キャンセル → 未配送. */
export function MethodChanged({ order }: { order: FoundOrder }) {
  const { t } = useTranslation(['operations', 'orders'])
  const { money } = useFormat()
  const address = usePanelAddress()
  return (
    <VerdictBox
      tone="look"
      title={t('method.changed', { method: t(`orders:method.${order.paymentMethod}`) })}
      end={
        <LinkButton to={address({ operation: 'reset_shipping' })} tone="primary">
          {t('reset.button')}
        </LinkButton>
      }
    >
      <p>{t('method.checkFee', { amount: money(order.amount) })}</p>
      <p>{t('method.thenShip')}</p>
    </VerdictBox>
  )
}
