import { daysLeftToCapture } from '../capture-period'
import type { CarrierSetting, OrderOrigin, PaymentMethod } from '../codes'
import { slipFault } from '../slip-number'
import type { PaymentStatus, ShippingStatus } from '../statuses'
import { isYamato } from './carriers'
import { kuronekoMethods } from './methods'

/** The ordinary operations of the manual page, in its order. */
export const operations = [
  'ship',
  'capture',
  'cancel',
  'modify',
  'change_method',
  'change_fee',
  'reset_shipping',
] as const
export type Operation = (typeof operations)[number]

/** Why an operation is not carried out. Each has its words, with the way out, in the texts of the area `operations`. */
export const operationRefusals = [
  /** No such order, or not this person's. */
  'not_found',
  'invalid',
  /** Another operation of this order waits for Kuroneko. */
  'under_way',
  /** Somebody changed the order since the page was made. */
  'stale',
  'already_captured',
  'already_cancelled',
  'authorization_expired',
  /** 決済失敗: Kuroneko's admin comes first. */
  'payment_failed',
  /** 要確認: the buyer has not finished paying. */
  'payment_incomplete',
  /** The shop platform refuses to cancel a linked payment for 30 minutes after the order. */
  'too_early',
  /** More than 58 days since the order. */
  'too_late',
  /** One destination of several cannot be cancelled. */
  'one_of_several',
  /** Paid by another method, or imported from elsewhere: Kuroneko knows nothing of it. */
  'not_linked',
  'slip_missing',
  'slip_not_digits',
  'slip_too_long',
  'slip_not_yamato',
  'slip_check_digit',
  /** ヤマトグループのみ: a delivery by another carrier. */
  'carrier_not_yamato',
  'not_cancelled',
  /** The manual's matrix has no way from one method to the other. */
  'method_not_offered',
  /** △, or 後払い.com: only while its link is 手動連携(CSV運用). */
  'method_needs_manual_link',
  /** Kuroneko's own methods have their fee in 注文内容変更, or are changed first. */
  'method_not_changed',
  'nothing_changed',
  'out_of_stock',
  'delivery_cancelled',
  'nothing_to_reset',
] as const
export type OperationRefusal = (typeof operationRefusals)[number]

export type StandingDelivery = {
  status: ShippingStatus
  slipNumber: string | null
  carrier: string | null
}

/** What the rules look at. */
export type StandingOrder = {
  paymentStatus: PaymentStatus
  paymentMethod: PaymentMethod
  origin: OrderOrigin
  orderedAt: Date
  deliveries: StandingDelivery[]
  carrierSetting: CarrierSetting
  /** An operation that Kuroneko has not answered yet. */
  underWay: boolean
}

/** Minutes after the order in which the platform refuses to cancel a linked payment (`platform.md`). */
export const minutesBeforeCancelling = 30

/**
 * Whether an operation is possible as the order stands now; null where it is. Source: the manual page by section, and
 * `domain.md` "Ordinary operations".
 */
export function refusalOf(operation: Operation, order: StandingOrder, now: Date): OperationRefusal | null {
  if (order.underWay) return 'under_way'
  return rules[operation](order, now)
}

/** Whether Kuroneko knows this order's payment. */
export function isLinked({
  paymentMethod,
  origin,
}: Pick<StandingOrder, 'paymentMethod' | 'origin'>): boolean {
  return paymentMethod === 'kuroneko_card' && origin === 'platform'
}

/** Only a 仮売上 is passed on; every other cancellation is made here alone (the manual, キャンセル処理). */
export function cancelReachesKuroneko(order: StandingOrder): boolean {
  return order.paymentStatus === 'authorized' && isLinked(order)
}

type Rule = (order: StandingOrder, now: Date) => OperationRefusal | null

const rules: Record<Operation, Rule> = {
  ship: (order) => (isCalledOff(order) ? 'already_cancelled' : null),

  capture: (order, now) =>
    (isLinked(order) ? null : 'not_linked') ??
    onlyAuthorized(order) ??
    (daysLeftToCapture(order.orderedAt, now) < 0 ? 'too_late' : null) ??
    slipsRefused(order),

  cancel: (order, now) => {
    if (order.paymentStatus === 'captured') return 'already_captured'
    if (order.paymentStatus === 'cancelled') return 'already_cancelled'
    const age = now.getTime() - order.orderedAt.getTime()
    return cancelReachesKuroneko(order) && age < minutesBeforeCancelling * 60_000 ? 'too_early' : null
  },

  modify: (order) => (isLinked(order) ? null : 'not_linked') ?? onlyAuthorized(order),

  change_method: ({ paymentStatus }) => (paymentStatus === 'cancelled' ? null : 'not_cancelled'),

  change_fee: (order) => (goesOnOtherwise(order) ? null : 'method_not_changed'),

  reset_shipping: (order) => {
    if (isCalledOff(order)) return 'already_cancelled'
    return order.deliveries.some(({ status }) => status === 'cancelled') ? null : 'nothing_to_reset'
  },
}

