import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Shown } from '~/audit/events'
import type { Told } from '~/audit/history-event'
import type { ShippingStatus } from '~/orders/statuses'
import { StatusChange } from '~/ui/status-change'
import { PaymentPill, ShippingPill } from '~/ui/status-pills'

/**
 * What an event changed of what the order shows, or what it showed first; nothing where nothing changed. A correction's
 * change stands out from those of ordinary operations.
 */
export function ShownChange({ told: { action, before, after, outcome } }: { told: Told }) {
  const { t } = useTranslation('audit')
  if (!after || outcome === 'refused') return null
  const deliveries = deliveryChanges(before, after)
  const payment = before?.payment !== after.payment
  if (!payment && deliveries.length === 0) return null
  return (
    <div
      className={`mt-1 flex flex-wrap items-center gap-x-4 gap-y-1.5 ${action === 'order.corrected' ? 'rounded-6 bg-ground px-3 py-1.5 print:border print:border-black' : ''}`}
    >
      {payment && (
        <Labelled label={t('details.payment')}>
          <Pills before={before && <PaymentPill status={before.payment} />}>
            <PaymentPill status={after.payment} />
          </Pills>
        </Labelled>
      )}
      {deliveries.map(({ place, from, to }) => (
        <Labelled
          key={place ?? 'all'}
          label={
            place === null ? t('details.shipping') : t('details.shippingOf', { number: String(place + 1) })
          }
        >
          <Pills before={from && <ShippingPill status={from} />}>
            <ShippingPill status={to} />
          </Pills>
        </Labelled>
      ))}
    </div>
  )
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-2 text-sm">
      <span className="text-xs text-muted">{label}</span>
      {children}
    </span>
  )
}

function Pills({ before, children }: { before: ReactNode; children: ReactNode }) {
  return before ? <StatusChange before={before} after={children} /> : children
}

type DeliveryChange = { place: number | null; from: ShippingStatus | null; to: ShippingStatus }

/** One entry for all deliveries that moved alike (`place` null), else one for each that moved. */
function deliveryChanges(before: Shown | null, after: Shown): DeliveryChange[] {
  const changes = after.deliveries.map((to, place) => ({
    place,
    from: before?.deliveries[place] ?? null,
    to,
  }))
  const moved = changes.filter(({ from, to }) => from !== to)
  const [first] = moved
  if (!first) return []
  const alike = moved.every(({ from, to }) => from === first.from && to === first.to)
  return alike && moved.length === changes.length ? [{ ...first, place: null }] : moved
}
