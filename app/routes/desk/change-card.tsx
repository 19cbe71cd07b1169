import type { RequestDetail } from '~/corrections/detail.server'
import { useTranslation } from '~/i18n/use-translation'
import { Card } from '~/ui/card'
import { StatusChange } from '~/ui/status-change'
import { PaymentPill, ShippingPill } from '~/ui/status-pills'

/** What the request changes, before and after; each delivery on its own line. */
export function ChangeCard({ detail }: { detail: RequestDetail }) {
  const { t } = useTranslation(['common', 'desk'])
  return (
    <Card title={t('desk:change.title')} end={t('desk:change.shown')}>
      <dl className="grid items-center gap-x-3.5 gap-y-2.5 sm:grid-cols-[max-content_1fr]">
        <dt className="text-sm text-muted">{t('change.payment')}</dt>
        <dd>
          <PaymentChange detail={detail} />
        </dd>
        <dt className="self-start text-sm text-muted">{t('change.shipping')}</dt>
        <dd className="grid gap-1.5">
          <DeliveryChanges detail={detail} />
        </dd>
      </dl>
    </Card>
  )
}

function PaymentChange({ detail: { request, approval } }: { detail: RequestDetail }) {
  const after = <PaymentPill status={request.paymentWish} />
  if (!approval || request.state === 'applied') return after
  return <StatusChange before={<PaymentPill status={approval.before.payment} />} after={after} />
}

function DeliveryChanges({ detail: { request } }: { detail: RequestDetail }) {
  const { t } = useTranslation('desk')
  const after = <ShippingPill status={request.shippingWish} />
  if (!request.order || request.state === 'applied') return <span>{after}</span>
  const { deliveries } = request.order
  return deliveries.map((delivery) => (
    <span key={delivery.id} className="flex flex-wrap items-center gap-2">
      {deliveries.length > 1 && (
        <span className="text-xs text-muted">{t('order.delivery', { n: delivery.index + 1 })}</span>
      )}
      <StatusChange before={<ShippingPill status={delivery.status} />} after={after} />
    </span>
  ))
}
