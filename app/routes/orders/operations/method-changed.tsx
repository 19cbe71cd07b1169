import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import type { FoundOrder } from '~/orders/find.server'
import { LinkButton } from '~/ui/button'
import { VerdictBox } from '~/ui/verdict-box'
import { usePanelAddress } from './panels'

/** After 決済方法変更: that the fee became 0 and is to be checked and corrected, and キャンセル → 未配送. */
export function MethodChanged({ order }: { order: FoundOrder }) {
  const { t } = useTranslation(['operations', 'orders'])
  const { money } = useFormat()
  const address = usePanelAddress()
  const amounts = { fee: money(order.fee), amount: money(order.amount) }
  return (
    <VerdictBox
      tone="look"
      title={t('method.changed', { method: t(`orders:method.${order.paymentMethod}`) })}
      end={
        <span className="flex flex-wrap gap-2.5">
          <LinkButton to={address({ operation: 'change_fee' })}>{t('fee.button')}</LinkButton>
          <LinkButton to={address({ operation: 'reset_shipping' })} tone="primary">
            {t('reset.button')}
          </LinkButton>
        </span>
      }
    >
      <p>{order.fee === 0 ? t('method.checkFee', amounts) : t('method.feeChecked', amounts)}</p>
      <p>{t('method.thenShip')}</p>
    </VerdictBox>
  )
}
