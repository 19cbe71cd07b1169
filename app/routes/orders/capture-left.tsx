import { useTranslation } from '~/i18n/use-translation'
import { daysLeftToCapture, lastCaptureDay } from '~/orders/capture-period'
import type { PaymentStatus } from '~/orders/statuses'
import { useNow } from '~/ui/time'

/** Days within which it is time to hurry. */
const few = 7

/** How long the sale can still be captured; nothing for an order that is not 仮売上. */
export function CaptureLeft({
  order,
  until = false,
}: {
  order: { orderedAt: Date; paymentStatus: PaymentStatus }
  /** Names the last day too. */
  until?: boolean
}) {
  const { t } = useTranslation('orders')
  const now = useNow()
  if (order.paymentStatus !== 'authorized') return null
  const left = daysLeftToCapture(order.orderedAt, now)
  const words =
    left > 0 ? t('capture.left', { count: left }) : t(left === 0 ? 'capture.today' : 'capture.over')
  return (
    <span className={left < few ? 'font-bold text-orange' : 'text-muted'}>
      <span className="whitespace-nowrap">{words}</span>
      {until && left > 0 && (
        <span className="ml-2 inline-block font-normal whitespace-nowrap text-muted">
          {t('capture.until', { day: lastCaptureDay(order.orderedAt) })}
        </span>
      )}
    </span>
  )
}
