import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { formatMinute } from '~/i18n/format'
import { useTranslation } from '~/i18n/use-translation'
import type { FoundOrder } from '~/orders/find.server'
import { minutesBeforeCancelling, type Operation, type OperationRefusal } from '~/orders/operations/allowed'
import type { OrderStanding } from '~/orders/operations/standing.server'
import { usePanelAddress } from './panels'

type Props = {
  operation: Operation
  refusal: OperationRefusal
  order: FoundOrder
  standing: OrderStanding
}

/** Why an operation is not possible now, and the way out where there is one. */
export function WhyNot(props: Props) {
  const { t } = useTranslation('operations')
  return (
    <div className="grid gap-1 text-sm">
      <p>{t(`refusal.${props.refusal}`)}</p>
      <WayOut {...props} />
    </div>
  )
}

function WayOut({ operation, refusal, order, standing }: Props): ReactNode {
  const { t } = useTranslation('operations')
  const address = usePanelAddress()
  if (refusal === 'already_captured' && operation === 'cancel') return <CancelThere order={order} />
  if (refusal === 'already_captured' && operation === 'modify') return <Way>{t('way.modifyCaptured')}</Way>
  if (refusal === 'authorization_expired' || refusal === 'too_late') return <Way>{t('way.expired')}</Way>
  if (refusal === 'payment_incomplete') return <Way>{t('way.incomplete')}</Way>
  if (refusal === 'payment_failed' && operation === 'capture') {
    return (
      <Way>
        {t('way.failed')} <WayLink to={askAddress(order)}>{t('way.ask')}</WayLink>
      </Way>
    )
  }
  if (refusal === 'too_early') {
    const time = new Date(order.orderedAt.getTime() + minutesBeforeCancelling * 60_000)
    return <Way>{t('way.notBefore', { time: formatMinute(time) })}</Way>
  }
  if (refusal === 'not_cancelled' && standing.refusals.cancel === null) {
    return <WayLink to={address({ operation: 'cancel' })}>{t('way.cancelFirst')}</WayLink>
  }
  if (refusal === 'method_not_changed') return <FeeElsewhere standing={standing} />
  if (operation === 'capture' && standing.slipAt !== null) {
    const words = order.deliveries.length > 1 ? t('way.shipNth', { n: standing.slipAt + 1 }) : t('way.ship')
    return <WayLink to={address({ operation: 'ship', delivery: standing.slipAt })}>{words}</WayLink>
  }
  return null
}

/** Where the fee is corrected of an order that is still Kuroneko's. */
function FeeElsewhere({ standing: { refusals } }: { standing: OrderStanding }) {
  const { t } = useTranslation('operations')
  const address = usePanelAddress()
  if (refusals.modify === null) {
    return (
      <Way>
        {t('way.feeInModify')} <WayLink to={address({ operation: 'modify' })}>{t('way.modify')}</WayLink>
      </Way>
    )
  }
  if (refusals.change_method !== null) return null
  return <WayLink to={address({ operation: 'change_method' })}>{t('way.methodFirst')}</WayLink>
}

/** Captured: cancelled in Kuroneko's admin first, then a correction of what is shown, ready-filled. */
function CancelThere({ order }: { order: FoundOrder }) {
  const { t } = useTranslation('operations')
  return (
    <ol className="list-decimal pl-5 text-muted">
      <li>{t('way.kuroneko', { number: order.kuronekoOrderNumber ?? order.number })}</li>
      <li>
        {t('way.thenAsk')} <WayLink to={askAddress(order, true)}>{t('way.askFilled')}</WayLink>
      </li>
    </ol>
  )
}

/** The request form for this order; `cancelled` fills in that it was cancelled at Kuroneko. */
function askAddress({ number }: FoundOrder, cancelled = false): string {
  const filled = { payment: 'cancelled', shipping: 'cancelled', claim: 'cancelled' }
  return `/requests/new?${new URLSearchParams({ order: number, ...(cancelled && filled) })}`
}

function Way({ children }: { children: ReactNode }) {
  return <p className="text-muted">{children}</p>
}

function WayLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} className="font-semibold text-primary underline underline-offset-2">
      {children}
    </Link>
  )
}
