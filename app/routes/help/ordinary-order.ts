import { type StandingDelivery, type StandingOrder, slipRefused } from '~/orders/operations/allowed'
import { carrierLabels } from '~/orders/operations/carriers'
import type { PaymentStatus } from '~/orders/statuses'

/** An order as it mostly is, to ask the rules about: paid by card at Kuroneko, a week old, one delivery ready to ship. */

export const now = new Date('2026-01-15T12:00:00+09:00')

/** A slip number that Yamato takes: the last digit is the check digit. */
export const goodSlip = '123456789013'

export const ready: StandingDelivery = {
  status: 'unshipped',
  slipNumber: goodSlip,
  carrier: carrierLabels.yamato.ja,
}

export function ordinaryOrder(
  paymentStatus: PaymentStatus,
  more: Partial<StandingOrder> = {},
): StandingOrder {
  return {
    paymentStatus,
    paymentMethod: 'kuroneko_card',
    origin: 'platform',
    orderedAt: new Date('2026-01-08T12:00:00+09:00'),
    deliveries: [ready],
    carrierSetting: 'yamato_only',
    underWay: false,
    ...more,
  }
}

/** What people type for a slip number, one for each way in which it may be wrong. */
export const typedSlips = [
  goodSlip,
  '１２３４－５６７８－９０１３',
  '1234 5678 9012',
  '12345',
  '1234567890123',
  'AB3456789013',
]

/** Whether a slip number that was made half-width is taken, by Yamato's rules and by the others'. */
export function slipVerdicts(slipNumber: string) {
  return { yamato: slipRefused(slipNumber, true), other: slipRefused(slipNumber, false) }
}
