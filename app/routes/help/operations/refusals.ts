import { carrierSettings, paymentMethods } from '~/orders/codes'
import {
  deliveryRefused,
  type Operation,
  type OperationRefusal,
  operationRefusals,
  refusalOf,
  type StandingDelivery,
  type StandingOrder,
  shipmentRefused,
} from '~/orders/operations/allowed'
import { carrierLabels } from '~/orders/operations/carriers'
import { methodRefusal } from '~/orders/operations/methods'
import { normaliseSlip } from '~/orders/operations/slip-typed'
import { paymentStatuses, shippingStatuses } from '~/orders/statuses'
import { now, ordinaryOrder, ready, typedSlips } from '../ordinary-order'

/** What an operation finds only in carrying it out: by what was entered, or by the stock. */
const foundInActing: Partial<Record<Operation, OperationRefusal[]>> = {
  cancel: ['one_of_several'],
  modify: ['nothing_changed', 'out_of_stock'],
  change_fee: ['nothing_changed'],
  reset_shipping: ['out_of_stock'],
}

/** Why each operation may be refused, by asking the rules about every kind of order; in the order of the list. */
export function refusalsByOperation(): Record<Operation, OperationRefusal[]> {
  const orders = everyKindOfOrder()
  const refusals = (operation: Operation) => {
    const found = new Set(orders.flatMap((order) => refusalsOf(operation, order)))
    for (const refusal of foundInActing[operation] ?? []) found.add(refusal)
    return operationRefusals.filter((refusal) => found.has(refusal) && !commonRefusals.includes(refusal))
  }
  return {
    ship: refusals('ship'),
    capture: refusals('capture'),
    cancel: refusals('cancel'),
    modify: refusals('modify'),
    change_method: refusals('change_method'),
    change_fee: refusals('change_fee'),
    reset_shipping: refusals('reset_shipping'),
  }
}

/** Those that say nothing of the operation itself. */
export const commonRefusals: readonly OperationRefusal[] = ['not_found', 'invalid', 'under_way', 'stale']

function refusalsOf(operation: Operation, order: StandingOrder): OperationRefusal[] {
  return [refusalOf(operation, order, now), ...inForms(operation, order)].filter(
    (refusal) => refusal !== null,
  )
}

/** What only the operation's form can run into. */
function inForms(operation: Operation, order: StandingOrder): (OperationRefusal | null)[] {
  if (operation === 'change_method') {
    return paymentMethods.flatMap((to) =>
      [true, false].map((manualLink) => methodRefusal(order.paymentMethod, to, manualLink)),
    )
  }
  if (operation !== 'ship') return []
  return [
    deliveryRefused(order, 0),
    ...order.deliveries.map(({ slipNumber, carrier }) =>
      shipmentRefused(order, 0, { slipNumber, carrier: carrier ?? '' }),
    ),
  ]
}

function everyKindOfOrder(): StandingOrder[] {
  const ages = [new Date('2025-10-01T12:00:00+09:00'), ordinaryOrder('authorized').orderedAt, now]
  return paymentStatuses.flatMap((status) =>
    (['kuroneko_card', 'bank_transfer'] as const).flatMap((paymentMethod) =>
      ages.flatMap((orderedAt) =>
        carrierSettings.flatMap((carrierSetting) =>
          everyKindOfDelivery().map((delivery) =>
            ordinaryOrder(status, { paymentMethod, orderedAt, carrierSetting, deliveries: [delivery] }),
          ),
        ),
      ),
    ),
  )
}

function everyKindOfDelivery(): StandingDelivery[] {
  return [
    ...shippingStatuses.map((status) => ({ ...ready, status })),
    { ...ready, slipNumber: null },
    ...typedSlips.map((typed) => ({ ...ready, slipNumber: normaliseSlip(typed).slipNumber })),
    { ...ready, carrier: carrierLabels.sagawa.ja },
  ]
}
