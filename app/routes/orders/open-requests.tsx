import { Link } from '@remix-run/react'
import type { openRequestsOf } from '~/corrections/of-order.server'
import { useTranslation } from '~/i18n/use-translation'
import { OrderNumber } from '~/ui/order-number'
import { PaymentPill, ShippingPill, StatePill } from '~/ui/status-pills'
import { Time } from '~/ui/time'

/** The requests that are under way for an order, each with what it wishes for. */
export function OpenRequests({
  requests,
  staff,
}: {
  requests: Awaited<ReturnType<typeof openRequestsOf>>
  staff: boolean
}) {
  const { t } = useTranslation('orders')
  if (requests.length === 0) return <p className="text-muted">{t('detail.noOpen')}</p>
  return (
    <ul className="grid gap-3">
      {requests.map(({ reference, state, paymentWish, shippingWish, filedAt }) => (
        <li key={reference} className="grid gap-1.5">
          <span className="flex flex-wrap items-center gap-2">
            <Link
              to={`${staff ? '/desk' : '/requests'}/${reference}`}
              className="font-bold text-primary hover:underline"
            >
              <OrderNumber>{reference}</OrderNumber>
            </Link>
            <StatePill state={state} />
            <span className="text-xs text-muted">
              <Time at={filedAt} show="ago" />
            </span>
          </span>
          <span className="flex flex-wrap gap-1.5">
            <PaymentPill status={paymentWish} />
            <ShippingPill status={shippingWish} />
          </span>
        </li>
      ))}
    </ul>
  )
}
