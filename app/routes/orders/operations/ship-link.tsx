import { useTranslation } from '~/i18n/use-translation'
import type { OrderStanding } from '~/orders/operations/standing.server'
import { LinkButton } from '~/ui/button'
import { usePanelAddress } from './panels'

/** 「配送ステータスを変更する」 of one delivery, or why it cannot be. */
export function ShipLink({
  standing,
  at,
  several,
}: {
  standing: OrderStanding
  at: number
  several: boolean
}) {
  const { t } = useTranslation('operations')
  const address = usePanelAddress()
  // What stands against the order as a whole is said once, below the table.
  if (standing.refusals.ship) return '–'
  const refusal = standing.deliveries[at]
  if (refusal) return <span className="text-xs text-muted">{t(`refusal.${refusal}`)}</span>
  return (
    <LinkButton
      to={address({ operation: 'ship', delivery: at })}
      size="sm"
      aria-label={several ? t('ship.buttonNth', { n: at + 1 }) : t('ship.button')}
    >
      {t('ship.short')}
    </LinkButton>
  )
}
