import type { Desk } from '~/staff/desk.server'
import { shopScope } from '~/staff/desk.server'
import { normaliseOrderNumber } from '../../number'
import {
  type OperationRefusal,
  refusalOf,
  type StandingOrder,
  shipmentRefused,
  shippingDeliveries,
} from '../allowed'
import { type Carrier, carrierChoice, carrierLabels } from '../carriers'
import { mostOrders } from './most'

/** A row as it was chosen or typed: an order, and for shipping what goes with one of its deliveries. */
export type BulkRow = {
  number: string
  /** From 0; without one, the first delivery that has not been named yet. */
  delivery?: number | undefined
  slipNumber?: string | undefined
  carrier?: Carrier | undefined
}

/** A row as it would be carried out, or why it would not. */
export type CheckedRow = {
  number: string
  orderId: string | null
  delivery: number | null
  slipNumber: string | null
  carrier: Carrier | null
  refusal: OperationRefusal | null
}

export type BulkKind = 'ship' | 'capture'

/**
 * The dry run: which rows would be refused as the orders stand now, and why. Writes nothing. Three statements, however
 * many rows.
 */
export async function checkRows(desk: Desk, kind: BulkKind, rows: BulkRow[]): Promise<CheckedRow[]> {
  const orders = await ordersOf(desk, rows)
  const named = new Map<string, Set<number>>()
  return rows.flatMap((row) => {
    const number = normaliseOrderNumber(row.number)
    const order = orders.get(number)
    if (!order) return [missing(number)]
    if (kind === 'capture') return [captureRow(desk, number, order)]
    const taken = named.get(number) ?? new Set<number>()
    named.set(number, taken)
    return deliveriesOf(row, order, taken).map((at) => shipRow(desk, row, number, order, at))
  })
}

type Standing = StandingOrder & { id: string }

async function ordersOf(desk: Desk, rows: BulkRow[]): Promise<Map<string, Standing>> {
  const numbers = [...new Set(rows.map(({ number }) => normaliseOrderNumber(number)))].slice(0, mostOrders)
  const orders = await desk.db.order.findMany({
    where: { ...shopScope(desk.actor), number: { in: numbers } },
    include: {
      deliveries: { orderBy: { index: 'asc' } },
      shop: { select: { carrierSetting: true } },
      operations: { where: { state: 'under_way' }, select: { id: true } },
    },
  })
  return new Map(
    orders.map(({ shop, operations, ...order }) => [
      order.number,
      { ...order, carrierSetting: shop.carrierSetting, underWay: operations.length > 0 },
    ]),
  )
}

/** The delivery that a row is about; every one that ships where the row names neither one nor a slip. */
function deliveriesOf(row: BulkRow, order: Standing, taken: Set<number>): number[] {
  const free = order.deliveries.flatMap((delivery, at) =>
    shippingDeliveries([delivery]).length > 0 && !taken.has(at) ? [at] : [],
  )
  const meant = row.delivery ?? (row.slipNumber ? (free[0] ?? order.deliveries.length) : undefined)
  const found = meant === undefined ? free : [meant]
  for (const at of found) taken.add(at)
  return found.length > 0 ? found : [0]
}

function missing(number: string): CheckedRow {
  const nothing = { orderId: null, delivery: null, slipNumber: null, carrier: null }
  return { ...nothing, number, refusal: 'not_found' }
}

function captureRow(desk: Desk, number: string, order: Standing): CheckedRow {
  const refusal = refusalOf('capture', order, desk.clock.now())
  return { number, orderId: order.id, delivery: null, slipNumber: null, carrier: null, refusal }
}

function shipRow(desk: Desk, row: BulkRow, number: string, order: Standing, delivery: number): CheckedRow {
  const stored = order.deliveries[delivery]
  const slipNumber = row.slipNumber || stored?.slipNumber || null
  const carrier = row.carrier ?? carrierChoice(stored?.carrier ?? null, order.carrierSetting)
  const refusal =
    refusalOf('ship', order, desk.clock.now()) ??
    shipmentRefused(order, delivery, { slipNumber, carrier: carrierLabels[carrier].ja })
  return { number, orderId: order.id, delivery, slipNumber, carrier, refusal }
}
