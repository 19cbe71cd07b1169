import type { Desk } from '~/staff/desk.server'
import { recordOnOrder, shownBy } from '../record.server'
import { shipmentRefused } from './allowed'
import { carrierLabels } from './carriers'
import { operateOn, refused } from './operate.server'
import type { Shipment } from './shipment'

/**
 * Sets a delivery to 配送完了 with its slip number and carrier. Nothing goes to Kuroneko: the slip does, with the
 * capture. Slips are checked by the platform's rule and, for Yamato, by Yamato's before anything is stored.
 */
export function ship(desk: Desk, orderId: string, { delivery: at, version, ...input }: Shipment) {
  return operateOn(
    desk,
    orderId,
    'ship',
    async ({ tx, order, standing, event }) => {
      const slipNumber = input.slipNumber || null
      const carrier = carrierLabels[input.carrier].ja
      const refusal = shipmentRefused(standing, at, { slipNumber, carrier })
      const delivery = order.deliveries[at]
      if (refusal || !delivery) return refused(refusal ?? 'invalid', at)
      const before = shownBy(order)
      const deliveries = before.deliveries.map((status, i) => (i === at ? 'shipped' : status))
      const after = { ...before, deliveries }
      await tx.delivery.update({ where: { id: delivery.id }, data: { slipNumber, carrier } })
      const details = { delivery: at + 1, slipNumbers: slipNumber, carrier }
      await recordOnOrder(tx, order, [event(details, { before, after })], after)
      return { ok: true as const }
    },
    version,
  )
}
