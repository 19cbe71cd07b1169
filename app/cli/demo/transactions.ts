import type { SandboxTransaction } from '~/kuroneko/sandbox/transaction'
import type { PaymentStatus, ShippingStatus } from '~/orders/statuses'
import { type Drift, demoDrifts } from './drifts'
import { type DemoShop, demoShops } from './people'
import { demoRequests } from './request-table'
import { type DemoRow, demoRows } from './table'

/** An order of the demo desk, as far as its transaction at Kuroneko follows from it. */
export type DemoOrder = {
  shop: { code: string; traderCode: string }
  number: string
  kuronekoOrderNumber: string | null
  orderedAt: Date
  paymentStatus: PaymentStatus
  amount: number
  deliveries: { status: ShippingStatus; slipNumber: string | null; carrier: string | null }[]
}

const hour = 3_600_000

const agreeing: Record<PaymentStatus, number> = {
  authorized: 4,
  captured: 31,
  cancelled: 40,
  authorization_expired: 4,
  failed: 12,
  incomplete: 20,
}

/**
 * What Kuroneko has of the demo's orders: what the order's request claims, else what the order shows, apart from
 * `demoDrifts`. Nothing of orders that it never heard of, or cannot be asked about.
 */
export function demoTransactions(orders: DemoOrder[], now: Date): SandboxTransaction[] {
  return orders.flatMap((order, index) => {
    const row = demoRows.find((one) => isOrderOf(order, one[0], one[3], one[6]?.number))
    return row ? transactionsOf(order, row, index, now) : []
  })
}

function transactionsOf(order: DemoOrder, row: DemoRow, index: number, now: Date): SandboxTransaction[] {
  const drift = demoDrifts.find(([shop, tail]) => isOrderOf(order, shop, tail))?.[2]
  const method = row[6]?.method ?? 'kuroneko_card'
  const isKnown = row[6]?.origin !== 'imported' && order.kuronekoOrderNumber !== null
  if (!isKnown || isMissing(drift)) return []
  if (method === 'kuroneko_card') return [cardTransaction(order, drift ?? {}, index, now)]
  // Kuroneko's other methods have calls of their own; only a convenience store's payment answers to this one.
  if (method !== 'kuroneko_convenience') return []
  const paid = cardTransaction(order, { statusInfo: 3 }, index, now)
  return [{ ...paid, settleMethodDiv: '1', settleMethod: '21', approvalCode: '', authorisedAt: null }]
}

function cardTransaction(
  order: DemoOrder,
  drift: Partial<Record<'statusInfo' | 'amount', number> & { methodDiv: string }>,
  index: number,
  now: Date,
): SandboxTransaction {
  const request = demoRequests.find(({ shop, tail }) => isOrderOf(order, shop, tail))
  const statusInfo = drift.statusInfo ?? agreeingStatus(order, request?.row.kuronekoStatus)
  const amount = drift.amount ?? order.amount
  const at = (hours: number) =>
    new Date(Math.min(order.orderedAt.getTime() + hours * hour, now.getTime() - 1))
  const authorised = [4, 16, 17, 30, 31, 40].includes(statusInfo) ? at(0.01).toISOString() : null
  const slips = [30, 31].includes(statusInfo) ? slipsOf(order, at(30)) : []
  const cancelled = request ? now.getTime() - (request.hoursAgo + 4) * hour : at(22).getTime()
  const cancelledAt = statusInfo === 40 ? new Date(Math.max(cancelled, at(1).getTime())).toISOString() : null
  const renewedAt = cancelledAt ?? slips[0]?.registeredAt ?? authorised ?? at(0).toISOString()
  return {
    traderCode: order.shop.traderCode,
    orderNo: order.kuronekoOrderNumber ?? order.number,
    statusInfo,
    amount,
    settleMethodDiv: drift.methodDiv ?? '0',
    settleMethod: drift.methodDiv ? '21' : '9',
    orderDataSeq: String(900_000_000 + index),
    approvalCode: authorised ? String(100_000 + index) : '',
    authorisedAt: authorised,
    settledAt: authorised,
    cancelledAt,
    renewedAt,
    slips,
    scheduledShippingDate: null,
    history: [{ at: renewedAt, by: 'seed', act: 'seed', statusInfo, amount }],
  }
}

const claimed: Record<string, number> = { authorized: 4, captured: 31, cancelled: 40, failed: 13 }

function agreeingStatus(order: DemoOrder, claim: string | undefined): number {
  const status = claimed[claim ?? ''] ?? agreeing[order.paymentStatus]
  // Without a parcel of Yamato's nothing tells Kuroneko that the goods have left.
  return status === 31 && slipsOf(order, order.orderedAt)[0]?.service === '99' ? 30 : status
}

function slipsOf(order: DemoOrder, registered: Date): SandboxTransaction['slips'] {
  const registeredAt = registered.toISOString()
  const yamato = order.deliveries.flatMap(({ slipNumber, carrier }) =>
    slipNumber && carrier === 'ヤマト運輸' ? [slipNumber] : [],
  )
  if (yamato.length > 0) return yamato.map((number) => ({ number, service: '00', registeredAt }))
  return [{ number: order.kuronekoOrderNumber ?? order.number, service: '99', registeredAt }]
}

function isMissing(drift: Drift | undefined): drift is { missing: true } {
  return drift !== undefined && 'missing' in drift
}

function isOrderOf(order: DemoOrder, shop: DemoShop, tail: string, number?: string): boolean {
  if (order.shop.code !== demoShops[shop].code) return false
  return number ? order.number === number : tail !== '' && order.number.endsWith(tailOf(tail))
}

/** A letter at the front of a tail stands before the date in the number. */
function tailOf(tail: string): string {
  return tail.replace(/^[A-Z]/, '')
}
