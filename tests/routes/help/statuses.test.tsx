import { describe, expect, it, test } from 'vitest'
import {
  type PaymentStatus,
  paymentLabels,
  paymentStatuses,
  type ShippingStatus,
  shippingLabels,
  shippingStatuses,
} from '~/orders/statuses'
import { shippingWishLabels } from '~/orders/wishes'
import { PaymentMatrix } from '~/routes/help/statuses/payment-matrix'
import { cancelIsPassedOn, deliveryAt, possibleAt } from '~/routes/help/statuses/possible'
import { ShippingStatuses } from '~/routes/help/statuses/shipping-statuses'
import { saidBy } from './said-by'

/** The manual page: what can be done at each payment status. */
const manual: [status: PaymentStatus, possible: string[]][] = [
  ['authorized', ['ship', 'capture', 'cancel', 'modify']],
  ['captured', ['ship']],
  ['cancelled', ['change_method']],
  ['authorization_expired', ['ship', 'cancel']],
  ['failed', ['ship', 'cancel']],
  ['incomplete', ['ship', 'cancel']],
]

test.each(manual)('at %s one can %j', (status, possible) => {
  const found = possibleAt(status).filter(({ refusal }) => refusal === null)
  expect(found.map(({ operation }) => operation)).toEqual(possible)
})

test('only the cancellation of a 仮売上 is said to reach Kuroneko', () => {
  expect(paymentStatuses.filter(cancelIsPassedOn)).toEqual(['authorized'])
})

test('only of a captured order it is said that slip numbers which are there stay', () => {
  const said = paymentStatuses.filter((status) =>
    possibleAt(status).some(({ onlyWithoutSlip }) => onlyWithoutSlip),
  )
  expect(said).toEqual(['captured'])
})

const deliveries: [status: ShippingStatus, ships: boolean, needsSlip: boolean, resets: boolean][] = [
  ['unshipped', true, true, false],
  ['instructed', true, true, false],
  ['preparing', true, true, false],
  ['shipped', true, true, false],
  ['returned', true, false, false],
  ['cancelled', false, false, true],
]

test.each(deliveries)('a delivery that is %s', (status, ships, needsSlip, resets) => {
  const found = deliveryAt(status)
  expect([found.ships === null, found.needsSlip, found.resets === null]).toEqual([ships, needsSlip, resets])
})

describe.each(['ja', 'en'] as const)('in %s', (language) => {
  it('shows every payment status', () => {
    const said = saidBy(<PaymentMatrix />, language)
    for (const status of paymentStatuses) {
      expect(said).toContain(paymentLabels[status][language].replace(/ \(.+\)$/u, ''))
    }
  })

  it('shows every shipping status, and its name on a request', () => {
    const said = saidBy(<ShippingStatuses />, language)
    for (const status of shippingStatuses) {
      expect(said).toContain(shippingLabels[status][language])
      expect(said).toContain(shippingWishLabels[status][language])
    }
  })
})
