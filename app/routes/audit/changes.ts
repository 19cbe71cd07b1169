import type { Shown } from '~/audit/events'
import type { Told } from '~/audit/history-event'
import type { PaymentStatus, ShippingStatus } from '~/orders/statuses'

export type DeliveryChange = { place: number | null; from: ShippingStatus | null; to: ShippingStatus }
export type Changes = {
  payment: { from: PaymentStatus | null; to: PaymentStatus } | null
  deliveries: DeliveryChange[]
}

/** What an event changed of what the order shows, or what it showed first; null where nothing changed. */
export function changesBy({ before, after, outcome }: Told): Changes | null {
  if (!after || outcome === 'refused') return null
  const deliveries = deliveryChanges(before, after)
  const moved = before?.payment !== after.payment
  if (!moved && deliveries.length === 0) return null
  return { payment: moved ? { from: before?.payment ?? null, to: after.payment } : null, deliveries }
}

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
