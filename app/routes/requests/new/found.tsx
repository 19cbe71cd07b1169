import { Link } from '@remix-run/react'
import { Check, CircleHelp, type LucideIcon, WifiOff } from 'lucide-react'
import type { ReactNode } from 'react'
import type { LookedUp } from '~/corrections/forms'
import { formatDay } from '~/i18n/format'
import { useFormat } from '~/i18n/use-format'
import { useTranslation } from '~/i18n/use-translation'
import { Icon } from '~/ui/icon'
import { Spinner } from '~/ui/spinner'
import { PaymentPill, ShippingPill } from '~/ui/status-pills'
import type { Known } from './use-orders'

/** Below the number: its order as it stands, or that there is none. */
export function Found({ known }: { known: Known }) {
  const { t } = useTranslation('requests')
  return (
    <div role="status" className="empty:hidden">
      {known === 'searching' && (
        <Note icon={<Spinner />}>
          <span className="text-muted">{t('order.searching')}</span>
        </Note>
      )}
      {known === 'unreachable' && <Note icon={<Mark of={WifiOff} />}>{t('order.unreachable')}</Note>}
      {typeof known === 'object' && (known.order ? <FoundOrder order={known.order} /> : <Missing />)}
    </div>
  )
}

function FoundOrder({ order }: { order: LookedUp }) {
  const { t } = useTranslation('requests')
  const { money } = useFormat()
  const { number, match, shown, amount, orderedAt, open } = order
  const statuses = [...new Set(shown.deliveries)]
  const facts = { amount: money(amount), day: formatDay(new Date(orderedAt)), count: shown.deliveries.length }
  return (
    <Note icon={<Mark of={Check} color="text-green-mark" />}>
      <span className="font-semibold">{t('order.found')}</span>
      <span className="flex flex-wrap items-center gap-1.5">
        <span className="text-muted">{t('order.now')}</span>
        <PaymentPill status={shown.payment} />
        {statuses.map((status) => (
          <ShippingPill key={status} status={status} />
        ))}
      </span>
      <span className="text-muted">{t('order.facts', facts)}</span>
      {match === 'normalised' && (
        <span className="w-full text-muted">{t('order.normalised', { number })}</span>
      )}
      {match === 'without_suffix' && (
        <span className="w-full font-semibold text-amber">{t('order.withoutSuffix', { number })}</span>
      )}
      {open && (
        <Link to={`/requests/${open}`} className="font-semibold text-primary underline underline-offset-2">
          {t('order.open', { reference: open })}
        </Link>
      )}
    </Note>
  )
}

function Missing() {
  const { t } = useTranslation('requests')
  return (
    <div className="flex items-start gap-2.5 rounded-6 bg-amber-soft px-3 py-2 text-sm text-amber">
      <Icon of={CircleHelp} className="mt-1" />
      {t('order.missing')}
    </div>
  )
}

function Note({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <div className="flex items-start gap-2.5 rounded-6 bg-ground px-3 py-2 text-sm">
      <span className="mt-1">{icon}</span>
      <div className="flex min-w-0 flex-wrap items-center gap-x-3.5 gap-y-1">{children}</div>
    </div>
  )
}

function Mark({ of, color = 'text-muted' }: { of: LucideIcon; color?: string }) {
  return <Icon of={of} className={color} />
}
