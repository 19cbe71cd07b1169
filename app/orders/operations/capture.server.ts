import { kuronekoNumberOf } from '~/kuroneko/number'
import type { Desk } from '~/staff/desk.server'
import { shippingDeliveries } from './allowed'
import { begin, type PlannedCall } from './begin.server'
import { isYamato } from './carriers'
import { type Operating, operateOn } from './operate.server'

/** Begins 売上確定: its intent is written, and `conduct` carries it out. */
export function beginCapture(desk: Desk, orderId: string, version?: number) {
  return operateOn(
    desk,
    orderId,
    'capture',
    (operating) => begin(operating, 'capture', shipments(operating)),
    version,
  )
}

/** One E01 per slip; where no delivery has one, one for the order with its number in the slip's place (`kuroneko.md` §4). */
function shipments({ order, shop }: Operating): PlannedCall[] {
  const slips = new Map<string, string>()
  for (const { slipNumber, carrier } of shippingDeliveries(order.deliveries)) {
    if (slipNumber) slips.set(slipNumber, isYamato(carrier, shop.carrierSetting) ? '00' : '99')
  }
  if (slips.size === 0) slips.set(kuronekoNumberOf(order).number, '99')
  return [...slips].map(([slip_no, delivery_service_code]) => ({
    function: 'E01',
    fields: { slip_no, delivery_service_code },
  }))
}
