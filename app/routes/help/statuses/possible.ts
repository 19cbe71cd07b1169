import {
  cancelReachesKuroneko,
  deliveryRefused,
  type Operation,
  type OperationRefusal,
  operations,
  refusalOf,
} from '~/orders/operations/allowed'
import type { PaymentStatus, ShippingStatus } from '~/orders/statuses'
import { now, ordinaryOrder, ready } from '../ordinary-order'

/** Those that the payment status decides on; what follows a change of method goes by that, and 未配送に戻す by the deliveries. */
export const paymentOperations = operations.filter(
  (operation) => operation !== 'change_fee' && operation !== 'reset_shipping',
)

export type Possible = {
  operation: Operation
  refusal: OperationRefusal | null
  /** A slip number that Kuroneko has been given stays as it is: only deliveries without one can be shipped. */
  onlyWithoutSlip: boolean
}

/** What can be done with an ordinary order at a payment status, by asking the rules themselves. */
export function possibleAt(status: PaymentStatus): Possible[] {
  return paymentOperations.map((operation) => ({
    operation,
    refusal: refusalOf(operation, ordinaryOrder(status), now),
    onlyWithoutSlip: operation === 'ship' && deliveryRefused(ordinaryOrder(status), 0) !== null,
  }))
}

/** Whether Kuroneko is told when an order at this status is cancelled. */
export function cancelIsPassedOn(status: PaymentStatus): boolean {
  return cancelReachesKuroneko(ordinaryOrder(status))
}

/** What a delivery's status allows and asks for, by asking the rules themselves. */
export function deliveryAt(status: ShippingStatus) {
  const delivery = { ...ready, status }
  const unslipped = ordinaryOrder('authorized', { deliveries: [{ ...delivery, slipNumber: null }] })
  const changed = ordinaryOrder('cancelled', { paymentMethod: 'bank_transfer', deliveries: [delivery] })
  return {
    ships: deliveryRefused(ordinaryOrder('authorized', { deliveries: [delivery] }), 0),
    needsSlip: refusalOf('capture', unslipped, now) === 'slip_missing',
    resets: refusalOf('reset_shipping', changed, now),
  }
}
