import type { ReactNode } from 'react'
import type { Told } from '~/audit/history-event'
import { useTranslation } from '~/i18n/use-translation'
import { StatusChange } from '~/ui/status-change'
import { PaymentPill, ShippingPill } from '~/ui/status-pills'
import { changesBy } from './changes'

/** What an event changed, as pills. A correction's change stands out from those of ordinary operations. */
export function ShownChange({ told }: { told: Told }) {
  const { t } = useTranslation('audit')
  const changes = changesBy(told)
  if (!changes) return null
  const { payment, deliveries } = changes
  return (
    <div
      className={`mt-1 flex flex-wrap items-center gap-x-4 gap-y-1.5 ${told.action === 'order.corrected' ? 'rounded-6 bg-ground px-3 py-1.5 print:border print:border-black' : ''}`}
    >
      {payment && (
        <Labelled label={t('details.payment')}>
          <Pills before={payment.from && <PaymentPill status={payment.from} />}>
            <PaymentPill status={payment.to} />
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
