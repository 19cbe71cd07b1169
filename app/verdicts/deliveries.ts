import { type SlipFault, slipFault } from '~/orders/slip-number'
import type { ShippingStatus } from '~/orders/statuses'
import type { Case } from './facts'
import type { Findings } from './findings'
import type { NamedDelivery } from './rules'

/** The table "Deliveries" of `verdicts.md`. A wish of no change leaves each delivery as it is, and is judged as that. */
export function judgeDeliveries(facts: Case, findings: Findings) {
  const { now, after } = facts
  if (after.payment === 'cancelled') judgeCancelled(facts, findings)
  if (after.payment === 'captured' || after.payment === 'authorized') {
    const deliveries = named(after.deliveries, (status) => status === 'cancelled')
    if (deliveries.length > 0) {
      findings.add('delivery_contradicts_payment', { payment: after.payment, deliveries })
    }
  }
  if (now.deliveries.length > 1) findings.add('several_deliveries', { deliveries: named(now.deliveries) })
  judgeSlips(facts, findings)
}

function judgeCancelled({ now, after, request }: Case, findings: Findings) {
  const staysCancelled = now.payment === 'cancelled'
  const reopens = (status: ShippingStatus, at: number) =>
    staysCancelled && status === 'unshipped' && now.deliveries[at] === 'cancelled'
  const reopened = named(after.deliveries, reopens)
  const open = named(after.deliveries, (status, at) => isOpen(status) && !reopens(status, at))
  if (open.length > 0) findings.add('delivery_still_open', { deliveries: open })
  if (reopened.length > 0) findings.add('delivery_reopened', { deliveries: reopened })
  if (request.paymentWish === 'cancelled') {
    const gone = named(now.deliveries, (status) => status === 'shipped')
    if (gone.length > 0) findings.add('goods_have_left', { deliveries: gone })
  }
}

function isOpen(status: ShippingStatus): boolean {
  return status !== 'cancelled' && status !== 'returned'
}

/** A shop that sends with Yamato only cannot have captured without a slip number that Kuroneko takes. */
function judgeSlips({ order, request }: Case, findings: Findings) {
  if (order.carrierSetting !== 'yamato_only' || request.paymentWish !== 'captured') return
  const slips: { place: number; fault: SlipFault }[] = []
  order.deliveries.forEach(({ slipNumber }, at) => {
    const fault = slipFault(slipNumber)
    if (fault) slips.push({ place: at + 1, fault })
  })
  if (slips.length > 0 || order.deliveries.length === 0) findings.add('slip_number_missing', { slips })
}

function named(
  statuses: readonly ShippingStatus[],
  which: (status: ShippingStatus, at: number) => boolean = () => true,
): NamedDelivery[] {
  const deliveries: NamedDelivery[] = []
  statuses.forEach((status, at) => {
    if (which(status, at)) deliveries.push({ place: at + 1, status })
  })
  return deliveries
}
