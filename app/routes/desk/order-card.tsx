import { Link } from '@remix-run/react'
import type { RequestDetail } from '~/corrections/detail.server'
import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { Card } from '~/ui/card'
import { type Entry, KeyValue } from '~/ui/key-value'
import { OrderNumber } from '~/ui/order-number'
import { Pill } from '~/ui/pill'
import { PaymentPill, ShippingPill, StatePill } from '~/ui/status-pills'
import { Time } from '~/ui/time'

type Order = NonNullable<RequestDetail['request']['order']>

/** The order as it stands now, and how the typed number led to it. */
export function OrderCard({ detail }: { detail: RequestDetail }) {
  const { request, others, changedSinceFiling } = detail
  const { t } = useTranslation('desk')
  const { order } = request
  const open = order && (
    <Link
      className="font-semibold text-primary underline"
      to={`/orders/${encodeURIComponent(order.number)}?shop=${request.shop.code}`}
    >
      {t('order.open')}
    </Link>
  )
  return (
    <Card title={t('order.title')} end={open}>
      <div className="grid gap-3">
        <div className="flex flex-wrap gap-2 empty:hidden">
          {request.onBehalf && <Pill hollow>{t('order.onBehalf')}</Pill>}
          {changedSinceFiling && !request.decidedAt && <Pill tone="amber">{t('order.changed')}</Pill>}
          {request.numberMatch !== 'exact' && (
            <Pill tone={request.numberMatch === 'none' ? 'red' : 'amber'}>
              {t(`order.match.${request.numberMatch}`)}
            </Pill>
          )}
        </div>
        <OrderFacts detail={detail} />
        {others.length > 0 && (
          <p className="flex flex-wrap items-center gap-2 text-sm text-amber">
            {t('order.others')}
            {others.map((other) => (
              <Link
                key={other.reference}
                to={`/desk/${other.reference}`}
                className="inline-flex gap-1.5 underline"
              >
                {other.reference} <StatePill state={other.state} />
              </Link>
            ))}
          </p>
        )}
      </div>
    </Card>
  )
}

function OrderFacts({ detail: { request } }: { detail: RequestDetail }) {
  const { t } = useTranslation('desk')
  const { money } = useFormat()
  const { order } = request
  const typed: Entry[] =
    request.numberMatch === 'exact'
      ? []
      : [{ key: t('order.typed'), value: <OrderNumber>{request.numberAsTyped}</OrderNumber> }]
  if (!order) return <KeyValue entries={typed} />
  return (
    <KeyValue
      entries={[
        ...typed,
        { key: t('order.now'), value: <PaymentPill status={order.paymentStatus} /> },
        { key: t('order.amount'), value: money(order.amount) },
        { key: t('order.ordered'), value: <Time at={order.orderedAt} show="day" /> },
        { key: t('order.carrier'), value: t(`order.carriers.${request.shop.carrierSetting}`) },
        ...order.deliveries.map((delivery) => ({
          key: t('order.delivery', { n: delivery.index + 1 }),
          value: <DeliveryFacts delivery={delivery} />,
        })),
      ]}
    />
  )
}

function DeliveryFacts({ delivery }: { delivery: Order['deliveries'][number] }) {
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <ShippingPill status={delivery.status} />
      {delivery.slipNumber && <span className="figures">{delivery.slipNumber}</span>}
      {delivery.carrier && <span className="text-muted">{delivery.carrier}</span>}
    </span>
  )
}