/** Cancelled and not going on. */
function isCalledOff(order: StandingOrder): boolean {
  return order.paymentStatus === 'cancelled' && !goesOnOtherwise(order)
}

/** Cancelled at Kuroneko, and its method changed since: it goes on under the new one, without Kuroneko. */
function goesOnOtherwise({ paymentStatus, paymentMethod }: StandingOrder): boolean {
  return paymentStatus === 'cancelled' && !kuronekoMethods.some((method) => method === paymentMethod)
}

const whyNotAuthorized: Record<Exclude<PaymentStatus, 'authorized'>, OperationRefusal> = {
  captured: 'already_captured',
  cancelled: 'already_cancelled',
  authorization_expired: 'authorization_expired',
  failed: 'payment_failed',
  incomplete: 'payment_incomplete',
}

function onlyAuthorized({ paymentStatus }: StandingOrder): OperationRefusal | null {
  return paymentStatus === 'authorized' ? null : whyNotAuthorized[paymentStatus]
}

/** The deliveries that leave the shop; a cancelled or returned one needs no slip. */
export function shippingDeliveries<Delivery extends StandingDelivery>(deliveries: Delivery[]): Delivery[] {
  return deliveries.filter(({ status }) => status !== 'cancelled' && status !== 'returned')
}

function slipsRefused({ carrierSetting, deliveries }: StandingOrder): OperationRefusal | null {
  for (const delivery of shippingDeliveries(deliveries)) {
    const refused = captureRefusedBy(delivery, carrierSetting)
    if (refused) return refused
  }
  return null
}

/**
 * What one delivery that ships has against the capture; null where nothing. ヤマトグループのみ: it needs a slip number
 * that Yamato takes. With ヤマトグループ以外の配送業者も利用する it may go without one, and only one that names Yamato is
 * measured by Yamato's rules.
 */
export function captureRefusedBy(
  { slipNumber, carrier }: Pick<StandingDelivery, 'slipNumber' | 'carrier'>,
  setting: CarrierSetting,
): OperationRefusal | null {
  if (!slipNumber && setting === 'yamato_only' && isYamato(carrier, setting)) return 'slip_missing'
  return slipNumber || setting === 'yamato_only' ? typedRefused({ slipNumber, carrier }, setting) : null
}

/** Why one delivery of an order that may ship cannot be set to 配送完了 with this slip and carrier; null where it can. */
export function shipmentRefused(
  order: StandingOrder,
  at: number,
  typed: { slipNumber: string | null; carrier: string },
): OperationRefusal | null {
  return deliveryRefused(order, at) ?? typedRefused(typed, order.carrierSetting)
}

/** Why one delivery cannot be set to 配送完了 at all, whatever is typed. */
export function deliveryRefused(
  { paymentStatus, deliveries }: Pick<StandingOrder, 'paymentStatus' | 'deliveries'>,
  at: number,
): OperationRefusal | null {
  const delivery = deliveries[at]
  if (!delivery) return 'invalid'
  if (delivery.status === 'cancelled') return 'delivery_cancelled'
  return paymentStatus === 'captured' && delivery.slipNumber ? 'already_captured' : null
}

/** What is wrong with a slip number and carrier as they are typed; a slip number may also come later. */
export function typedRefused(
  { slipNumber, carrier }: Pick<StandingDelivery, 'slipNumber' | 'carrier'>,
  setting: CarrierSetting,
): OperationRefusal | null {
  const yamato = isYamato(carrier, setting)
  if (setting === 'yamato_only' && !yamato) return 'carrier_not_yamato'
  return slipNumber ? slipRefused(slipNumber, yamato) : null
}

/** The platform's rule for every slip number, then Yamato's for its own: which of them is broken. */
export function slipRefused(slipNumber: string | null, yamato: boolean): OperationRefusal | null {
  if (!slipNumber) return 'slip_missing'
  if (!/^[0-9]+$/.test(slipNumber)) return 'slip_not_digits'
  if (slipNumber.length > 12) return 'slip_too_long'
  if (!yamato) return null
  const fault = slipFault(slipNumber)
  if (fault === 'length') return 'slip_not_yamato'
  return fault === 'check_digit' ? 'slip_check_digit' : null
}
